"""People's prose on its way through Markdown: quotations get their words and their sentences, and the
names of actors lead to their pages.

Markdown decides what is a link, code or a heading; here its tree is finished. What is put in is stashed
like a block's HTML, so neither Markdown nor the builder's check of links between files touches it.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions.toc import render_inner_html, strip_tags
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from explainer.pages.names import Names
from explainer.pages.quotations import is_quotation

#: After the words have got their attributes and abbreviations, before headings are listed.
PRIORITY = 6

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: No name in these becomes a link.
_CLOSED = frozenset(
    {"a", "blockquote", "button", "code", "kbd", "label", "pre", "q", "samp", "summary", "th"}
)
_NO_LINKS = re.compile(r"\s*<!--\s*nolink\s*-->\s*")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
#: What Markdown has put away for later: HTML, escaped signs.
_PUT_AWAY = re.compile("(\x02[^\x02\x03]*\x03)")


class Prose(Protocol):
    """Knows the page at hand."""

    def quotation(self, words: str, href: str) -> str:
        """The HTML of a quotation, "" if it is none."""

    def names(self) -> Names | None:
        """Finds names of actors; None on a page where none becomes a link."""

    def mention(self, actor: str, words: str) -> str:
        """The HTML of an actor's name; "" where it is no link."""


@dataclass
class _Section:
    """What stands from one heading to the next: where its texts are, and whether names are linked."""

    texts: list[tuple[etree.Element, str, bool]] = field(default_factory=list)
    linked: bool = True


class ProseTree(Treeprocessor):
    """Finishes the prose of one page."""

    def __init__(self, md: Markdown, prose: Callable[[], Prose]) -> None:
        super().__init__(md)
        self._prose = prose

    def run(self, root: etree.Element) -> None:
        """Called by Markdown."""
        self._quote(root)
        if names := self._prose().names():
            self._link(root, names)

    def _quote(self, root: etree.Element) -> None:
        found = [
            (parent, child)
            for parent in root.iter()
            for child in parent
            if is_quotation(child.get("href") or child.get("src") or "")
        ]
        for parent, link in found:
            if link.tag != "a":
                # Told at its place; a picture it is not.
                _put(parent, link, link.get("alt") or "")
                continue
            words = html.unescape(strip_tags(render_inner_html(link, self.md)))
            made = self._prose().quotation(words, link.get("href") or "")
            if made:
                _put(parent, link, self.md.htmlStash.store(made))
            else:
                link.tag = "span"
                link.attrib.clear()

    def _link(self, root: etree.Element, names: Names) -> None:
        sections = [_Section()]
        self._walk(root, sections, closed=False)
        if not sections[0].linked:
            return
        for section in sections:
            linker = _Linker(self.md, self._prose(), names)
            for element, attribute, linked in section.texts if section.linked else ():
                if attribute == "text" and self.md.is_block_level(element.tag):
                    linker.closed = 0
                text = getattr(element, attribute)
                made = "".join(linker.linked(text, may=linked))
                if made != text:
                    setattr(element, attribute, made)

    def _walk(self, element: etree.Element, sections: list[_Section], *, closed: bool) -> None:
        """Gathers texts by section; those of links as well, for they may be the first mention."""
        if element.tag in _HEADINGS:
            sections.append(_Section())
            return
        title = "admonition-title" in (element.get("class") or "")
        closed = closed or element.tag in _CLOSED or title
        if not closed or element.tag == "a":
            self._take(element, "text", sections[-1], linked=not closed)
        for child in element:
            self._walk(child, sections, closed=closed)
            if not closed:
                self._take(child, "tail", sections[-1], linked=True)

    def _take(
        self, element: etree.Element, attribute: str, section: _Section, *, linked: bool
    ) -> None:
        text = getattr(element, attribute)
        if text:
            section.texts.append((element, attribute, linked))
            if any(_NO_LINKS.fullmatch(raw) for raw in _raw(self.md, text)):
                section.linked = False


class _Linker:
    """Makes links of the first mentions in one section."""

    def __init__(self, md: Markdown, prose: Prose, names: Names) -> None:
        self._md, self._prose, self._names = md, prose, names
        self._seen: set[str] = set()
        #: How many tags of HTML stand open in which names are no links.
        self.closed = 0

    def linked(self, text: str, *, may: bool) -> Iterator[str]:
        """A text in pieces; what may not become links still counts as a mention."""
        for piece in _PUT_AWAY.split(text):
            if piece.startswith("\x02"):
                change = sum(map(_closing, _raw(self._md, piece)))
                self.closed = max(0, self.closed + change)
                yield piece
            else:
                yield from self._names_of(piece, may=may)

    def _names_of(self, piece: str, *, may: bool) -> Iterator[str]:
        at = 0
        for start, end, actor in self._names.find(piece):
            made = ""
            if actor not in self._seen and not self.closed:
                self._seen.add(actor)
                made = self._prose.mention(actor, piece[start:end]) if may else ""
            yield piece[at:start]
            yield self._md.htmlStash.store(made) if made else piece[start:end]
            at = end
        yield piece[at:]


def _raw(md: Markdown, text: str) -> Iterator[str]:
    """The pieces of HTML that Markdown has put away from a text."""
    for found in HTML_PLACEHOLDER_RE.finditer(text):
        stashed = md.htmlStash.rawHtmlBlocks[int(found[1])]
        yield stashed if isinstance(stashed, str) else ""


def _closing(raw: str) -> int:
    """1 for a tag of HTML in which names are no links, -1 for its end, 0 for anything else."""
    tag = _TAG.fullmatch(raw)
    if tag is None or tag[2].lower() not in _CLOSED:
        return 0
    return -1 if tag[1] else 1


def _put(parent: etree.Element, child: etree.Element, text: str) -> None:
    """Puts text in the place of an element."""
    at = list(parent).index(child)
    text += child.tail or ""
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(child)
