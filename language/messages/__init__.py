"""What does a message tell? Its kind, its subject, its figures, its dates."""
