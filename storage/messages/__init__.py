"""What comes in and what is said: each message on its way, and what stands between them."""
