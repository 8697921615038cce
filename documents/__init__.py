"""Files in and out: plans, pictures, calendars. Nothing of chat."""
