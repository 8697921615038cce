"""When? Days, times and what repeats, as Dutch types them."""
