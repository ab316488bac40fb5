"""Frozen dataclasses that are made when they are first needed.

Making one costs about a millisecond, and the booth knows forty of them before its first screen, where it only reads
attributes of what was unpickled: that needs none of the methods that `dataclass` writes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar, dataclass_transform

T = TypeVar("T")

_WRITTEN: Final = ("__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__")
"""What `dataclass` writes for a frozen class."""


_MISSING: Final = object()


class _Fields:
    """Stands where `dataclass` puts a class's fields, and has it put them there when somebody asks."""

    def __init__(self, **how: bool) -> None:
        self.how = how

    def __get__(self, instance: object, owner: type) -> Any:
        for cls in owner.__mro__:
            if cls.__dict__.get("__dataclass_fields__") is self:
                _make(cls, self.how)
        return owner.__dataclass_fields__  # type: ignore[attr-defined]


def _make(cls: type, how: dict[str, bool]) -> None:
    for name in ("__dataclass_fields__", *_WRITTEN):
        if isinstance(cls.__dict__.get(name), _Fields) or hasattr(cls.__dict__.get(name), "later"):
            delattr(cls, name)
    from dataclasses import dataclass  # itself 3 ms

    dataclass(frozen=True, **how)(cls)


def _later(name: str) -> Callable[..., Any]:
    """A method that has the real one written, and calls it."""

    def method(self: object, *args: Any, **kwargs: Any) -> Any:
        cls: Any = type(self)
        _ = cls.__dataclass_fields__
        return getattr(cls, name)(self, *args, **kwargs)

    method.later = True  # type: ignore[attr-defined]
    return method


def _begin(self: object, *args: Any, **kwargs: Any) -> None:
    """Set the fields without the real `__init__`, which takes over whenever something is not as it should be."""
    cls: Any = type(self)
    names = _names(cls)
    given = dict(zip(names, args, strict=False)) | kwargs
    values = {name: given[name] if name in given else _default(names[name]) for name in names}
    how = cls.__dict__.get("__dataclass_fields__")
    by_name = not isinstance(how, _Fields) or how.how.get("kw_only", False)
    if (args and by_name) or len(given) != len(args) + len(kwargs) or not given.keys() <= names.keys():
        values[""] = _MISSING
    if any(value is _MISSING for value in values.values()):
        _later("__init__")(self, *args, **kwargs)
        return
    self.__dict__.update(values)
    if hasattr(cls, "__post_init__"):
        cls.__post_init__(self)


_begin.later = True  # type: ignore[attr-defined]


def _names(cls: type) -> dict[str, Any]:
    """The names of a class's fields in order, each with its default."""
    names: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        for name, kind in base.__dict__.get("__annotations__", {}).items():  # noqa: RUF063 - inspect is to be spared
            if not kind.startswith("ClassVar"):
                names[name] = base.__dict__.get(name, _MISSING)
    return names


def _default(default: Any) -> Any:
    """A field's default; what its factory makes where it has one."""
    factory = getattr(default, "default_factory", None)
    return factory() if callable(factory) else default


def _prepare(cls: type, **how: bool) -> None:
    for name in _WRITTEN:
        if name not in cls.__dict__:
            setattr(cls, name, _later(name))
    cls.__init__ = _begin  # type: ignore[misc]
    cls.__dataclass_fields__ = _Fields(**how)  # type: ignore[attr-defined]


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Make `cls` a frozen dataclass, as soon as one is needed."""
    _prepare(cls)
    return cls


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record_by_name(cls: type[T]) -> type[T]:
    """Make `cls` a frozen dataclass whose fields are given by their names, as soon as one is needed."""
    _prepare(cls, kw_only=True)
    return cls
