"""The deep check: renders every screen, and names what only shows there, with the slide's file and line."""

from kiosk.deep.examination import Examination, Shot, examine, look

__all__ = ["Examination", "Shot", "examine", "look"]
