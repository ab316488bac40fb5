"""The opening check: whether a booth can open, in plain words, with what to do where it cannot."""
