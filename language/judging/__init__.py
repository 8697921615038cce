"""What a clause does in a message, judged by what was learned from clauses that people type."""
