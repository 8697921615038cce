"""The week's picture: a sheet, letters, parts, and the same in words."""
