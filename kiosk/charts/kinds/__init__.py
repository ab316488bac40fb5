"""How each kind of chart is drawn: one module a kind, found by its name."""
