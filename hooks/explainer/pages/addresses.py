"""Where everything stands on the site.

Addresses are written from the site's root, behind :data:`~explainer.pages.safe.ROOT`, so that a
fragment made once fits every page; :func:`rooted` puts in the way from one page to the root.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from urllib.parse import quote

from markupsafe import escape

from explainer.dossier.model import Event, Place
from explainer.pages.about import About
from explainer.pages.safe import ROOT, Fragment


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes addresses.

    Args:
        folders: True if pages are folders (``use_directory_urls``), False if they end in ``.html``.
        site: the site's own address, with a slash at its end, or "" if it is not known.
    """

    folders: bool = True
    site: str = ""

    def page(self, source: str) -> Fragment:
        """The address of the page made from a Markdown file, given by its path in docs/."""
        return _page(source, self.folders)

    def file(self, source: str) -> str:
        """The file of such a page in the built site."""
        stem = source.removesuffix(".md")
        return f"{stem}/index.html" if self.folders else f"{stem}.html"

    def actor(self, actor: str) -> Fragment:
        """The page of an actor."""
        return self.page(f"actors/{actor}.md")

    def article(self, slug: str) -> Fragment:
        """The page of an article."""
        return self.page(f"articles/{slug}.md")

    def in_article(self, slug: str, block: str) -> Fragment:
        """The page that shows what a block has of one article alone."""
        return self.page(f"articles/{slug}/{block}.md")

    def question(self, question: str) -> Fragment:
        """The page of a question."""
        return self.page(f"questions/{question}.md")

    def at(self, path: str) -> Fragment:
        """A file of the site that is no page, given by its path."""
        return Fragment(ROOT + escape(quote(path)))

    def sentence(self, place: Place) -> Fragment:
        """A sentence in its article."""
        return self._at(self.article(place.article), place.sentence)

    def claim(self, claim: str) -> Fragment:
        """The permalink of a claim."""
        return self._at(self.page("claims.md"), claim)

    def stance(self, name: str) -> Fragment:
        """The claims of one stance."""
        return self.page(f"claims/{name}.md")

    def event(self, event: Event) -> Fragment:
        """The permalink of an event."""
        return self._at(self.page("timeline.md"), event.permalink)

    def event_page(self, event: Event) -> Fragment:
        """The page of an event that a person wrote."""
        return self.page(f"events/{event.id}.md")

    def whole(self, address: str) -> str:
        """An address with the site's own before it, for use elsewhere; "" if that is not known."""
        return self.site and address.replace(ROOT, self.site)

    def _at(self, page: Fragment, anchor: str) -> Fragment:
        return Fragment(f"{page}#{escape(quote(anchor))}")


#: A link to a sentence, as our templates write it; no article has a ROOT.
_PROOF = re.compile(rf'<a class="x-proof[^"]*" data-preview href="{ROOT}(?P<at>[^"]*)"')


@lru_cache(maxsize=10_000)
def _page(source: str, folders: bool) -> Fragment:
    stem = source.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    if not folders:
        path = stem + ".html"
    elif name in {"index", "README"}:
        path = folder + "/" if folder else ""
    else:
        path = stem + "/"
    return Fragment(ROOT + escape(quote(path)))


def way_to_root(url: str) -> str:
    """The relative address of the site's root from a page's own address."""
    return "../" * url.count("/") or "./"


def whole_or_rooted(address: Fragment, about: About, url: str) -> str:
    """An address as text: whole where the site's own is known, else as seen from a page's own."""
    return unescape(str.replace(address, ROOT, about.address or way_to_root(url)))


def rooted(html: str, url: str) -> str:
    """A fragment's HTML with its addresses as seen from a page's own address.

    Links to what proves something say besides where that stands on the site: on paper nobody can
    follow them.
    """
    # Plain text: what is added to it later must not be escaped on the way.
    told = _PROOF.sub(r'\g<0> data-at="\g<at>"', str(html))
    return told.replace(ROOT, way_to_root(url))
