"""What a visitor entered comes back exact, whatever it is: through seal, store, and each kind of export."""

from __future__ import annotations

import csv
import io
import unicodedata
from contextlib import closing

import pytest
from cards import read
from hypothesis import example, given, settings
from hypothesis import strategies as st
from leads.sealing import PRIVATE, PUBLIC
from python_calamine import CalamineWorkbook

from kiosk.leads.export import HEADINGS, as_csv, as_vcards, as_xlsx, rows
from kiosk.leads.lead import LIMITS, Lead, lead, normalised, of_bytes, to_bytes
from kiosk.leads.seal import seal, unseal
from kiosk.leads.store import Store, each

HARD = (
    "",
    "李华",
    "שלום עולם",
    "مرحبا \u202eabc\u202c",
    "👩‍👩‍👧‍👦🇨🇳",
    "e\u0301 Ångström",
    "=cmd|' /C calc'!A0",
    "+86 23 1234 5678",
    "-1",
    "@SUM(A1)",
    "a\0b\x1b[31m",
    "\ud800",
    "<img src=x>",
    '"; DROP TABLE leads; --',
    "a,b;c\\n\\",
    "_x0041_ \ufffe",
    "x" * 10_000,
    "漢" * 10_000,
    "\r\n one \n\n two \t\u2028 three ",
)
TEXTS = st.one_of(
    st.sampled_from(HARD), st.text(st.characters(), max_size=80), st.text(st.characters(), min_size=400, max_size=900)
)
LEADS = st.builds(
    lead,
    **dict.fromkeys(LIMITS, TEXTS),
    interests=st.lists(st.tuples(st.just("ftz"), TEXTS.map(lambda text: normalised(text, "name"))), max_size=3).map(
        tuple
    ),
    viewed=st.just(("ftz", "cci")),
    language=st.sampled_from(("en", "zh")),
    consent=TEXTS.map(lambda text: normalised(text, "note")),
    version=st.just("2026-05"),
    given=st.just("2026-05-08T09:00+00:00"),
)
EVERYTHING = lead(**{name: " ".join(HARD)[:9_000] for name in LIMITS}, given="2026-05-08T09:00+00:00")


def through(tmp_path_factory, one: Lead) -> None:
    """Seal, store and export a lead, and read it back from each."""
    file = tmp_path_factory.mktemp("state") / "leads" / "leads.db"
    with closing(Store(file, print)) as store:
        number = store.keep(seal(to_bytes(one), PUBLIC), "2026-05-08")
        (sealed,) = each(file)
        assert of_bytes(unseal(sealed, PRIVATE)) == one
        store.remove(number)
        assert not list(each(file))
    said = rows([one])[0]
    heading, row = csv.reader(io.StringIO(as_csv([one]).decode("utf-8-sig"), newline=""))
    assert tuple(heading) == HEADINGS
    assert tuple(cell[1:] if cell[:1] == "'" and cell[1:2] in set("=+-@") else cell for cell in row) == said
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    cells = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx([one]))).get_sheet_by_index(0).to_python()[1]
    assert [str(cell) for cell in cells] == list(said)[: len(cells)]
    card = read(as_vcards([one]).decode())
    assert card.get("CATEGORIES", []) == [name for _, name in one.interests]
    assert card.get("NOTE", [""])[0] == one.note
    assert card.get("EMAIL", [""])[0] == one.email
    assert card.get("X-CONSENT", [""])[0] == one.consent


@settings(max_examples=20)
@example(EVERYTHING)
@given(LEADS)
def test_what_was_entered_comes_back_exact(tmp_path_factory, one):
    through(tmp_path_factory, one)


@pytest.mark.long
@settings(max_examples=1000)
@given(LEADS)
def test_a_thousand_come_back_exact(tmp_path_factory, one):
    through(tmp_path_factory, one)


@given(st.text(st.characters()), st.sampled_from(sorted(LIMITS)))
def test_a_text_is_kept_in_one_form(text, name):
    once = normalised(text, name)
    assert normalised(once, name) == once
    assert unicodedata.is_normalized("NFC", once)
    assert len(once) <= LIMITS[name]
    assert not any(unicodedata.category(each) in {"Cc", "Cs"} for each in once.replace("\n", ""))
    assert "\n" not in once or name == "note"
    once.encode()


@pytest.mark.parametrize(
    ("name", "entered", "kept"),
    [
        ("name", "  Li\tHua \n", "Li Hua"),
        ("name", "e\u0301", "é"),
        ("name", "a\0b\x7f", "ab"),
        ("note", "one\r\ntwo\rthree\n", "one\ntwo\nthree"),
        ("note", "a\tb\u2028c", "a b c"),
        ("phone", "1" * 100, "1" * 60),
        ("name", "👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"),
    ],
)
def test_what_is_kept_of_a_text(name, entered, kept):
    assert normalised(entered, name) == kept


def test_what_somebody_else_sealed_is_held_to_the_same_rules():
    assert of_bytes(b'{"name": "=a\\u0000\\nb", "interests": [], "viewed": []}').name == "=a b"


@pytest.mark.parametrize(
    "data",
    [
        b'{"consent": "\\ud800", "interests": [], "viewed": []}',
        b"",
        b"[]",
        b"{}",
        b'{"name": 1}',
        b"[" * 100_000,
        b'{"interests": 1, "viewed": []}',
    ],
)
def test_what_is_no_lead_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011 - that it is refused is all there is to say
        of_bytes(data)
