"""The presenter's console: current and next slide, notes, time, and everything that a speaker does with a show."""

from kiosk.presenter.window import Presenter

__all__ = ["Presenter"]
