"""The keyboard on the screen, in plain Python: its layouts, what a key does, and Chinese by Pinyin."""
