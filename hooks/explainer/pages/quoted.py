"""What the pages that people wrote quote, known before any page is made.

So the page of an article can name them beside the sentence, and a sentence that is quoted is shown
although only excerpts of its article are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from explainer.dossier.front import split_front
from explainer.dossier.model import Place
from explainer.dossier.quotations import Passages
from explainer.pages.code import raw_html
from explainer.pages.quotations import Link, links, verified, worded
from explainer.pages.sources import quoted_place, scan
from explainer.problems import Problem
from explainer.text.spans import lines_of

#: What is told of a quotation that Markdown does not see, and the rule.
RAW = (
    "this quotation was left as text, for HTML or another link stands around it;"
    " in HTML, write `markdown` into the tag, as in `<div markdown>`",
    "quote-link",
)


@dataclass
class Quoted:
    """The quotations of all pages.

    Args:
        places: what each page quotes, by its path in docs/.
        problems: what is wrong with the rest.
        links: for each page those in prose, right or wrong: lines and columns, from 1, by words and
            address.
    """

    places: dict[str, list[Place]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    links: dict[str, dict[tuple[str, str], list[tuple[int, int]]]] = field(default_factory=dict)


def read_quoted(written: Mapping[str, str], passages: Passages) -> Quoted:
    """Reads all pages that people wrote, given by their paths in docs/."""
    quoted = Quoted()
    for page, whole in written.items():
        front = split_front(whole)
        body, offset = (front.body, front.body_line - 1) if front.closed else (whole, 0)
        places = list(_in_blocks(body, passages))
        raw = set(raw_html(lines_of(body))) if "<" in body else set()
        for link in links(body):
            place = (offset + link.line + 1, link.column)
            here = quoted.links.setdefault(page, {})
            here.setdefault((link.words, link.href), []).append(place)
            found = [RAW] if link.line in raw else _found(link, passages)
            if isinstance(found, Place):
                places.append(found)
                continue
            quoted.problems += [Problem(f"docs/{page}", *place, *wrong) for wrong in found]
        if places:
            quoted.places[page] = places
    return quoted


def _found(link: Link, passages: Passages) -> Place | list[tuple[str, str]]:
    if link.slip:
        return [worded(link.slip)]
    found = verified(link.words, link.href, passages)
    if isinstance(found, Place):
        return found
    return [(wrong.message, wrong.rule) for wrong in found]


def _in_blocks(body: str, passages: Passages) -> Iterator[Place]:
    """What blocks quote; what is wrong with them is told with the other blocks."""
    if "///" not in body:
        return
    for block in scan(body).blocks:
        if block.name == "quote" and block.options and isinstance(block.options.get("text"), str):
            found = quoted_place(block.options, passages)
            if isinstance(found, Place):
                yield found
