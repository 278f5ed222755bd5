"""Cases as plain data: blocks of lines with an empty line between them; # begins a comment.

The first line of a case is its text, after "text: "; ``\\n``, ``\\r``, ``\\t`` and ``\\uXXXX`` in it are
the characters that they name. What follows is what is expected, a finding a line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from explainer import lexicons
from explainer.lexicons import Lexicon
from explainer.text.article import Article
from explainer.text.document import Document, parse

CASES = Path(__file__).parents[1] / "cases"

_ESCAPE = re.compile(r"\\(?:[nrt]|u[0-9a-fA-F]{4})")
_SHORT = {"\\n": "\n", "\\r": "\r", "\\t": "\t"}
_LONG = {character: escape for escape, character in _SHORT.items()}


@dataclass(frozen=True)
class Case:
    """One case: its text, its options ("published: 2023-05-24") and the lines that are expected."""

    text: str
    options: dict[str, str]
    expected: list[str]


def cases(folder: str, only: str = "*") -> Iterator[object]:
    """The cases of a folder of tests/cases, as parameters of a test."""
    paths = sorted((CASES / folder).glob(f"{only}.txt"))
    assert paths, f"there are no cases in {folder}"
    for path in paths:
        for case in read_cases(path):
            yield pytest.param(case, id=f"{path.stem}: {escaped(case.text)[:60]}")


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file."""
    lines: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line and not line.startswith("#"):
            lines.append(line)
        elif lines and not line:
            yield _case(lines)
            lines = []


def _case(lines: list[str]) -> Case:
    text, *rest = lines
    assert text.startswith("text: "), f"a case begins with its text, not with {text!r}"
    options = {}
    while rest and (option := re.fullmatch(r"(published|notes): (.*)", rest[0])):
        options[option[1]] = option[2]
        rest = rest[1:]
    assert rest, f"nothing is expected of {text!r}; write none if nothing is to be found"
    return Case(unescaped(text.removeprefix("text: ")), options, [] if rest == ["none"] else rest)


def unescaped(text: str) -> str:
    """A case's text as it stands in an article."""

    def character(escape: re.Match[str]) -> str:
        return _SHORT.get(escape[0]) or chr(int(escape[0][2:], 16))

    return _ESCAPE.sub(character, text)


def escaped(text: str) -> str:
    """A text on one line, as cases write it."""
    return "".join(
        _LONG.get(c) or (c if c.isprintable() else f"\\u{ord(c):04x}" if ord(c) < 65536 else c)
        for c in text
    )


@cache
def english() -> Lexicon:
    """The lexicon as delivered."""
    lexicon = lexicons.load("en")
    assert lexicon is not None
    return lexicon


def document(text: str) -> Document:
    """A text with its places, as an English article."""
    return parse(Article("case", "seeds/case.txt", text), "en", english().credits)
