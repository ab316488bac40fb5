"""One file to carry on a stick: a deck packed, opened with guards, compared, and put in the place of another, whole."""
