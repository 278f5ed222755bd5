"""Where code stands in a Markdown text: what is written there is shown, not done.

Markdown itself keeps no line numbers, so whoever tells of a mistake at its line looks at the text before
Markdown does, and has to see the same code in it.
"""

import re
from collections.abc import Iterator, Sequence

from markdown.util import BLOCK_LEVEL_ELEMENTS

from explainer.dossier.fences import outside_fences

#: Tags of HTML that hold more than a line; a line across the page holds nothing.
_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS) - {"hr"}
_INDENTED = re.compile(r"[\s>]*(?: {4}|\t)")
#: What is indented below one of these is its own text and no code.
_HOLDS_MORE = re.compile(r" {0,3}(?:[-*+] |\d+[.)] |: |\[\^[^\]]*\]:|!!!|\?\?\?|/{3})")
_TAG = re.compile(r"[ ]{0,3}<([a-z][a-z0-9]*)\b([^<>]*)>", re.IGNORECASE)
_TICKS = re.compile(r"(?<![\\`])(`+)(?!`)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_EMPTY_LINE = re.compile(r"\n[ \t>]*\n")


def place_of(words: str, markdown: str) -> tuple[int, int]:
    """Line and column, from 1, at which some words stand outside of code, or zeros."""
    before, found, _ = without_code(markdown).partition(words)
    return (before.count("\n") + 1, len(before) - before.rfind("\n")) if found else (0, 0)


def without_code(markdown: str, *, comments: bool = False) -> str:
    """The text with blanks in the place of code and comments, so that all else stays where it is.

    Args:
        markdown: the text.
        comments: True to keep the comments.
    """
    lines = markdown.split("\n")
    prose = set(outside_fences(lines)) - set(indented_code(lines))
    kept = (line if n in prose else " " * len(line) for n, line in enumerate(lines))
    text = "\n".join(kept)
    text = "".join(_without_ticks(text))
    return text if comments else _COMMENT.sub(lambda found: _blank(found[0]), text)


def open_ticks(without_code: str) -> Iterator[int]:
    """Where backticks stand that no others in their paragraph close: Markdown leaves them as text.

    Of several in one paragraph, the first: another may be meant as its end.

    Args:
        without_code: a Markdown text with blanks in the place of code.
    """
    lines = without_code.split("\n")
    raw = set(raw_html(lines)) if "<" in without_code else set()
    at, told = 0, False
    for number, line in enumerate(lines):
        found = None if number in raw else _TICKS.search(line)
        if found and not told:
            yield at + found.start(1)
        told = bool(line.strip(" \t>")) and (told or found is not None)
        at += len(line) + 1


def indented_code(lines: list[str]) -> Iterator[int]:
    """Lines that an empty line and four spaces make code, unless they belong to a list or the like."""
    holder = False
    before_empty, code = True, False
    for number, line in enumerate(lines):
        if not line.strip():
            before_empty = True
            continue
        if _INDENTED.match(line):
            code = code or (before_empty and not holder)
            if code:
                yield number
        else:
            code = False
            # A line at the margin goes on with what is above it; below an empty line it ends that.
            holder = bool(_HOLDS_MORE.match(line)) or (
                holder and (not before_empty or line.startswith(" "))
            )
        before_empty = False


def raw_html(lines: Sequence[str]) -> Iterator[int]:
    """The numbers of the lines that Markdown leaves as they are, for a tag of HTML is open there.

    That is a tag of a block at the beginning of a line, unless it says ``markdown``.
    """
    tag, depth, raw = "", 0, False
    for number in outside_fences(lines):
        line = lines[number]
        found = None if depth else _TAG.match(line)
        if found and found[1].lower() in _BLOCKS:
            tag, raw = found[1].lower(), not re.search(r"\bmarkdown\b", found[2])
        elif not depth:
            continue
        if raw:
            yield number
        ends = len(re.findall(rf"</{tag}\s*>", line, re.IGNORECASE))
        depth += len(re.findall(rf"<{tag}\b", line, re.IGNORECASE)) - ends


def _without_ticks(text: str) -> Iterator[str]:
    """The text in pieces, those between equal runs of backticks of one paragraph blank."""
    at = 0
    for end in [*(found.start() for found in _EMPTY_LINE.finditer(text)), len(text)]:
        yield from _paragraph(text, at, end)
        at = end


def _paragraph(text: str, at: int, end: int) -> Iterator[str]:
    runs = list(_TICKS.finditer(text, at, end))
    later: dict[str, list[int]] = {}
    for number in range(len(runs) - 1, -1, -1):
        later.setdefault(runs[number][1], []).append(number)
    number = 0
    while number < len(runs):
        same = later[runs[number][1]]
        while same and same[-1] <= number:
            same.pop()
        if same:
            start, stop = runs[number].start(), runs[same[-1]].end()
            yield text[at:start]
            yield _blank(text[start:stop])
            at, number = stop, same[-1]
        number += 1
    yield text[at:end]


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
