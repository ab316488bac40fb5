"""What the booth does for its organiser: tells how its screen is, and does what it is asked, as the panel does it."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.fleet.booth.seen import Seen
from kiosk.fleet.booth.uplink import Hears, Uplink
from kiosk.machine.settings import Settings
from kiosk.navigator import Navigator
from kiosk.place import Screen
from kiosk.session.safemode import Level
from kiosk.session.voice import Voice, Word
from kiosk.sparing import tell
from kiosk.stage.app import Booth
from kiosk.stage.operating import Operating
from kiosk.visits.log import Sends, VisitLog

if TYPE_CHECKING:
    from kiosk.fleet.booth.notice import Notice
    from kiosk.fleet.messages import Command
    from kiosk.stage.owndeck import OwnDeck
    from kiosk.visits.visit import Visit

_SEE_MS: Final = 200
"""What happens together is told together."""
REST_MS: Final = 600_000
"""Whoever is in the middle of a visit is not disturbed for so long by another deck."""
_LOOK_MS: Final = 3_600_000
"""Between two looks at the clock on the wall, which may have been set since the last one."""
_RESTS: Final = frozenset({Screen.ATTRACT, Screen.DARK, Screen.CALM})


class _RefusedError(Exception):
    """It is not done; the argument says why, for the organiser."""


class Afar(QObject):
    """A booth's organiser, as far as the booth knows of one. Begun by `begin`, when the visit log is open."""

    _from_line = Signal(object)
    """Something to do here that the line's thread asks for."""

    def __init__(
        self,
        operating: Operating,
        booth: Booth,
        settings: Settings,
        voice: Voice,
        parent: QObject,
        *,
        rest_ms: int = REST_MS,
    ) -> None:
        super().__init__(parent)
        self._operating, self._booth, self._stage, self._settings = operating, booth, booth.stage, settings
        self._log: VisitLog | None = None
        self._from_line.connect(self._take)
        state = operating.state
        hears = Hears(
            command=lambda command: self._hand_over(partial(self._do, command)),
            problems=lambda: self._hand_over(self._hear_problems),
            event=lambda event: voice.say(Word.EVENT, event),
            tell=tell,
        )
        self._uplink = Uplink(operating.config, state, hears)
        self.sends = Sends(self._message_of, self._uplink.look)
        """What becomes of each visit that is logged."""
        self._folder = state / "fleet"
        self._seen: Seen | None = None
        self._version = 0
        self._last_touch = ""
        self._rereads: list[tuple[str, str]] = []
        """Commands that are done when the deck has been read again, by their ids, and what is said of them then."""
        self._busy = ""
        """What is under way that there can be only one of."""
        self._closed = False
        self._soon = QTimer(self, singleShot=True, interval=_SEE_MS)
        self._soon.timeout.connect(self._see)
        self._until = QTimer(self, singleShot=True)
        self._until.timeout.connect(self._look_at_clock)
        self._rested = QTimer(self, singleShot=True, interval=rest_ms)
        self._rested.timeout.connect(self._go_on_rested)
        self._when_rested: Callable[[], object] | None = None
        self._notice: Notice | None = None
        self._does: dict[str, Callable[[Command], None]] = {
            "reload": self._reload,
            "restart": self._restart,
            "route": self._route,
            "message": self._message,
            "check": self._check,
            "fetch": self._fetch,
            "back": self._back,
        }

    def begin(self, log: VisitLog) -> None:
        """Have the line begin."""
        stage = self._stage
        self._log = log
        stage.placeChanged.connect(self._follow)
        stage.acted.connect(self._feel)
        stage.about.deckChanged.connect(self._soon.start)
        if self._operating.reload:
            self._operating.reload.read.connect(self._reread)
        self._operating.aside(self._kept_notice, self._show_notice)
        self._uplink.begin()
        self._see()

    def close(self) -> None:
        """The booth ends."""
        self._closed = True
        for timer in (self._soon, self._until, self._rested):
            timer.stop()
        self._uplink.close()

    # Threads

    def _hand_over(self, does: Callable[[], object]) -> None:
        with suppress(RuntimeError):  # the booth closed meanwhile
            self._from_line.emit(does)

    @Slot(object)
    def _take(self, does: Callable[[], object]) -> None:
        does()

    def _message_of(self, name: str, visit: Visit) -> bytes:
        """On the log's thread, and so are the imports."""
        from kiosk.fleet.booth.outgoing import visits_of
        from kiosk.machine.names import booth_name

        return visits_of(booth_name(self._settings.booth))(name, visit)

    def _aside(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Have something done on a thread; `then` gets what came of it, or the exception."""

        def done() -> Any:
            try:
                return work()
            except Exception as error:  # noqa: BLE001 - the organiser is told
                return error

        self._operating.aside(done, then)

    # What the line is told

    @Slot()
    def _follow(self) -> None:
        was, self._uplink.card_is_open = self._uplink.card_is_open, self._stage.place.screen is Screen.LEAD
        if was and not self._uplink.card_is_open:
            self._uplink.look()
        if not self._soon.isActive():
            self._soon.start()
        if self._when_rested and self._is_unused():
            self._go_on_rested()

    @Slot(str)
    def _feel(self, act: str) -> None:
        if act == "touch":
            self._last_touch = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime())
            if not self._soon.isActive():
                self._soon.start()

    @Slot()
    def _see(self) -> None:
        if self._closed:
            return
        seen = self._now()
        if seen != self._seen:
            self._seen = seen
            self._uplink.see(seen)

    def _now(self) -> Seen:
        stage, window = self._stage, self._booth.window
        place, ratio = stage.place, window.devicePixelRatio()
        slide = stage.lists.order[place.slide][1].id if place.screen is Screen.SLIDE else place.group
        return Seen(
            deck=stage.deck.title.say(stage.deck.languages[0]),
            folder=stage.folder,
            version=self._version,
            target=self._own().folder,
            language=place.language,
            showing=f"{place.screen.value} {slide}".rstrip(),
            message=str(stage.notice),
            width=round(window.width() * ratio),
            height=round(window.height() * ratio),
            last_touch=self._last_touch,
            problems=self._problems(),
        )

    def _problems(self) -> tuple[str, ...]:
        """What the operator should know, as the panel says it."""
        running = self._operating.running
        safe = {
            Level.LESS: f"Left out after crashes: {', '.join(running.left_out)}.",
            Level.GOOD: "The deck crashed; the last version that ran well is shown.",
            Level.CALM: 'The deck crashed; "Back soon" is shown.',
        }
        said = [safe[running.level]] if running.level in safe else []
        said += self._log.problems if self._log else ()
        return (*said, *(str(problem) for problem in running.loaded.errors))

    def _own(self) -> OwnDeck:
        from kiosk.stage.owndeck import own_deck

        return own_deck(self._stage, self._operating, self._settings.deck)

    def _hear_problems(self) -> None:
        self._operating.hear_afar(self._uplink.problems)

    # What it asks

    def _do(self, command: Command) -> None:
        try:
            self._does[command.does](command)
        except _RefusedError as error:
            self._uplink.answer(command.id, "refused", str(error))
        except Exception as error:
            self._uplink.answer(command.id, "failed", f"{type(error).__name__}: {error}")
            raise  # it is the booth's own fault, and is told like any other

    def _take_up(self, what: str) -> None:
        if self._busy:
            raise _RefusedError(f"this booth is busy with {self._busy}: ask again when that is done")
        self._busy = what

    def _end(self, command: str, error: object, said: str = "", *, with_deck: bool = False) -> None:
        """A thing is over that there can be only one of; with why it failed, where it did."""
        self._busy = ""
        if error:
            self._uplink.answer(command, "failed", str(error))
        else:
            self._uplink.answer(command, "done", said, with_deck=with_deck)

    def _reload(self, command: Command) -> None:
        self._read_again(command.id, "The deck was read again, and is shown.")

    def _read_again(self, command: str, said: str) -> None:
        reload = self._operating.reload
        if reload:
            self._rereads.append((command, said))
            reload.ask()
        else:  # less than the whole deck is shown
            self._start_again(command, said, self._operating.start_again)

    @Slot()
    def _reread(self) -> None:
        self._version += 1
        self._see()
        done, self._rereads = self._rereads, []
        wrong = self._operating.reload.wrong if self._operating.reload else ""
        for command, said in done:
            if wrong:
                self._uplink.answer(command, "failed", wrong.removeprefix("kiosk: "))
            else:
                self._uplink.answer(command, "done", said, with_deck=True)

    def _restart(self, command: Command) -> None:
        self._start_again(command.id, "The booth started again.", self._operating.start_again)

    def _start_again(self, command: str, said: str, does: Callable[[], object]) -> None:
        """End the booth by what `does` that, when it is kept what is to be said when it is back."""
        self._busy = ""
        if self._operating.running.again is None:
            why = "nobody watches over this booth who would start it again"
            self._uplink.answer(command, "refused", why)
            return

        def go_on(wrong: str) -> None:
            if wrong:
                self._uplink.answer(command, "failed", wrong)
            else:
                does()

        self._uplink.pend(command, said, lambda wrong: self._hand_over(partial(go_on, wrong)))

    def _route(self, command: Command) -> None:
        stage, route = self._stage, command.details.get("route", "")
        known = [each.id for each in stage.deck.routes]
        if route == "":
            stage.act(Navigator.end_show)
            self._uplink.answer(command.id, "done", "The booth is the visitors'.")
            return
        if route not in known:
            raise _RefusedError(f"the deck has no route {route!r}; it has {', '.join(known) or 'none at all'}")
        if not stage.lists.order:
            raise _RefusedError("there is nothing to show")

        def begin(navigator: Navigator) -> None:
            navigator.rest()  # whoever was there, it begins at its beginning
            navigator.begin_show(stage.now(), route)

        stage.act(begin)
        self._uplink.answer(command.id, "done", f"The route {route} is shown.")

    # The message of the day

    def _message(self, command: Command) -> None:
        from kiosk.fleet.booth import notice

        try:
            new = notice.notice(command.details)
        except ValueError as error:
            raise _RefusedError(str(error)) from None
        languages = self._stage.deck.languages
        if new.texts and not set(new.texts) & set(languages):
            raise _RefusedError(f"it has no text in a language of the deck: {', '.join(languages)}")

        def kept(error: object) -> None:
            if error:
                self._uplink.answer(command.id, "failed", f"it cannot be kept: {error}")
                return
            self._show_notice(new)
            said = "The message is shown." if self._stage.notice else "No message is shown."
            self._uplink.answer(command.id, "done", said)

        self._aside(partial(notice.keep, self._folder, new), kept)

    def _kept_notice(self) -> Notice:
        from kiosk.fleet.booth import notice

        return notice.kept(self._folder)

    def _show_notice(self, new: Notice) -> None:
        self._notice = new
        self._look_at_clock()

    @Slot()
    def _look_at_clock(self) -> None:
        """Show the message, as long as it is not over."""
        from kiosk.fleet.booth.notice import now

        left = self._notice.lasts(now()) if self._notice else 0.0
        self._stage.post(self._notice.texts if self._notice and left != 0 else {})
        if left:
            self._until.start(min(_LOOK_MS, int(left * 1000) + 1))
        else:
            self._until.stop()
        self._see()

    # The opening check

    def _check(self, command: Command) -> None:
        from kiosk.installing.machine import program
        from kiosk.operator.check import Check

        self._take_up("an opening check")
        operating = self._operating
        deck = self._stage.folder.absolute()
        child = Check(program().arguments(), deck, "en", operating.config, operating.state)

        def answer(found: Any) -> None:
            if isinstance(found, Exception):
                self._end(command.id, found)
                return
            signs = {"good": "✓", "note": "!", "bad": "✗"}
            listed = sorted(found, key=lambda part: ("bad", "note", "good").index(part["state"]))
            lines = [f"{signs[each['state']]} {each['name']}: {each['said']} {each['do']}".rstrip() for each in listed]
            good = all(each["state"] != "bad" for each in found)
            card = "\n".join(["READY TO OPEN" if good else "NOT READY", *lines])
            self._end(command.id, "" if good else card, card)

        self._aside(lambda: child.run(lambda *_: None), answer)

    # Another deck

    def _is_unused(self) -> bool:
        place = self._stage.place
        return place.screen in _RESTS and not place.desk

    def _rest_then(self, does: Callable[[], object]) -> None:
        """Go on when nobody uses the booth, or when somebody has used it for long."""
        if self._is_unused():
            does()
        else:
            self._when_rested = does
            self._rested.start()

    @Slot()
    def _go_on_rested(self) -> None:
        does, self._when_rested = self._when_rested, None
        self._rested.stop()
        if does:
            does()

    def _fetch(self, command: Command) -> None:
        from kiosk.fleet.booth.fetching import FetchError, fetch, wanted

        try:
            deck = wanted(command.details, self._settings)
        except FetchError as error:
            raise _RefusedError(str(error)) from None
        self._take_up("another deck")
        home = self._operating.config.parent
        self._aside(
            lambda: fetch(deck, self._settings, home, self._folder, lambda: not self._closed),
            partial(self._bring, command.id),
        )

    def _bring(self, command: str, file: Path | Exception) -> None:
        """Import it as one on a stick: unpacked and checked at once, and swapped when nobody is disturbed."""
        if isinstance(file, Exception):
            self._end(command, file)
            return
        from kiosk.packing.offer import Bringing

        own = self._own()
        work: list[Bringing] = []

        def told(step: object) -> None:
            self._hand_over(partial(self._hear_import, command, own, work, step))

        language = self._stage.place.language
        work.append(Bringing(file, own.folder, self._settings.keys, language, told, None))

    def _hear_import(self, command: str, own: OwnDeck, work: list[Any], step: object) -> None:
        from kiosk.fleet.booth.fetching import forget
        from kiosk.packing.offer import Broken, End, Preview

        if isinstance(step, Preview):
            if not step.same:
                self._rest_then(work[0].take)
                return
            work[0].cancel()
            self._end(command, "", "It is the deck that is there already.", with_deck=True)
        elif isinstance(step, Broken):
            listed = "\n".join(str(problem) for problem in step.problems[:5])
            self._end(command, f"the deck has {len(step.problems)} errors:\n{listed}")
        elif step is End.REPLACED:
            self._show(command, own, "The deck that was fetched is shown.")
        elif isinstance(step, Exception):
            self._end(command, step)
        else:
            return
        self._aside(partial(forget, self._folder), lambda _: None)

    def _show(self, command: str, own: OwnDeck, said: str) -> None:
        """Show the deck that came into a folder."""
        from kiosk.stage.owndeck import show_own

        self._busy = ""
        if own.is_shown:
            self._read_again(command, said)
        else:
            self._start_again(command, said, partial(show_own, self._operating, own))

    def _back(self, command: Command) -> None:
        from kiosk.packing.offer import has_previous

        own = self._own()
        if not has_previous(own.folder):
            raise _RefusedError("there is no deck from before")
        self._take_up("another deck")
        self._rest_then(partial(self._go_back, command.id, own))

    def _go_back(self, command: str, own: OwnDeck) -> None:
        from kiosk.packing.offer import End, bring_back

        def went(step: object) -> None:
            if step is End.BACK:
                self._show(command, own, "The deck from before is shown again.")
            else:
                self._end(command, step)

        self._aside(partial(bring_back, own.folder), went)
