"""The headings and anchors of finished HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_HEADING = re.compile(r'<h([1-6])(?: [^<>]*?)? ?id="([^"]*)"[^<>]*>')
_TAG = re.compile(r"<[^<>]*>")
_PERMALINK = '<a class="headerlink"'


@dataclass
class Heading:
    """A heading: its level, its anchor, its words as escaped HTML, and what stands below it."""

    level: int
    id: str
    title: str
    children: list["Heading"] = field(default_factory=list)


def outline(html: str, deepest: int = 2) -> list[Heading]:
    """The headings down to a level, as a tree."""
    roots: list[Heading] = []
    stack: list[Heading] = []
    for heading in _headings(html):
        if heading.level > deepest:
            continue
        while stack and stack[-1].level >= heading.level:
            stack.pop()
        (stack[-1].children if stack else roots).append(heading)
        stack.append(heading)
    return roots


def _headings(html: str) -> Iterator[Heading]:
    for found in _HEADING.finditer(html):
        end = html.find(f"</h{found[1]}>", found.end())
        yield Heading(int(found[1]), found[2], words_of_heading(html[found.end() : end]))


def words_of_heading(html: str) -> str:
    """A heading's words, as escaped HTML, without the link to itself."""
    return _TAG.sub("", html.partition(_PERMALINK)[0]).strip()


def anchors(html: str) -> set[str]:
    """All ids in our own HTML, in which every quotation mark of a text is escaped."""
    return {piece.partition('"')[0] for piece in html.split(' id="')[1:]}


def without_repeats(html: str, seen: set[str]) -> str:
    """The HTML without the ids that the page has already; new ones are added to ``seen``."""
    pieces = html.split(' id="')
    out = [pieces[0]]
    for piece in pieces[1:]:
        anchor, _, rest = piece.partition('"')
        if anchor in seen:
            out.append(rest)
        else:
            seen.add(anchor)
            out.append(f' id="{anchor}"{rest}')
    return "".join(out)
