"""Works the real booth as a crowd would, for as long as one likes, and tells what broke and what grew."""
