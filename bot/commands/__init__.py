"""The commands, a file for each: what the command line asks, handed to the room that does it."""
