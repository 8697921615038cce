"""The chat page in a real browser, against a demo that really runs."""
