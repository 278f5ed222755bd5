"""Every address and anchor of the built pages, checked against what was built.

Most pages are our own templates' work, in which each quotation mark of a text is escaped, so a plain
search for attributes finds all there are. Prose may show HTML as text: whatever seems dead is looked
at again with a real parser before it is called dead.
"""

import posixpath
from collections.abc import Callable, Container, Iterator
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from explainer.problems import Problem

_ADDRESSES = (' href="', ' src="')


class Links:
    """Collects pages, then says which of their links lead nowhere.

    Args:
        site_path: the path that the site will stand under ("/project/"): absolute links begin so.
    """

    def __init__(self, site_path: str = "/") -> None:
        self._site_path = site_path
        self._anchors: dict[str, set[str]] = {}
        self._sources: dict[str, str] = {}
        self._targets: dict[str, set[str]] = {}
        self._told: set[tuple[str, str]] = set()
        #: Files that are told to be missing.
        self.gone: set[str] = set()

    def add(self, target: str, html: str, source: str) -> None:
        """A built page: its file in the site, its HTML, and the file a person would edit."""
        self._anchors[target] = set(_values(html, ' id="'))
        self._targets[target] = {address for name in _ADDRESSES for address in _values(html, name)}
        self._sources[target] = source

    def told(self, source: str, link: str) -> None:
        """A link of a source file that the builder has found to be dead: once is enough."""
        self._told.add((source, _end(link)))

    def missing(self, page: str) -> None:
        """A page, by its path in docs/, of which it is told that it is not there."""
        stem = page.removesuffix(".md")
        self.gone |= {page, f"{stem}.html", f"{stem}/index.html"}

    def dead(self, files: Container[str], read: Callable[[str], str]) -> Iterator[Problem]:
        """A problem for each link to a page, file or anchor that the site does not have.

        Args:
            files: all files of the site, by their path in it.
            read: gives the HTML of a built page, by its file in the site.
        """
        for page, addresses in self._targets.items():
            suspects = sorted(a for a in addresses if not self._leads(page, a, files))
            if not suspects:
                continue
            real = _real_addresses(read(page))
            for address in suspects:
                if address in real and (self._sources[page], _end(address)) not in self._told:
                    message = f"the page {page} links to `{address}`, which is not on the site"
                    yield Problem(self._sources[page], 0, 0, message, "dead-link")

    def _leads(self, page: str, address: str, files: Container[str]) -> bool:
        path, _, anchor = address.partition("#")
        if not path:
            return not anchor or self._has(page, anchor)
        if ":" in path or path.startswith("//"):
            return bool(urlsplit(path).scheme) or not path.startswith("//")
        path = unquote(path.partition("?")[0])
        if path.startswith("/"):
            if not path.startswith(self._site_path):
                return False
            target = path.removeprefix(self._site_path)
        else:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path or "."))
            target += "/" if path.endswith(("/", ".")) else ""
        if target in {"", "./", "."} or target.endswith("/"):
            target = posixpath.normpath(target + "/index.html").lstrip("/")
        if target in self.gone:
            return True
        if target not in files and target not in self._anchors:
            return False
        return not anchor or target not in self._anchors or self._has(target, anchor)

    def _has(self, page: str, anchor: str) -> bool:
        return unquote(anchor) in self._anchors[page] or anchor in {"", "top"}


def _end(link: str) -> str:
    """What a link in Markdown and the address made from it have in common."""
    path, _, anchor = link.partition("#")
    return f"#{anchor}" if anchor else path


def _values(html: str, attribute: str) -> Iterator[str]:
    for piece in html.split(attribute)[1:]:
        value = piece[: piece.find('"')]
        yield unescape(value) if "&" in value else value


def _real_addresses(html: str) -> set[str]:
    parser = _Parser()
    parser.feed(html)
    return parser.addresses


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.addresses: set[str] = set()

    def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name in {"href", "src"} and value:
                self.addresses.add(value)
