"""``make language-weights``: learn from the corpus what a clause does and what a message is, and write the weights."""
