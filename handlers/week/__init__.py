"""Where the region stands: its week, its figures, its meetings."""
