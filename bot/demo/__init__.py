"""The demo: a region whose facts are a real plan's in other words, its history, and its clock."""
