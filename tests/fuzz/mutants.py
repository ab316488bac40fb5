"""Damage to sound files: by bytes, by lines and tokens, and by what they mean. The same each time for a seed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

import yaml
from fuzz import bases
from fuzz.bases import Files

Named = tuple[str, bytes]
"""A file's name and its content."""

WORDS = (
    *(b"null", b"true", b"no", b"0", b"-1", b"1e308", b"-1e-308", b".nan", b"0x1F", b"12:30", b"2026-99-99", b"[]"),
    *(b"{}", b"[[[]]]", b"{en: x}", b"{en: }", b"''", b"*a", b"&a x", b"!!python/object:os.system x", b"../x", b"/"),
    *(b"C:\\x", b"file:///etc/passwd", b"http://x/y.png", b"data:image/png;base64,AA", b"- x", b"|", b">-", b"? a"),
    *(b"'", b'"', b"%", b"@", b"`", b"#", b": ", b", ", b"---\n", b"...\n", b"\t", b"\r", b"\0", b"\x85", b"\xff\xfe"),
    *(b"\xef\xbb\xbf", b"\xf0\x9f\x91\xa9", "\u202e".encode(), "\u2028".encode(), b"\xed\xa0\x80", b"9" * 5000),
    *(b"W" * 20_000, b"[" * 2000, b"{a: " * 200, b'"' * 99, b"=1+1", b"1,234.5", b"1.234,5", b"1e999", b"-0", b"NaN"),
)


def deck(seed: int, number: int) -> tuple[Files, str]:
    """A deck with one of its files damaged, and that file's name."""
    chance = Random(f"deck {seed} {number}")  # noqa: S311 - repeatable
    files = dict(bases.decks()[0] if chance.random() < 0.5 else chance.choice(bases.decks()[1:]))
    name = chance.choice([name for name in files if name.endswith(".yaml")] * 3 + list(files))
    how = (_bytes, _lines, _meaning)[number % 3]
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        files[name] = how(chance, name, files[name])
    if chance.random() < 0.05:
        del files[chance.choice(list(files))]
    return files, name


def table(seed: int, number: int) -> Named:
    """A damaged table."""
    return _file(seed, number, "table", bases.tables())


def picture(seed: int, number: int) -> Named:
    """A damaged picture."""
    return _file(seed, number, "picture", bases.pictures())


def _file(seed: int, number: int, what: str, found: list[Named]) -> Named:
    chance = Random(f"{what} {seed} {number}")  # noqa: S311 - repeatable
    ending, content = chance.choice(found)
    how = (_bytes, _lines, _meaning)[number % 3]
    for _ in range(chance.choice((1, 1, 2, 4))):
        content = how(chance, ending, content)
    if chance.random() < 0.02:
        ending = chance.choice(found)[0]
    return f"{what}{ending}", content


# By bytes


