"""People's prose on its way through Markdown: what is written as a quotation becomes one.

Markdown decides what is a link; here those that are quotations get the article's own words and the
way to their sentence. The HTML is stashed like a block's, so neither Markdown nor the builder's check
of links between files touches it.
"""

import html
from collections.abc import Callable
from typing import Protocol
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions.toc import render_inner_html, strip_tags
from markdown.treeprocessors import Treeprocessor

from explainer.pages.quotations import is_quotation

#: After the words have got their attributes and abbreviations, before headings are listed.
PRIORITY = 6


class Prose(Protocol):
    """Knows the page at hand."""

    def quotation(self, words: str, href: str) -> str:
        """The HTML of a quotation, "" if it is none."""


class ProseTree(Treeprocessor):
    """Finishes the prose of one page."""

    def __init__(self, md: Markdown, prose: Callable[[], Prose]) -> None:
        super().__init__(md)
        self._prose = prose

    def run(self, root: etree.Element) -> None:
        """Called by Markdown."""
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


def _put(parent: etree.Element, child: etree.Element, text: str) -> None:
    """Puts text in the place of an element."""
    at = list(parent).index(child)
    text += child.tail or ""
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(child)
