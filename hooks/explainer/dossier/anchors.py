"""Quotations that people write, found in the articles: verbatim but for white space and the shape of
quotation marks. What stands nowhere gets the nearest passage there is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rapidfuzz.fuzz import partial_ratio_alignment

from explainer.dossier.model import Claim
from explainer.text.document import Document
from explainer.text.spans import Span

#: Below this, a passage is no more like the quotation than any other.
_LIKE = 70
#: A longer quotation is found by its beginning: the search takes time by the length of both.
_LONG = 400

_SPACE = re.compile(r"\s+")
_SHAPES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})


class Plain:
    """A text as quotations are compared with it, each character knowing where it stood."""

    def __init__(self, text: str) -> None:
        pieces: list[str] = []
        self._offsets: list[int] = []
        at = 0
        for space in _SPACE.finditer(text):
            self._offsets += range(at, space.start() + 1)
            pieces += (text[at : space.start()], " ")
            at = space.end()
        self._offsets += range(at, len(text) + 1)
        self.text = ("".join(pieces) + text[at:]).translate(_SHAPES)

    def find(self, quote: str) -> list[Span]:
        """Everywhere in the text where the quotation stands, cutting no word in two."""
        words = plain(quote)
        return [self._span(at, at + len(words)) for at in self._occurrences(words)]

    def nearest(self, quote: str) -> tuple[float, Span] | None:
        """The passage most like a quotation, and how like it is, of 100; None if nothing is."""
        words = plain(quote)[:_LONG]
        found = partial_ratio_alignment(_lower(words), _lower(self.text), score_cutoff=_LIKE)
        if found is None or found.dest_start == found.dest_end:
            return None
        start, end = found.dest_start, found.dest_end
        while start > 0 and not self._is_edge(start):
            start -= 1
        while end < len(self.text) and not self._is_edge(end):
            end += 1
        while end > start and self._is_over(end - 1, words[-1]):
            end -= 1
        while start < end and self._is_over(start, words[0]):
            start += 1
        return found.score, self._span(*self._with_partner(start, end))

    def _is_over(self, at: int, wanted: str) -> bool:
        """True for a space, or a sign of the text's that the quotation has not, at a passage's edge."""
        sign = self.text[at]
        return sign.isspace() or (sign in ".,;:!?" and sign != wanted)

    def _with_partner(self, start: int, end: int) -> tuple[int, int]:
        """A passage with the quotation mark that stands beside it, if its partner is inside."""
        if self.text.count('"', start, end) % 2:
            if self.text.startswith('"', end):
                return start, end + 1
            if self.text.endswith('"', 0, start):
                return start - 1, end
        return start, end

    def _occurrences(self, words: str) -> Iterator[int]:
        at = self.text.find(words) if words else -1
        while at >= 0:
            if self._is_edge(at) and self._is_edge(at + len(words)):
                yield at
                at += len(words)
            else:
                at += 1
                while at < len(self.text) and not self._is_edge(at):
                    at += 1
            at = self.text.find(words, at)

    def _is_edge(self, at: int) -> bool:
        """True if no word goes on here."""
        return not (self.text[max(0, at - 1) : at].isalnum() and self.text[at : at + 1].isalnum())

    def _span(self, start: int, end: int) -> Span:
        return Span(self._offsets[start], self._offsets[end - 1] + 1)


def plain(words: str) -> str:
    """Words with one white space between them and one shape of quotation marks."""
    return " ".join(words.split()).translate(_SHAPES)


def _lower(text: str) -> str:
    """A text without capitals; as it is where a letter would become two, and places would shift."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


@lru_cache(maxsize=64)
def plain_text(text: str) -> Plain:
    """A text to look for quotations in, made once."""
    return Plain(text)


def nearest_passage(quote: str, texts: Mapping[str, str]) -> str:
    """The passage of any of some texts that is most like a quotation, on one line, or ""."""
    found = ((plain_text(text).nearest(quote), text) for text in texts.values())
    ranked = [(near[0], near[1].of(text)) for near, text in found if near]
    best = max(ranked, key=lambda item: item[0], default=(0, ""))
    return " ".join(best[1].split())


def overlapping(claims: Iterable[Claim], span: Span) -> list[Claim]:
    """The claims that a quotation may belong to: those whose content holds most of it.

    A claim without content ("the denials of the authorities") is its source and cue.
    """
    ranked = [(shared(claim, span), claim) for claim in claims]
    most = max((length for length, _ in ranked), default=0)
    return [claim for length, claim in ranked if length == most] if most else []


def theirs(claim: Claim, span: Span, document: Document) -> Span | None:
    """The part of a quotation that a claim has, where the quotation runs out of the claim.

    That is one that goes on in another paragraph, or has more words that are not the claim's than
    words that are. Who says it and how may stand in a quotation; None if nothing is wrong with it.
    """
    hull = claim.place.span
    start, end = max(hull.start, span.start), min(hull.end, span.end)
    one = not goes_on(span, document)
    if hull.contains(span) or (one and 2 * (end - start) >= span.end - span.start):
        return None
    pieces = [piece for piece in claim.content or (hull,) if piece.overlaps(span)]
    if not pieces:
        return Span(start, end)
    first, last = min(p.start for p in pieces), max(p.end for p in pieces)
    return Span(max(first, span.start), min(last, span.end))


#: What is told of a claim by hand that does.
GOES_ON = "these words go on in another paragraph; quote each paragraph by itself", "quote-of-more"


def goes_on(span: Span, document: Document) -> bool:
    """True for a quotation that goes on in another paragraph."""
    return sum(block.span.overlaps(span) for block in document.blocks) > 1


def shared(claim: Claim, span: Span) -> int:
    """How many characters of a quotation are a claim's; one without content is source and cue."""
    pieces = claim.content or (claim.place.span,)
    return sum(max(0, min(p.end, span.end) - max(p.start, span.start)) for p in pieces)
