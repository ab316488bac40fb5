"""Kiosk: a touch-first, fullscreen presentation for an exhibition booth."""

__version__ = "0.1.0"
