"""What people make the bot do: plain functions from a Desk to a Turn, without I/O."""
