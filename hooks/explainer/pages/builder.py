"""What the builder says of navigation and links, in our words: with path and line, and the way out."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from explainer.dossier.advice import close
from explainer.dossier.model import Dossier
from explainer.pages.code import place_of
from explainer.problems import Problem

SETTINGS = "mkdocs.yml"
#: The way back from a footnote that nothing leads to, which is told itself.
_BACK = "#fnref:"
_OMITTED = 'not included in the "nav" configuration:'
_NAV = re.compile(r"A reference to '(?P<target>.+?)' is included in the 'nav'.*not found")
_LINK = re.compile(
    r"Doc file '(?P<page>.+?)' contains an? [a-z ]*link '(?P<link>.+?)',"
    r"(?P<lost>.* is not found)?(?:.*not contain an anchor '(?P<anchor>.+?)')?"
)


def navigation(messages: Iterable[str], settings: str, pages: Iterable[str]) -> Iterator[Problem]:
    """Problems for what the builder says of ``nav:``; a page whose line is misspelt is told once.

    Args:
        messages: what it says.
        settings: the text of mkdocs.yml.
        pages: the paths in docs/ of all pages.
    """
    messages = list(messages)
    told = (message for message in messages if _OMITTED in message)
    omitted = (page for one in told for page in re.findall(r"^  - (.+)$", one, re.MULTILINE))
    return wrong_navigation(absent(messages), omitted, settings, pages)


def wrong_navigation(
    absent: Iterable[str], omitted: Iterable[str], settings: str, pages: Iterable[str]
) -> Iterator[Problem]:
    """Problems for pages that ``nav:`` names and are not there, and for those that it leaves out."""
    pages = list(pages)
    meant: set[str] = set()
    for target in absent:
        near = close(target, pages)
        meant.update(near)
        way_out = f"did you mean `{near[0]}`?" if near else "take this line out of `nav:`"
        if target == "index.md":
            way_out = "it is the first page of the site, so write it"
        wrong = f"there is no page docs/{target}; {way_out}"
        yield Problem(SETTINGS, *_place(target, settings), wrong, "navigation")
    for page in omitted:
        if page not in meant:
            name = PurePosixPath(page).stem.replace("-", " ").capitalize()
            wrong = f"docs/{page} is not in the navigation; below `nav:` add `- {name}: {page}`"
            yield Problem(SETTINGS, *_place("nav:", settings), wrong, "navigation")


def absent(messages: Iterable[str]) -> Iterator[str]:
    """The pages that ``nav:`` names and that are not there: their paths in docs/."""
    return (found["target"] for found in map(_NAV.search, messages) if found)


def link(
    message: str, dossier: Dossier, text: Callable[[str], str], told: Collection[str]
) -> list[Problem] | None:
    """The problem that a link is; none if it is one only for something else that is told.

    Args:
        message: what the builder says.
        dossier: knows what could not be read.
        text: gives a page's file by its path in docs/.
        told: the paths of pages that are told to be missing.

    Returns:
        None if the builder speaks of something else.
    """
    found = _LINK.match(message)
    if not found:
        return None
    page, where = found["page"], found["link"]
    if where.startswith(_BACK):
        return []
    kind = "lost" if found["lost"] else "unrecognized"
    place = _place(f"]({where}", text(page), 2)
    if place == (0, 0):
        # Where the address stands by itself, below the text.
        place = _place(f"]: {where}", text(page), 3)
    dead = Dead(page, where, kind, place, found["anchor"] or "")
    return list(dead_link(dead, dossier, told))


@dataclass(frozen=True, slots=True)
class Dead:
    """A link that leads nowhere.

    Args:
        page: the page that has it, by its path in docs/.
        where: the link, as it is written.
        kind: "lost" if no such file is there, "absolute" or "unrecognized" if it is none to a file.
        place: its line and column, or zeros.
        anchor: the place in the page that is there, if that is what is missing.
    """

    page: str
    where: str
    kind: str
    place: tuple[int, int]
    anchor: str = ""


def dead_link(dead: Dead, dossier: Dossier, told: Collection[str]) -> Iterator[Problem]:
    """The problem that a dead link is, unless it is one only for something else that is told."""
    where = dead.where
    way = posixpath.join(posixpath.dirname(dead.page), where.partition("#")[0])
    target = posixpath.normpath(way)
    if target in told or _is_left_out(target, dossier):
        return
    wrong = f"the link `{where}` leads to no page; write the way to a file from this one, as `claims.md`"
    if where.startswith("#"):
        wrong = f"this page has no place `{where}`; copy the address from the page, or take the link out"
    if dead.kind == "lost":
        wrong = f"the link `{where}` leads to docs/{target}, which is not there"
    elif dead.anchor:
        wrong = (
            f"the page that `{where}` leads to has no place `{dead.anchor}`; copy the address from"
            " the page, or end the link before `#`"
        )
    yield Problem(f"docs/{dead.page}", *dead.place, wrong, "dead-link")


def _is_left_out(target: str, dossier: Dossier) -> bool:
    """True for the page of something that could not be read, or may stand in what could not."""
    kind, _, id_ = target.removesuffix(".md").partition("/")
    if kind == "articles":
        return not dossier.lost.isdisjoint((id_, ""))
    return f"{kind}/{id_}" in dossier.left_out or (kind == "actors" and bool(dossier.lost))


def _place(words: str, text: str, within: int = 0) -> tuple[int, int]:
    line, column = place_of(words, text)
    return (line, column + within) if line else (0, 0)
