"""The words and signs by which a language is read: one shape, the same tables for each language."""
