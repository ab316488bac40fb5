"""Pictures: every slide as the booth shows it, as PNG files in a folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize

from kiosk.charts import UNATTENDED, Charts
from kiosk.export import Progress
from kiosk.export.wish import Wish
from kiosk.places import cache_folder
from kiosk.stage.app import Booth, BoothOptions
from kiosk.stage.application import application
from kiosk.walk import resize, settle, stops

OPTIONS: Final = frozenset({"theme", "size"})


def write(wish: Wish, progress: Progress) -> None:
    """Write the folder, with one in it for each language where there are several. Raises OSError."""
    application()
    slides = [stop for stop in stops(wish.deck) if stop.slide]
    total, done = len(slides) * len(wish.languages), 0
    options = BoothOptions(theme=wish.theme, attended=True, transitions=False, size=QSize(*wish.size))
    with (
        _whole(wish.to) as folder,
        closing(Charts(cache_folder() / "charts", patience=UNATTENDED)) as charts,
        closing(Booth(wish.loaded, wish.folder, charts, options)) as booth,
    ):
        resize(booth, options.size)
        for language in wish.languages:
            booth.stage.speak(language)
            into = folder / language if len(wish.languages) > 1 else folder
            into.mkdir(exist_ok=True)
            for number, slide in enumerate(slides, start=1):
                slide.show(booth.stage)
                settle(booth)
                file = into / f"{number:03}-{slide.id}.png"
                if not booth.window.grabWindow().save(str(file)):
                    raise OSError(0, "no picture could be written", str(file))
                done += 1
                progress(done, total)


@contextmanager
def _whole(folder: Path) -> Iterator[Path]:
    """A folder to write into, that gets its name when everything is in it; nothing stays of it if that never comes."""
    part = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    part.mkdir(parents=True)
    try:
        yield part
        if folder.is_dir():
            folder.rmdir()  # an empty one, or this is refused
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
