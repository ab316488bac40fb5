"""Who may operate the booth, and what they may take from it. No Qt."""
