"""Sentences with exact offsets, also where the text is bad."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import sentencex

from explainer.text.blocks import Block
from explainer.text.spans import Span, trimmed
from explainer.text.tokens import Tokens

#: sentencex looks for the partner of each quotation mark, which in a paragraph of odd marks takes
#: quadratic time: a longer paragraph is handed to it in portions that begin with a sentence.
_PORTION = 5_000

#: A mark that opens a quotation behind a word in small letters and a full stop.
_SPEECH = re.compile(r"(?<=[a-z]{2}\.)\s+(?P<mark>[\"“])(?=[A-Z])")
#: Two letters of one abbreviation.
_INITIALS = re.compile(r"[A-Z]\.[A-Z]\.")
#: A title before a name: a short word with a capital and a full stop behind a mark that closes a
#: quotation, or one with an M.
_TITLE = re.compile(r"(?:[,?!]['\"”’]+\s[A-Z][a-z]{1,3}|\bM[rsx]s?)\.$")
#: The full stop of "2 May." ends a sentence, that of "May" as a short form does not.
_DAY = re.compile(r"(?<![\d.,])\d{1,2} [A-Z][a-z]{2}\.\s+(?=[A-Z][a-z]*\s)")
#: A half of the day and a zone behind it, or a weekday: 5 p.m.|EST, 5 p.m.|Monday.
_CLOCK = re.compile(r"\d\s?[ap]\.m\.\s+(?:[A-Z]{2,4}|[A-Z][a-z]+day)\b")

#: What is looked at on either side of the end of a sentence has no more characters.
_SHORT = 12

#: What reads a sentence looks at each of its words from each of its cues. No sentence of an article
#: is half as long; a hostile one is read in pieces, so that twice the text is twice the work.
_MOST_TOKENS = 400


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or one heading or credit line, and the number of its block."""

    span: Span
    block: int


def find_sentences(
    text: str, blocks: Iterable[Block], language: str, tokens: Tokens
) -> tuple[Sentence, ...]:
    """All sentences in order; each lies in one block, and together they hold all of its words."""
    sentences: list[Sentence] = []
    for number, block in enumerate(blocks):
        if block.kind != "paragraph":
            sentences.append(Sentence(block.span, number))
            continue
        pieces = _boundaries(block.span.of(text), language)
        spans = _joined(text, [(block.span.start + a, block.span.start + b) for a, b in pieces])
        sentences.extend(Sentence(piece, number) for s in spans for piece in _pieces(s, tokens))
    return tuple(sentences)


def _boundaries(paragraph: str, language: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(paragraph):
        stop = _portion_end(paragraph, start)
        if stop - start > _PORTION + 1:
            # A word as long as that has no sentences in it.
            found.append((start, stop))
            start = stop
            continue
        ends = sentencex.get_sentence_boundaries(language, paragraph[start:stop])
        whole = [(start + end["start_index"], start + end["end_index"]) for end in ends]
        pieces = [piece for span in whole for piece in _cut(paragraph, *span)]
        if stop < len(paragraph) and len(pieces) > 1:
            # The last one may go on behind the portion: the next portion begins with it.
            stop = pieces.pop()[0]
        found += pieces
        start = stop
    return found


def _cut(paragraph: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """A piece, cut where a short word was taken for an abbreviation: it fell on 2 May. | The town …

    So are "me." and "no." before a quotation: he told me. | “It is late.”
    """
    cuts = {found.start("mark") for found in _SPEECH.finditer(paragraph, start, end)}
    cuts |= {found.end() for found in _DAY.finditer(paragraph, start, end)}
    for cut in sorted(cuts):
        yield start, cut
        start = cut
    yield start, end


def _portion_end(paragraph: str, start: int) -> int:
    """The end of a portion, behind a blank if there is one."""
    if len(paragraph) - start <= _PORTION:
        return len(paragraph)
    blank = paragraph.rfind(" ", start, start + _PORTION)
    if blank < 0:
        blank = paragraph.find(" ", start + _PORTION)
    return blank + 1 if blank >= 0 else len(paragraph)


def _joined(text: str, pieces: list[tuple[int, int]]) -> list[Span]:
    """A piece that goes on in lower case belongs to the sentence before it.

    "… last year. reports the BBC." is one sentence and its trailing attribution.
    """
    spans: list[Span] = []
    for start, end in pieces:
        span = trimmed(text, start, end)
        if span.start == span.end:
            continue
        if spans and (_breaks_word(text, spans[-1], span) or not _begins_sentence(text, span)):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return spans


def _breaks_word(text: str, before: Span, span: Span) -> bool:
    """Whether no sentence can end between two pieces.

    "R-S.|C." is one word; behind a quotation, “…,” Ms.|Berg, a title stands before a name.
    """
    initials = _INITIALS.match(text, before.end - 2, span.start + 2)
    clock = _CLOCK.search(text, max(before.start, before.end - _SHORT), span.start + _SHORT)
    title = _TITLE.search(text, max(before.start, before.end - _SHORT), before.end)
    return bool(initials or clock or title)


def _pieces(span: Span, tokens: Tokens) -> Iterable[Span]:
    """The sentence, or a hostile one's pieces."""
    within = tokens.within(span)
    if len(within) <= _MOST_TOKENS:
        yield span
        return
    cuts = [span.start, *(tokens.start[at] for at in within[_MOST_TOKENS::_MOST_TOKENS]), span.end]
    for start, end in pairwise(cuts):
        yield trimmed(tokens.source, start, end)


def _begins_sentence(text: str, span: Span) -> bool:
    words = text[span.start : span.start + 40]
    first = next((c for c in words if c.isalnum()), "")
    if not first:
        return False
    mixed = any(c.isupper() for c in words.split(maxsplit=1)[0])  # iPhone, eBay
    return mixed or not first.islower()
