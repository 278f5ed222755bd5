"""Words, numbers and signs, as parallel lists: the reading asks for millions of them a second."""

import re
from bisect import bisect_left, bisect_right

from explainer.text.spans import Span

#: In order: abbreviations with inner full stops (U.S., a.m.); numbers with their commas, points and
#: ordinal letters; words with inner hyphens, full stops and apostrophes, but without a possessive
#: ending; the endings 's and n't's kin, but no capital S that may open a sentence; double quotation
#: marks made of two signs; any other sign.
_TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}
    | \d+(?:[.,:/-]\d+)*(?:[^\W\d_]+)?
    | ['’](?:s|re|ve|ll|d|m)\b
    | (?<=\S)['’]S\b
    | \w+(?:(?:['’](?!(?:s|S|re|ve|ll|d|m)\b)|[-.‑](?=\w))\w+)*
    | ``|''|--+|\.\.+
    | \S
    """,
    re.VERBOSE,
)


class Tokens:
    """All tokens of a text. ``start``, ``end``, ``text`` and ``low`` have one entry a token.

    ``low`` is lower-case with straight apostrophes and hyphens: the form lexicons are written in.
    """

    __slots__ = ("end", "low", "source", "start", "text")

    def __init__(self, source: str) -> None:
        self.source = source
        self.start: list[int] = []
        self.end: list[int] = []
        self.text: list[str] = []
        add_start, add_end, add_text = self.start.append, self.end.append, self.text.append
        for found in _TOKEN.finditer(source):
            add_start(found.start())
            add_end(found.end())
            add_text(found.group())
        self.low = [t.lower().replace("’", "'").replace("‑", "-") for t in self.text]

    def __len__(self) -> int:
        return len(self.start)

    def span(self, first: int, stop: int) -> Span:
        """The span of tokens ``first`` up to, not including, ``stop``; ``stop > first``."""
        return Span(self.start[first], self.end[stop - 1])

    def within(self, span: Span) -> range:
        """The tokens that lie wholly inside a span."""
        return range(bisect_left(self.start, span.start), bisect_right(self.end, span.end))
