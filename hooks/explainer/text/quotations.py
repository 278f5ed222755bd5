"""Quotation marks, paired paragraph by paragraph: straight and curly, nested, continued.

Whether a quotation is somebody's speech is for the reading to say. An odd mark costs its paragraph's
rest, not the article, and is reported.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from explainer.text.blocks import Block
from explainer.text.spans import Span

_MARK = re.compile(r"``|''|[“”„‟«»\"‘’‚']")
_OPENS = {
    "“": "double",
    "„": "double",
    "‟": "double",
    "«": "double",
    "``": "double",
    "‘": "single",
    "‚": "single",
}
_CLOSES = {"”": "double", "»": "double", "’": "single"}
_STRAIGHT = {'"': "double", "''": "double", "'": "single"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    Args:
        span: with its marks.
        depth: 0 outermost; 1 inside another quotation.
        closed: False if it runs to the end of its paragraph without a closing mark.
        continues: True if it goes on from the quotation in the paragraph before.
        single: True between single marks.
    """

    span: Span
    depth: int
    closed: bool = True
    continues: bool = False
    single: bool = False


@dataclass(slots=True)
class _Open:
    start: int
    kind: str


def find_quotations(text: str, blocks: Iterable[Block]) -> tuple[tuple[Quotation, ...], list[int]]:
    """All quotations in order of their start, and the offsets of marks without a partner."""
    quotations: list[Quotation] = []
    odd: list[int] = []
    lone: list[int] = []
    for block in blocks:
        found, alone = _paragraph(text, block.span)
        if found and lone and found[0].span.start == block.span.start:
            # A mark needs no partner in its paragraph if the next one goes on with another.
            first = found[0]
            found[0] = Quotation(first.span, 0, first.closed, True, first.single)
        else:
            odd += lone
        lone = [q.span.start for q in found if not q.closed]
        odd += (mark for mark in alone if mark not in lone)
        quotations += found
    return tuple(quotations), sorted(odd + lone)


def evened(text: str, quotations: Iterable[Quotation]) -> str:
    """The text with one kind of mark at both ends of each quotation, for what pairs them anew.

    A quotation that opens with one kind and closes with another is common where texts are pasted
    together. No offset changes.
    """
    odd = [q.span for q in quotations if _is_uneven(text[q.span.start], text[q.span.end - 1])]
    if not odd:
        return text
    signs = list(text)
    for span in odd:
        signs[span.start], signs[span.end - 1] = "“”"
    return "".join(signs)


def _is_uneven(first: str, last: str) -> bool:
    return (first, last) in (("“", '"'), ('"', "”"))


def _paragraph(text: str, span: Span) -> tuple[list[Quotation], list[int]]:
    found: list[Quotation] = []
    odd: list[int] = []
    stack: list[_Open] = []
    for mark in _MARK.finditer(text, span.start, span.end):
        kind, opens, closes = _role(text, mark, span)
        depth = next((d for d, o in enumerate(stack) if o.kind == kind), None)
        if closes and depth is not None:
            # Only the outermost open mark of this kind can be its partner; what was opened inside
            # it and never closed is an apostrophe or an odd mark.
            odd += [o.start for o in stack[depth + 1 :] if o.kind == "double"]
            del stack[depth + 1 :]
            start = stack.pop().start
            found.append(Quotation(Span(start, mark.end()), depth, single=kind == "single"))
        elif opens and depth is None:
            stack.append(_Open(mark.start(), kind))
        elif kind == "double":
            odd.append(mark.start())
    for number, left in enumerate(stack):
        if left.kind == "double":
            odd.append(left.start)
            # What a lone mark opens is the paragraph's rest, if nothing was opened around it.
            if number == 0:
                inside = [q for q in found if q.span.start > left.start]
                found = [q for q in found if q.span.start < left.start]
                found.append(Quotation(Span(left.start, span.end), 0, closed=False))
                found += [Quotation(q.span, 1, single=q.single) for q in inside]
    found.sort(key=lambda q: (q.span.start, -q.span.end))
    return found, sorted(odd)


def _role(text: str, mark: re.Match[str], block: Span) -> tuple[str, bool, bool]:
    """The mark's kind, and whether it can open and close, from its shape and its neighbours."""
    sign = mark[0]
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    can_open = not after.isspace() and not before.isalnum()
    can_close = not before.isspace() and not (after.isalnum() and before.isalnum())
    if sign in _OPENS:
        # German and Polish close with the mark that opens in English.
        return _OPENS[sign], can_open or sign != "“", sign == "“" and not can_open
    if sign in _CLOSES:
        return _CLOSES[sign], False, sign != "’" or not after.isalnum()
    kind = _STRAIGHT[sign]
    if kind == "single":
        return (
            kind,
            can_open and after.isalnum() and not before.isalnum(),
            can_close and not after.isalnum(),
        )
    # "He called it 'safe.' " has a space between the two marks that close.
    alone = before.isspace() and after.isspace()
    return (
        kind,
        can_open and (before.isspace() or not can_close),
        alone or (can_close and not (can_open and before.isspace())),
    )
