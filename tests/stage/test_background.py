"""Pictures and films behind slides and scenes; where a film cannot be played, it is its picture."""

from __future__ import annotations

import pytest
from tiny import FILES

from kiosk.deck.load import load
from kiosk.stage.complete import visible_items
from kiosk.stage.films import can_play

FILM = b"\0\0\0\x18ftypmp42" + bytes(64)
PICTURE = "{image: pictures/port.png}"


def behind(folder, file: str, old: str, background: str) -> None:
    """Put a background before a line of a file."""
    text = FILES[file]
    assert text.count(old) == 1
    indent = old[: len(old) - len(old.lstrip())]
    (folder / file).write_text(text.replace(old, f"{indent}background: {background}\n{old}"), encoding="utf-8")


def opened(open_booth, folder, **options):
    (folder / "port.mp4").write_bytes(FILM)
    loaded = load(folder)
    assert loaded.problems == ()
    return open_booth(loaded, folder, **options)


def pictures(screen) -> list[str]:
    return [
        item.property("source").fileName()
        for item in visible_items(screen.window)
        if item.inherits("QQuickImage") and item.parentItem().objectName() == "background"
    ]


def colour_at(screen, across: float, down: float):
    picture = screen.window.grabWindow()
    return picture.pixelColor(round(across * (picture.width() - 1)), round(down * (picture.height() - 1)))


@pytest.mark.parametrize(
    ("file", "line", "slide"),
    [
        ("overview.yaml", "    subtitle: {en: A small deck, zh: 小样}\n", "welcome"),
        ("overview.yaml", "    sources: [press]\n", "idea"),
        ("overview.yaml", "    figures:\n", "numbers"),
        ("river.yaml", "    title: {en: At a glance, zh: 概览}\n", "river-profile"),
        ("river.yaml", "    title: {en: Trade by year, zh: 历年贸易}\n", "trade"),
        ("hill.yaml", "    events:\n", "history"),
        ("hill.yaml", "    pictures:\n", "sights"),
        ("hill.yaml", "    points:\n", "more"),
    ],
)
def test_a_picture_stands_behind_a_slide_of_any_layout(open_booth, tiny_folder, file, line, slide):
    behind(tiny_folder, file, line, PICTURE)
    screen = opened(open_booth, tiny_folder)
    screen.wake()
    screen.booth.stage.open(slide)
    screen.until_complete()
    assert pictures(screen) == ["port.png"]
    dimmed = colour_at(screen, 0.5, 0.01)
    assert dimmed.green() > dimmed.red(), "the picture is one of jade, and shows through"
    screen.tap("bar.contrast")
    assert pictures(screen) == [], "high contrast has no picture behind text"


@pytest.mark.parametrize("where", ["scene", "deck"])
def test_a_picture_stands_behind_the_attract_loop(open_booth, tiny_folder, where):
    text = FILES["deck.yaml"]
    if where == "deck":
        text += f"attract_background: {PICTURE}\n"
    else:
        text = text.replace("zh: 你好}\n", f"zh: 你好}}\n    background: {PICTURE}\n")
    (tiny_folder / "deck.yaml").write_text(text, encoding="utf-8")
    screen = opened(open_booth, tiny_folder)
    screen.until_complete()
    assert pictures(screen) == ["port.png"]
    screen.booth.stage.rest(1)
    assert pictures(screen) == (["port.png"] if where == "deck" else [])


def test_without_a_graphics_card_or_qt_multimedia_a_film_is_its_picture(open_booth, tiny_folder):
    behind(
        tiny_folder, "overview.yaml", "    sources: [press]\n", "{image: pictures/port.png, film: port.mp4, loop: true}"
    )
    screen = opened(open_booth, tiny_folder, transitions=True)
    screen.wake()
    screen.booth.stage.open("idea")
    screen.until(lambda: pictures(screen) == ["port.png"])
    screen.until_complete()
    assert not screen.item("film").childItems()


def test_whether_films_can_be_played_is_whether_qt_multimedia_can_be_imported():
    try:
        import PySide6.QtMultimedia  # noqa: F401
    except ImportError:
        assert not can_play()
    else:
        assert can_play()


def test_nobody_is_asked_while_a_film_plays(open_booth, tiny_folder):
    clock = [0]
    screen = opened(open_booth, tiny_folder, now=lambda: clock[0])
    screen.wake()
    screen.booth.stage.open("idea")
    screen.booth.stage.scenery.filmPlays(True)
    clock[0] = 60_000
    screen.booth.stage.tick()
    assert (screen.place.screen, screen.place.asking) == ("slide", False)
    screen.booth.stage.scenery.filmPlays(False)
    clock[0] = 90_000
    screen.booth.stage.tick()
    assert screen.place.asking
