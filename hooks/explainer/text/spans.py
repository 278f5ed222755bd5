"""Places in a text: spans of code points, and the lines and columns that follow from them."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Span(NamedTuple):
    """A stretch of an article, in code points, the end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


class Cover:
    """Spans of a text, which may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = list(accumulate((span.end for span in ordered), max))

    def holds(self, span: Span) -> bool:
        """True if another span lies in one of them."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._ends[at] >= span.end


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its edges; empty at ``start`` if nothing else is in it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of them.

    Raises:
        ValueError: there are none.
    """
    spans = list(spans)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends, as editors count them.

    ``str.splitlines`` ends lines at more signs, such as a form feed or U+2028.
    """
    return _LINE.findall(text)


class Lines:
    """Line and column of an offset, both counted from 1; a line ends at LF, CRLF or a lone CR."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        if "\r" in text:
            text = text.replace("\r\n", " \n").replace("\r", "\n")
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
