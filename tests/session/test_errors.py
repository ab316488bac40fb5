"""Exceptions that nobody caught are told, but not endlessly."""

from __future__ import annotations

import pytest

from kiosk.session.errors import MOST, Errors


class Heard:
    def __init__(self) -> None:
        self.now = 0.0
        self.written: list[str] = []
        self.told: list[str] = []
        self.given_up: list[str] = []
        self.errors = Errors(self.written.append, self.told.append, self.given_up.append, lambda: self.now)

    def raises(self, times: int = 1, each: float = 1.0) -> None:
        for _ in range(times):
            with pytest.raises(ValueError, match="wrong") as raised:
                int("wrong")
            self.errors(raised.type, raised.value, raised.tb)
            self.now += each


def test_one_exception_is_written_with_its_trace():
    heard = Heard()
    heard.raises()
    (report,) = heard.written
    assert report.startswith("Traceback")
    assert report.endswith("invalid literal for int() with base 10: 'wrong'")
    assert heard.told[0].startswith("ValueError at test_errors.py:")
    assert not heard.given_up


def test_the_same_again_and_again_is_written_once_a_minute_with_its_number():
    heard = Heard()
    heard.raises(100, each=5.0)
    assert len(heard.written) == 9
    assert heard.written[1].startswith("(11 more of this kind")
    assert len(heard.told) == 100
    assert not heard.given_up


def test_too_many_in_a_minute_are_too_many():
    heard = Heard()
    heard.raises(MOST - 1)
    assert not heard.given_up
    heard.raises()
    assert len(heard.given_up) == 1
