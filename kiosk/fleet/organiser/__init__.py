"""The organiser's side: who the booths are, what is asked of them, and what they have sent."""
