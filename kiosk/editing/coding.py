"""A file's bytes as text and back, in the encoding that it has, with the mark at its beginning."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.editing.layout import EditError
from kiosk.sentences import sentence


@dataclass(frozen=True, slots=True)
class Coded:
    """A text, and how its file writes it."""

    text: str
    encoding: str = "utf-8"
    mark: bytes = b""

    @classmethod
    def read(cls, data: bytes) -> Coded:
        """A file's content. Raises EditError where it is no text that Kiosk reads."""
        marks = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
        mark, encoding = next(((mark, name) for mark, name in marks if data.startswith(mark)), (b"", ""))
        for each in (encoding,) if encoding else ("utf-8", "gb18030"):
            try:
                return cls(data[len(mark) :].decode(each), each, mark)
            except UnicodeDecodeError:
                continue
        raise EditError(sentence("the file is not text"))

    def with_text(self, text: str) -> bytes:
        """The bytes of another text in the same encoding."""
        return self.mark + text.encode(self.encoding)
