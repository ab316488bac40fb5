"""The operator's editor: a window with the deck's slides, a form for each, and the real scene beside it."""
