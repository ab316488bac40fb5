"""The kinds of things that slide files are made of: entries with fixed keys, and values that read themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, dataclass_transform

from kiosk.deck.records import record_by_name

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from kiosk.deck.reading import Reading

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def entry(cls: type[T]) -> type[T]:
    """Make `cls` a frozen dataclass; the loader refuses keys that it does not declare."""
    cls.__pydantic_config__ = {  # type: ignore[attr-defined]
        "extra": "forbid",
        "coerce_numbers_to_str": True,
        "allow_inf_nan": False,
    }
    return record_by_name(cls)


class FromFile:
    """A value with a notation of its own in slide files; `read` understands it."""

    __slots__ = ()

    NOTATION: ClassVar[dict[str, Any]] = {"type": "string"}
    """The notation as JSON Schema, for editors."""

    @classmethod
    def read(cls, raw: Any, reading: Reading) -> Self:
        """The value that a file means. Raises DeckError with a sentence for the operator."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema  # only the loader pays for pydantic

        return core_schema.with_info_plain_validator_function(lambda raw, info: cls.read(raw, info.context))
