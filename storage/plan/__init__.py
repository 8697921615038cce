"""What a region planned and how that stands."""
