"""A plan as it was read, and how it is matched and compared with what is kept."""
