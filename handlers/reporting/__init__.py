"""People report: what they typed becomes a card, and the card an update that they can see, change and withdraw."""
