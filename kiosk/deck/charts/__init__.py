"""The chart kinds that a slide file may ask for: one module a kind, found by its name."""
