"""Makes a deck's folder of a PowerPoint presentation, and says what of it could not be taken."""
