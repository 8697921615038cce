"""People take part: they are invited, welcomed, placed in teams, and can leave."""
