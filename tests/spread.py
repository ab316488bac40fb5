"""Which values of a test's parameters `make test` tries, and which are left to `make test-long`.

`make test` has what tells every promise at least once: each kind, layout, theme, language, command, class of fault.
What repeats it over a product of values, takes many examples, or takes long for what a cheaper test tells is `long`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import pytest


def rather(value: object, *others: object) -> list:
    """One value of a parameter that is always tried, and others that say the same again: those are long."""
    return [value, *(pytest.param(other, marks=pytest.mark.long) for other in others)]


def rather_these(values: tuple, *others: tuple) -> list:
    """The same for values of several parameters at once."""
    return [values, *(pytest.param(*other, marks=pytest.mark.long) for other in others)]


def spread(*values: Iterable[object]) -> list:
    """The product of several parameters' values, where each value comes at least once; all else is long."""
    lists = [list(each) for each in values]
    always = {tuple(at % len(each) for each in lists) for at in range(max(map(len, lists)))}
    return [
        pytest.param(
            *(each[at] for each, at in zip(lists, places, strict=True)),
            marks=() if places in always else pytest.mark.long,
        )
        for places in product(*(range(len(each)) for each in lists))
    ]
