"""What is wrong with YAML that cannot be read, in words for people who never heard of it.

The parser says where it could not go on. Why, and where the mistake was begun, is seen in the lines.
"""

import json
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import yaml

from explainer.text.spans import lines_of

#: What YAML ends lines at, and editors do not.
_NO_BREAKS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))
#: What may not stand in YAML.
_HIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: A line with a key, or the first line of an entry with one.
_PAIR = re.compile(r"(?P<signs>\s*(?:-\s+)*)(?P<key>[^\s#-][^:]*?):(?:\s+(?P<value>.*?))?\s*$")
#: What a key of ours looks like.
_KEY = re.compile("[a-z_0-9]+")
#: A key without the space behind its colon, or with one that is none for YAML.
_TIGHT = re.compile(r"\s*(?:-\s+)*(?P<key>[\w-]+):(?P<value>\S.*|[^\S\r\n\t ].*)$")


class Slip(NamedTuple):
    """A mistake, its line and its column, both counted from 0."""

    line: int
    column: int
    message: str


class _Stop(NamedTuple):
    """Where the parser stopped, where what it was reading then had begun, and the number of the file's
    line on which all of it begins.
    """

    lines: Sequence[str]
    line: int
    column: int
    begun: tuple[int, int]
    first: int

    @property
    def text(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def indent(self) -> int:
        return _indent(self.text)

    def above(self, found: Callable[[str], object]) -> int | None:
        """The number of the nearest line above with something in it, or None."""
        return next((n for n in range(self.line - 1, -1, -1) if found(self.lines[n])), None)


def readable(text: str) -> str:
    """YAML in which only those signs end a line that do so in an editor, each at its place."""
    return text.translate(_NO_BREAKS)


def slip(text: str, error: yaml.YAMLError, first: int = 1) -> Slip:
    """The mistake for which a text is no YAML.

    Args:
        text: what was read.
        error: what the parser says.
        first: the number of the file's line on which the text begins, for lines that are named.
    """
    lines = [line.rstrip("\r\n") for line in lines_of(text)]
    for number, line in enumerate(lines):
        if hidden := _HIDDEN.search(line):
            message = f"a sign that nobody sees stands here (U+{ord(hidden[0]):04X}); delete it"
            return Slip(number, hidden.start(), message)
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Slip(0, 0, _UNKNOWN)
    begun = getattr(error, "context_mark", None) or mark
    stop = _Stop(lines, mark.line, mark.column, (begun.line, begun.column), first)
    what = getattr(error, "problem", None) or ""
    told = next((tell for sign, tell in _TELLING if sign in what), _unknown)
    return told(stop)


_UNKNOWN = (
    "this cannot be read; each line is `key: value`, and a value with signs such as : # [ ] { } * &"
    " stands between quotation marks"
)


def _unknown(stop: _Stop) -> Slip:
    return Slip(stop.line, stop.column, _UNKNOWN)


def _colon(stop: _Stop) -> Slip:
    """A colon where no key can be: in a value, or behind a key for which the line above is no place."""
    pair = _PAIR.match(stop.text)
    if pair and pair["value"] and stop.column >= pair.start("value"):
        if pair["value"][0] in "\"'":
            return _behind_quoted(stop)
        ready = _quoted(pair["key"], pair["value"])
        message = f"a value with a colon in it stands between quotation marks: {ready}"
        return Slip(stop.line, pair.start("value"), message)
    above = stop.above(_PAIR.match)
    if above is not None and stop.indent > _indent(stop.lines[above]):
        return _too_far(stop, _PAIR.match(stop.lines[above]))
    before = stop.above(str.strip)
    return _unknown(stop) if before is None else _no_pair(stop, before)


def _too_far(stop: _Stop, above: re.Match[str] | None) -> Slip:
    """A key that is indented more than the one above, which has a value already."""
    pair = _PAIR.match(stop.text)
    if not above or not pair or not _KEY.fullmatch(pair["key"]):
        message = "a value of several lines that has a colon in it stands between quotation marks"
        return Slip(stop.line, stop.indent, message)
    column = above.start("key") + 1
    message = (
        f"`{pair['key']}:` is indented more than `{above['key']}:` above it, which has a value"
        f" already; begin it right below that, in column {column}"
    )
    return Slip(stop.line, pair.start("key"), message)


def _no_colon(stop: _Stop) -> Slip:
    return _no_pair(stop, stop.begun[0])


def _no_pair(stop: _Stop, number: int) -> Slip:
    """A line that should have been a key with its value."""
    line = stop.lines[number]
    if tight := _TIGHT.match(line):
        value = tight["value"].strip()
        sign = tight["value"][0]
        message = f"a space stands behind the colon: `{tight['key']}: {value}`"
        if sign.isspace():
            message = (
                f"the space behind the colon is another sign (U+{ord(sign):04X}); type it anew"
            )
        return Slip(number, tight.end("key"), message)
    message = "this line has no colon; each line is `key: value`"
    if line.lstrip().startswith("<!--"):
        message = "a comment begins with `#` here"
    return Slip(number, _indent(line), message)


def _column(stop: _Stop) -> Slip:
    """A line that begins where none above it does; or words behind the end of a value."""
    if stop.column > stop.indent:
        return _behind_quoted(stop)
    item = stop.text.lstrip().startswith("-")
    found = stop.above(re.compile(r"\s*- ").match if item else _PAIR.match)
    if found is None:
        what = "no list" if item else "no key"
        message = f"{what} can stand here: what is above has begun as something else"
        return Slip(stop.line, stop.column, message)
    pair = _PAIR.match(stop.lines[found])
    wanted = pair.start("key") if pair and not item else _indent(stop.lines[found])
    what = "entries of one list" if item else "keys that belong together"
    message = (
        f"this line begins in column {stop.column + 1}; the {what} begin in the same column, as on"
        f" line {found + stop.first}, in column {wanted + 1}"
    )
    return Slip(stop.line, stop.column, message)


def _behind_quoted(stop: _Stop) -> Slip:
    """Words that stand behind what has ended: a value in quotation marks, or a bracket."""
    sign = stop.text[stop.column : stop.column + 1]
    if sign and sign in "]}":
        return Slip(stop.line, stop.column, f"one `{sign}` too many: none is open here; delete it")
    before = stop.text[: stop.column].rstrip()
    mark = before[-1:]
    if mark and mark in "\"'" and before.count(mark) % 2:
        above = stop.above(lambda line: line.count(mark) % 2 == 1)
        if above is not None:
            return _open_mark(stop._replace(begun=(above, stop.lines[above].index(mark))))
    pair = _PAIR.match(stop.text)
    ready = ""
    if pair and pair["value"]:
        ready = f": {_quoted(pair['key'], pair['value'])}"
    message = f"the value ends at the quotation mark before; put one pair round all of it{ready}"
    return Slip(stop.line, stop.column, message)


def _open_mark(stop: _Stop) -> Slip:
    return Slip(*stop.begun, "the quotation mark that opens here is never closed")


def _open(stop: _Stop) -> Slip:
    """A list or a group of keys on one line that goes on where it should end."""
    line, column = stop.begun
    if stop.line == line and stop.text[stop.column] == ":":
        message = "here a value with a colon in it stands between quotation marks"
        return Slip(stop.line, stop.column, message)
    return _not_ended(stop, line, column)


def _not_ended(stop: _Stop, line: int, column: int) -> Slip:
    what, end = ("list", "]") if stop.lines[line][column] == "[" else ("group of keys", "}")
    return Slip(line, column, f"the {what} that opens here does not end with `{end}`")


def _no_value(stop: _Stop) -> Slip:
    """A place for a value that has none: a sign that begins no value, or the end behind a bracket."""
    if stop.begun[0] < len(stop.lines):
        return _sign(stop)
    for line in reversed(range(len(stop.lines))):
        text = stop.lines[line]
        column = max(text.rfind("["), text.rfind("{"))
        if column >= 0:
            return _not_ended(stop, line, column)
    return Slip(max(0, len(stop.lines) - 1), 0, _UNKNOWN)


def _sign(stop: _Stop) -> Slip:
    """A sign that begins no value."""
    if "\t" in stop.text[: stop.indent]:
        return _tab(stop)
    line, column = stop.begun
    text = stop.lines[line]
    pair = _PAIR.match(text)
    if not pair or not pair["value"] or column < pair.start("value"):
        value = text[column:].strip()
        ready = f"`{json.dumps(value, ensure_ascii=False)}`"
    else:
        column = pair.start("value")
        ready = _quoted(pair["key"], pair["value"])
    sign = text[column : column + 1]
    message = f"words that begin with `{sign}` stand between quotation marks: {ready}"
    return Slip(line, column, message)


def _tab(stop: _Stop) -> Slip:
    column = max(0, stop.text.find("\t"))
    return Slip(stop.line, column, "a tab stands here; put spaces in its place")


def _list_beside_key(stop: _Stop) -> Slip:
    message = "a list begins on a line of its own below its key: press Enter before `-`"
    return Slip(stop.line, stop.column, message)


def _folded(stop: _Stop) -> Slip:
    line, column = stop.begun
    sign = stop.lines[line][column]
    message = f"behind `{sign}` nothing stands: the words begin on the next line, indented"
    return Slip(line, column, message)


def _escape(stop: _Stop) -> Slip:
    column = stop.text.rfind("\\", 0, stop.column + 1)
    message = "between these quotation marks `\\` changes what stands behind it; write `\\\\`"
    return Slip(stop.line, max(0, column), message)


def _second(stop: _Stop) -> Slip:
    """A line that ends all that is read."""
    ends = [n for n in range(stop.line + 1) if stop.lines[n].startswith(("---", "..."))]
    if not ends:
        return _unknown(stop)
    return Slip(ends[-1], 0, "what stands below this line is not read; delete the line")


#: The mistakes that people make, by what the parser says of them.
_TELLING: Sequence[tuple[str, Callable[[_Stop], Slip]]] = (
    ("tab character", _tab),
    ("cannot start any token", _sign),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("unexpected end of stream", _open_mark),
    ("unexpected document indicator", _open_mark),
    ("did not find expected key", _column),
    ("expected '-' indicator", _column),
    ("expected <block end>", _column),
    ("expected ',' or ']'", _open),
    ("expected ',' or '}'", _open),
    ("alphabetic or numeric", _sign),
    ("undefined alias", _sign),
    ("undefined tag", _sign),
    ("constructor for the tag", _sign),
    ("tag URI", _sign),
    ("non-alphabetical", _sign),
    ("unknown directive", _sign),
    ("node content", _no_value),
    ("mapping keys are not allowed", _sign),
    ("sequence entries", _list_beside_key),
    ("comment or", _folded),
    ("chomping", _folded),
    ("escape character", _escape),
    ("hexdecimal", _escape),
    ("another document", _second),
    ("document start", _second),
)


def _quoted(key: str, value: str) -> str:
    """A key with its value between quotation marks, as it should be written."""
    if len(value) > 2 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    if '"' in value and "'" not in value:
        return f"`{key}: '{value}'`"
    return f"`{key}: {json.dumps(value, ensure_ascii=False)}`"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
