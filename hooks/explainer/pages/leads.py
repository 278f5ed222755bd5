"""Where the navigation and the links of pages lead, told before anything is built.

What only built pages know, the places within them, is told by the build.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from explainer.dossier.model import Dossier
from explainer.pages.builder import Dead, dead_link, wrong_navigation
from explainer.pages.code import raw_html, without_code
from explainer.pages.plan import is_reached_from_its_kind
from explainer.pages.quotations import is_quotation
from explainer.problems import Problem

_LINK = re.compile(
    r"""(?<!\\)\]\([ \t]*<?(?P<href>[^\s()<>](?:[^()<>\n]*?[^\s()<>])??)>?"""
    r"""[ \t]*(?:[ \t]["'][^\n]*?["'][ \t]*)?\)"""
)
_DEFINED = re.compile(r"[ ]{0,3}\[(?!\^)[^\]\n]+\]:[ ]<?(?P<href>[^\s<>]+)>?")
#: Settings of a builder that say which pages there are, and which of them need no way to them.
_OTHER_PAGES = ("draft_docs", "exclude_docs", "not_in_nav")


def wrong_ways(
    settings: Mapping[str, Any],
    text: str,
    written: Mapping[str, str],
    needing: Collection[str],
    files: Collection[str],
    dossier: Dossier,
) -> Iterator[Problem]:
    """What a strict build would tell of the navigation, and of links to files that are not there.

    Args:
        settings: what mkdocs.yml says.
        text: how it says that.
        written: the pages that people wrote: their texts by their paths in docs/.
        needing: the pages that need a way to them unless their kind has one.
        files: all that a link may lead to, by their paths in docs/.
        dossier: knows what could not be read.
    """
    named = set(_named(settings.get("nav")))
    absent = sorted(one for one in named if _is_file(one) and one not in files)
    omitted = sorted(
        page
        for page in needing
        if named and page not in named and not is_reached_from_its_kind(page)
    )
    if _level(settings, "nav", "omitted_files", "info") != "warn" or any(
        settings.get(name) for name in _OTHER_PAGES
    ):
        omitted = []
    yield from wrong_navigation(absent, omitted, text, files)
    for page, markdown in written.items():
        for dead in _dead(page, markdown, files):
            if _level(settings, "links", *_LEVELS[dead.kind]) == "warn":
                yield from dead_link(dead, dossier, absent)


#: What MkDocs calls each kind of dead link, and how it takes it unless its settings say otherwise.
_LEVELS: Mapping[str, tuple[str, str]] = {
    "lost": ("not_found", "warn"),
    "absolute": ("absolute_links", "info"),
    "unrecognized": ("unrecognized_links", "info"),
}


def _named(nav: Any) -> Iterator[str]:
    """The pages and addresses that a navigation names."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for inner in nav.values():
            yield from _named(inner)
    elif isinstance(nav, list):
        for inner in nav:
            yield from _named(inner)


def _is_file(target: str) -> bool:
    parts = urlsplit(target)
    return bool(parts.path) and not (parts.scheme or parts.netloc or target.startswith("/"))


def _level(settings: Mapping[str, Any], of: str, name: str, usual: str) -> str:
    found: Any = settings
    for key in ("validation", of, name):
        found = found.get(key) if isinstance(found, dict) else None
    return str(found or usual)


def _dead(page: str, markdown: str, files: Collection[str]) -> Iterator[Dead]:
    lines = without_code(markdown).split("\n")
    raw = set(raw_html(lines)) if "<" in markdown else set()
    for number, line in enumerate(lines):
        if number in raw or "]" not in line:
            continue
        for found in filter(None, [_DEFINED.match(line), *_LINK.finditer(line)]):
            opened = line.rfind("[", 0, found.start("href"))
            if line[:opened].endswith("\\"):
                continue
            if kind := _kind(page, found["href"], files):
                yield Dead(page, found["href"], kind, place=(number + 1, found.start("href") + 1))


def _kind(page: str, href: str, files: Collection[str]) -> str:
    """In which way a link is dead, or ""."""
    path = unquote(urlsplit(href).path)
    if not _is_file(href):
        return "absolute" if path.startswith("/") and not urlsplit(href).netloc else ""
    if is_quotation(href):
        return ""
    if posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) in files:
        return ""
    return "lost" if "." in posixpath.basename(path) else "unrecognized"
