"""The domain in plain Python: records, events, messages, time and permissions. No I/O, nothing from above."""
