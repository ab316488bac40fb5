"""Charts and the backdrop as pictures, for what PowerPoint does not draw itself."""

from __future__ import annotations

import io
from typing import Final

from kiosk.charts import ChartError, ChartJob, MotifJob
from kiosk.charts.cache import BASE, DATA, MOTIF
from kiosk.charts.draw import draw
from kiosk.charts.raw import size_in
from kiosk.deck.theme import Theme

_QUALITY: Final = 88


def chart_picture(job: ChartJob) -> bytes | None:
    """A chart as a PNG through which its ground is seen; None where it cannot be drawn."""
    from PIL import Image

    try:
        files = draw(job)
    except ChartError:
        return None
    with Image.open(io.BytesIO(files[BASE])) as base, Image.open(io.BytesIO(files[DATA])) as data:
        whole = base.convert("RGBA")
        whole.alpha_composite(data.convert("RGBA"))
    out = io.BytesIO()
    whole.save(out, "PNG", optimize=True)
    return out.getvalue()


def backdrop(theme: Theme) -> bytes:
    """The rivers in a theme's colours, as a JPEG."""
    from PIL import Image

    file = io.BytesIO(draw(MotifJob(theme=theme, width=1920, height=1080, ratio=1.0))[MOTIF])
    size = size_in(file)
    out = io.BytesIO()
    Image.frombytes("RGB", size, file.read(), "raw", "BGRX").save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def as_png(picture: bytes) -> bytes:
    """A picture of a kind that PowerPoint does not read, such as WebP, as one that it does."""
    from PIL import Image

    out = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as image:
        image.save(out, "PNG")
    return out.getvalue()
