"""What QML has made and destroyed leaves nothing behind in Python."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtQml import QmlElement, QQmlComponent, QQmlEngine

from kiosk.deck.model import ChartSlide
from kiosk.stage.element import Element
from kiosk.stage.pictures import StagePicture

QML_IMPORT_NAME = "Kiosk.Tests.Elements"
QML_IMPORT_MAJOR_VERSION = 1

pytestmark = pytest.mark.usefixtures("qapp")

MADE: list[weakref.ref[QObject]] = []


@QmlElement
class Plain(QObject):
    """As PySide has it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        MADE.append(weakref.ref(self))


@QmlElement
class Gone(Element):
    """As Kiosk has it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        MADE.append(weakref.ref(self))


@pytest.fixture
def made():
    """Has QML make an object of a type and destroy it; what weakly leads to the Python half."""
    engine = QQmlEngine()

    def make(name: str) -> weakref.ref[QObject]:
        component = QQmlComponent(engine)
        text = f"import QtQml; import Kiosk.Tests.Elements; QtObject {{ property QtObject made: {name} {{}} }}"
        component.setData(text.encode(), QUrl())
        whole = component.create()
        assert component.errors() == []
        half = MADE.pop()
        gc.collect()
        assert half() is not None
        whole.deleteLater()
        QCoreApplication.sendPostedEvents(whole, QEvent.Type.DeferredDelete)
        gc.collect()
        return half

    yield make
    engine.deleteLater()


def test_what_qml_destroys_is_gone(made):
    assert made("Gone")() is None


def test_pyside_still_keeps_what_qml_destroys(made):
    """If this fails, PySide has been mended: `go_with_qml` and its calls have to go."""
    assert made("Plain")() is not None


def test_what_python_made_goes_with_its_last_reference():
    element = Gone()
    half = MADE.pop()
    del element
    gc.collect()
    assert half() is None


def test_charts_that_visitors_have_seen_are_gone(screen):
    """By weak references: `gc.get_objects` would get in the way of other threads."""
    stage = screen.booth.stage
    slides = [slide for platform in stage.deck.platforms for slide in platform.slides]
    pictures: weakref.WeakSet[StagePicture] = weakref.WeakSet()
    alive = []
    for _ in range(4):
        for slide in slides:
            stage.open(slide.id)
            screen.until_complete()
            if isinstance(slide, ChartSlide):
                pictures.add(screen.item(f"chart.{slide.id}").findChild(StagePicture))
        gc.collect()
        alive.append(len(pictures))
    assert alive[-1] <= alive[1]
