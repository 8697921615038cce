"""How plans write periods, owners and frequencies."""
