"""A deck's files as an editor changes them: only what was changed is written anew, and nothing is half saved."""
