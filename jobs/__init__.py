"""What the clock makes the bot do: occurrences, reminders, summaries, and delivery of all that is said."""
