"""Dutch in and out: dates, numbers, plan notation, what a message is about, and the message catalogue."""
