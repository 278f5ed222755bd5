"""Sentences with exact offsets, also where the text is bad."""

from collections.abc import Iterable
from dataclasses import dataclass

import sentencex

from explainer.text.blocks import Block
from explainer.text.spans import Span, trimmed

#: sentencex looks for the partner of each quotation mark: beyond this length a paragraph of odd
#: marks would cost quadratic time, and is cut at full stops followed by white space instead.
_LONGEST_PARAGRAPH = 20_000


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or one heading or credit line, and the number of its block."""

    span: Span
    block: int


def find_sentences(text: str, blocks: Iterable[Block], language: str) -> tuple[Sentence, ...]:
    """All sentences in order; each lies in one block, and together they hold all of its words."""
    sentences: list[Sentence] = []
    for number, block in enumerate(blocks):
        if block.kind != "paragraph":
            sentences.append(Sentence(block.span, number))
            continue
        pieces = _boundaries(block.span.of(text), language)
        spans = _joined(text, [(block.span.start + a, block.span.start + b) for a, b in pieces])
        sentences.extend(Sentence(span, number) for span in spans)
    return tuple(sentences)


def _boundaries(paragraph: str, language: str) -> list[tuple[int, int]]:
    if len(paragraph) <= _LONGEST_PARAGRAPH:
        found = sentencex.get_sentence_boundaries(language, paragraph)
        return [(b["start_index"], b["end_index"]) for b in found]
    pieces, start = [], 0
    for stop in _plain_stops(paragraph):
        pieces.append((start, stop))
        start = stop
    return [*pieces, (start, len(paragraph))]


def _plain_stops(paragraph: str) -> Iterable[int]:
    at = paragraph.find(". ")
    while at >= 0:
        yield at + 2
        at = paragraph.find(". ", at + 2)


def _joined(text: str, pieces: list[tuple[int, int]]) -> list[Span]:
    """A piece that goes on in lower case belongs to the sentence before it.

    "… last year. reports the BBC." is one sentence and its trailing attribution.
    """
    spans: list[Span] = []
    for start, end in pieces:
        span = trimmed(text, start, end)
        if span.start == span.end:
            continue
        if spans and not _begins_sentence(text, span):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return spans


def _begins_sentence(text: str, span: Span) -> bool:
    words = text[span.start : span.start + 40]
    first = next((c for c in words if c.isalnum()), "")
    if not first:
        return False
    mixed = any(c.isupper() for c in words.split(maxsplit=1)[0])  # iPhone, eBay
    return mixed or not first.islower()
