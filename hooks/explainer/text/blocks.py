"""Headings, paragraphs and credit lines.

An article pasted from a page has a line a paragraph; a wire report has lines of one width and an
empty line between paragraphs. Both are read; which one it is, each group of lines tells by itself.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from explainer.text.spans import Span, trimmed

Kind = Literal["heading", "paragraph", "credit"]

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]+")
_FINAL = tuple(".!?…:;,\"”’'»)")

#: A heading is short; a wrapped line is not.
_HEADING_CHARACTERS = 100
_HEADING_WORDS = 16
_WRAPPED_CHARACTERS = 40
#: All lines of a wrapped paragraph but its last reach that far towards the longest.
_WRAPPED_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph or credit line."""

    kind: Kind
    span: Span


def find_blocks(text: str, credit_words: Iterable[str] = ()) -> tuple[Block, ...]:
    """All blocks of a text, in order; between them is white space only.

    Args:
        text: the article.
        credit_words: how credit lines begin ("Editor", "Reporting by"), for this language; one
            counts only before a colon or when its own last sign is one.
    """
    spans = list(_paragraphs(text))
    opening = _credit_pattern(credit_words)
    blocks = []
    for number, span in enumerate(spans):
        words = span.of(text)
        last = number == len(spans) - 1
        kind: Kind = "paragraph"
        if opening and len(words) <= _HEADING_CHARACTERS and opening.match(words):
            kind = "credit"
        elif not last and _is_heading(words):
            kind = "heading"
        blocks.append(Block(kind, span))
    return tuple(blocks)


def _paragraphs(text: str) -> Iterator[Span]:
    """The spans of paragraphs: single lines, or groups of wrapped lines."""
    lines = [trimmed(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    lines = [line for line in lines if line.end > line.start]
    group: list[Span] = []
    for line in lines:
        if group and _empty_line_between(text, group[-1].end, line.start):
            yield from _group(text, group)
            group = []
        group.append(line)
    yield from _group(text, group)


def _empty_line_between(text: str, end: int, start: int) -> bool:
    return len(text[end:start].replace("\r\n", "\n").splitlines()) > 1 + (
        text[start - 1] not in "\r\n\x85\u2028\u2029"
    )


def _group(text: str, lines: list[Span]) -> Iterator[Span]:
    inner = lines[:-1]
    widest = max((line.end - line.start for line in lines), default=0)
    full = [line for line in inner if line.end - line.start >= _WRAPPED_SHARE * widest]
    open_ends = sum(text[line.end - 1] not in _FINAL for line in full)
    if widest >= _WRAPPED_CHARACTERS and 2 * len(full) >= len(inner) and 2 * open_ends > len(full):
        # Lines of one width with few ends of sentences at their ends: the paragraph was wrapped.
        yield Span(lines[0].start, lines[-1].end)
    else:
        yield from lines


def _is_heading(words: str) -> bool:
    return (
        len(words) <= _HEADING_CHARACTERS
        and not words.endswith(_FINAL)
        and len(words.split()) <= _HEADING_WORDS
        and (words[0].isupper() or words[0].isdigit() or not words[0].isalnum())
        and any(c.isalpha() for c in words)
    )


def _credit_pattern(credit_words: Iterable[str]) -> re.Pattern[str] | None:
    words = sorted(credit_words, key=len, reverse=True)
    if not words:
        return None
    return re.compile(rf"\(?(?:{'|'.join(map(re.escape, words))})\s*:\s*\S", re.IGNORECASE)