def _bytes(chance: Random, _: str, content: bytes) -> bytes:
    """Bytes changed, put in, taken out; or the file cut off."""
    if not content or chance.random() < 0.02:
        return chance.randbytes(chance.randrange(200))
    data = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                data[at : at + chance.choice((1, 2, 4, 40))] = b""
            case 2:
                data[at:at] = chance.randbytes(chance.choice((1, 2, 4, 40)))
            case 3:
                data[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\0\0\0\1"))
            case _ if chance.random() < 0.2:
                del data[at:]
    return bytes(data)


# By lines and tokens


def _lines(chance: Random, _: str, content: bytes) -> bytes:
    """Lines and tokens dropped, doubled, swapped, moved in, or replaced by words that mean something elsewhere."""
    split = rb"(\n)" if chance.random() < 0.5 else rb"([\s,:{}\[\]'\"<>=]+)"
    parts = re.split(split, content)
    for _ in range(chance.choice((1, 1, 2, 3))):
        at, other = chance.randrange(len(parts)), chance.randrange(len(parts))
        match chance.randrange(6):
            case 0:
                parts[at] = b""
            case 1:
                parts[at] *= chance.choice((2, 3, 100))
            case 2:
                parts[at], parts[other] = parts[other], parts[at]
            case 3:
                parts[at] = chance.choice(WORDS)
            case 4:
                parts[at] = b" " * chance.randrange(7) + parts[at].strip()
            case _:
                parts.insert(at, chance.choice(WORDS))
    return b"".join(parts)


# By what they mean


def _meaning(chance: Random, name: str, content: bytes) -> bytes:
    """Values of other types, unknown keys, names of files that are not there; cells and chunks that lie."""
    ending = name[name.rfind(".") :]
    how: Callable[[Random, bytes], bytes] | None = {
        ".yaml": _tree,
        ".csv": _cells,
        ".tsv": _cells,
        ".xlsx": _workbook,
        ".png": _chunks,
        ".webp": _chunks,
    }.get(ending)
    return how(chance, content) if how else _lines(chance, name, content)


VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 1, 3, 31, 10**6, 10**18, 10**400, -(10**18), 1e-300, 1e308, 0.1, "", " ", "\n", "x"),
    *("en", "zh", "bureau", "trade.csv", "missing.csv", "pictures/port.png", "pictures", ".", "../x", "/etc/passwd"),
    *("file:///etc/passwd", "http://x/", "image://background//etc/passwd", "qrc:/x", "x" * 100_000, "开" * 3000),
    *("<img src='x'>", "$x$", "\\frac", "%s{0}", "\u202eabc", "👩‍👩‍👧", "a\0b", "2020-12", "2020-13", "1,5", "=1"),
    *([], {}, [None], [[]], [{}], {"en": "x"}, {"en": None, "zh": []}, {"": ""}, {"file": "x.xlsx", "sheet": 1}),
    *(["x"] * 3000, {f"k{n}": n for n in range(300)}, [[[[[[[[[[1]]]]]]]]]], ["en"], [1, "a", None], "bar", "gauge"),
)


def _tree(chance: Random, content: bytes) -> bytes:
    """One node of a YAML file is something else."""
    try:
        root = yaml.safe_load(content)
    except (yaml.YAMLError, ValueError, RecursionError):
        return _lines(chance, ".yaml", content)
    places = list(_places(root))
    if not places:
        return _lines(chance, ".yaml", content)
    parent, key = chance.choice(places)
    value = chance.choice(VALUES) if chance.random() < 0.7 else _copy(*chance.choice(places))
    match chance.randrange(5):
        case 0 if isinstance(parent, dict):
            parent[f"{key}x" if chance.random() < 0.5 else chance.choice(("id", "title", "source", "kind"))] = value
        case 1:
            del parent[key]
        case 2 if isinstance(parent, list):
            parent += [parent[key]] * chance.choice((1, 40, 500))
        case 3 if isinstance(parent, dict):
            parent[chance.choice((1, "sloc", "*", "a b", "e" * 500, "标题"))] = parent.pop(key)
        case _:
            parent[key] = value
    return yaml.safe_dump(root, allow_unicode=True, sort_keys=False).encode(errors="replace")


def _places(node: object):
    """Every entry below a node, by what it stands in and its key."""
    if isinstance(node, dict | list):
        for key in list(node) if isinstance(node, dict) else range(len(node)):
            yield node, key
            yield from _places(node[key])


def _copy(parent, key):
    return yaml.safe_load(yaml.safe_dump(parent[key]))


MOST_CELLS = 2_000_000
"""Letters that one row is repeated up to."""
CELLS = (
    *("", "x", "-", "n/a", "NaN", "inf", "-inf", "1e308", "1e999", "9" * 400, "1,234,567", "1.234.567,8", "１２", "١٢"),
    *("12%", "¥5", "约3", "1e", "--1", "0x1F", "2020-01-01", '"', '""', "=1+1", "@x", "a\nb", "a" * 200_000, "\u202e"),
)


