"""What visitors leave of themselves: sealed at once for the organiser, kept, exported, purged."""
