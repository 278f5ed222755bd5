"""From a file's bytes to its text: decoded once, or told at the first place that cannot be read."""

from pathlib import Path

from explainer.problems import Problem, Problems
from explainer.text.spans import Lines

#: What a sign that is not in UTF-8 most often is, and what editors call that.
_OTHER = "cp1252"
_SAVE = "in an editor, open the file with its own encoding and save it with the encoding UTF-8"


def read_text(path: Path, shown: str, problems: Problems) -> str | None:
    """The text of a file without a byte order mark; None if it cannot be read, and the problem says why.

    Args:
        path: the file.
        shown: what it is called in problems.
        problems: takes what is wrong.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        problems.add(Problem(shown, 0, 0, f"cannot be read: {error.strerror}", "unreadable"))
        return None
    text = decoded(data, shown, problems)
    return None if text is None else text.replace("\r\n", "\n").replace("\r", "\n")


def decoded(data: bytes, shown: str, problems: Problems) -> str | None:
    """The text that a file's bytes are in UTF-8, unchanged but for a byte order mark before it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.add(_not_utf8(data, error, shown))
    return None


def _not_utf8(data: bytes, error: UnicodeDecodeError, shown: str) -> Problem:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Problem(shown, 1, 1, f"this is UTF-16; {_SAVE}", "encoding")
    before = data[: error.start].decode("utf-8-sig", "replace")
    line, column = Lines(before).place(len(before))
    byte = data[error.start : error.start + 1]
    sign = byte.decode(_OTHER, "replace")
    seen = f"byte 0x{byte.hex()} is not UTF-8"
    if sign.isprintable() and sign != "\ufffd":
        seen += f" (“{sign}” in Windows-1252 or Latin-1)"
    way_out = _SAVE
    if not data.decode("utf-8-sig", "ignore").isascii():
        way_out = "other signs of the file are, so delete this one and type it anew"
    return Problem(shown, line, column, f"{seen}; {way_out}", "encoding")
