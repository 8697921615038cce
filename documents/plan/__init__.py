"""A plan as a file: its tables, their columns, and what stands in them."""