def _cells(chance: Random, content: bytes) -> bytes:
    """Cells, rows and columns of a table are other ones."""
    text = content.decode(errors="replace")
    sign = max(",;\t", key=text.count)
    rows = [line.split(sign) for line in text.splitlines()] or [[""]]
    for _ in range(chance.choice((1, 2, 5))):
        row = chance.choice(rows)
        match chance.randrange(6):
            case 0:
                rows.insert(chance.randrange(len(rows)), list(row))
            case 1:
                row += [chance.choice(CELLS)] * chance.choice((1, 3, 40))
            case 2:
                count = min(chance.choice((3, 300, 3000)), MOST_CELLS // (len("".join(row)) + len(row) + 1))
                rows += [list(row) for _ in range(count)]
            case 3:
                for each in rows:
                    each.extend(each[-1:])
            case _:
                row[chance.randrange(len(row)) if row else 0 :] = [chance.choice(CELLS)]
    return "\n".join(sign.join(row) for row in rows).encode(errors="replace")


XML = (
    (rb'r="[A-Z]+\d+"', (b'r="XFD1048576"', b'r="ZZZZ1"', b'r="A0"', b'r=""', b'r="B99999999"', b"")),
    (rb"<v>[^<]*</v>", (b"<v>1e999</v>", b"<v>nan</v>", b"<v/>", b"<v>" + b"9" * 5000 + b"</v>", b"<v>-1</v>")),
    (rb' t="\w+"', (b' t="s"', b' t="b"', b' t="d"', b' t="e"', b' t="x"', b"")),
    (rb"<row ", (b'<row r="1048577" ', b"<row><row ", b'<row r="-1" ')),
    (rb"<sheetData>", (b'<dimension ref="A1:XFD1048576"/><sheetData>', b"<sheetData><!-- -->")),
    (rb"<\?xml[^>]*>", (b'<?xml version="1.0" encoding="UTF-16"?>', b'<!DOCTYPE x [<!ENTITY a "aa">]>', b"")),
    (rb'Target="[^"]*"', (b'Target="../../etc/passwd"', b'Target="/xl/workbook.xml"', b'Target=""')),
    (rb'ref="[^"]*"', (b'ref="A1:XFD1048576"', b'ref="B2:A1"', b'ref="x"')),
    (rb'name="[^"]*"', (b'name=""', b'name="' + b"n" * 5000 + b'"')),
)


def _workbook(chance: Random, content: bytes) -> bytes:
    """The parts of a workbook say other things; or one is missing, there twice, or very large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:  # noqa: BLE001 - damaged before: whatever the reader says of it
        return _bytes(chance, ".xlsx", content)
    at = chance.randrange(len(parts))
    name, data = parts[at]
    match chance.randrange(8):
        case 0:
            del parts[at]
        case 1:
            parts.append((name, data[: len(data) // 2]))
        case 2:
            parts[at] = name, data + b" " * chance.choice((10**6, 10**6, 60 * 10**6))
        case 3 | 4:
            parts[at] = name, (_bytes if chance.random() < 0.5 else _lines)(chance, name, data)
        case _:
            pattern, others = chance.choice(XML)
            other = chance.choice(others)
            parts[at] = name, re.sub(pattern, lambda _: other, data, count=chance.choice((1, 0)))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _chunks(chance: Random, content: bytes) -> bytes:
    """A picture's chunks lie about their size, come twice, in another order, or not at all; or it says it is huge."""
    kinds = rb"(IHDR|IDAT|PLTE|tRNS|IEND|VP8 |VP8L|VP8X|ANIM|ANMF|ALPH|EXIF)"
    found = [match.start() for match in re.finditer(kinds, content)]
    if not found:
        return _bytes(chance, "", content)
    at = chance.choice(found)
    match chance.randrange(4):
        case 0:
            size = chance.choice((0, 1, 2**15, 30_000, 2**16 - 1, 2**31 - 1, 2**32 - 1)).to_bytes(4, "big")
            return content[: at + 4] + size + content[at + 8 :]
        case 1:
            return content[: at + 8] + chance.choice((b"\0\0\x75\x30", b"\xff\xff\xff\xff")) + content[at + 12 :]
        case 2:
            return content[:at] + content[chance.choice(found) :]
        case _:
            return content[: at - 4] + chance.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", b"\0\0\1\0")) + content[at:]
