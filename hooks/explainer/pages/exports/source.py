"""What exports are made from: the dossier, what of it may be published, and where its pages are."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from explainer.dossier.model import Dossier
from explainer.pages.about import UNKNOWN, About
from explainer.pages.addresses import Addresses, whole_or_rooted
from explainer.pages.index import Index
from explainer.pages.plain import Plain
from explainer.pages.safe import Fragment
from explainer.text.spans import Span, hull

#: How much of the text stands before and behind a quotation at least, so that it can be found again.
_CONTEXT = 32


def _stands_once(words: str, text: str) -> bool:
    return text.find(words, text.index(words) + 1) < 0


@dataclass(frozen=True)
class Source:
    """All that an export may ask for.

    Args:
        dossier: what the site knows.
        index: ways into it.
        addresses: where its pages are, from the site's root.
        about: what is known of the site as a whole.
    """

    dossier: Dossier
    index: Index
    addresses: Addresses
    about: About = UNKNOWN

    @cached_property
    def plain(self) -> Plain:
        """What pages say in small words."""
        return Plain(self.dossier)

    def url(self, address: Fragment) -> str:
        """An address for a file in the folder of exports: whole, where the site's own is known."""
        return whole_or_rooted(address, self.about, "data/")

    def is_public(self, article: str, span: Span) -> bool:
        """True if readers may see all sentences that a span touches."""
        return self.index.all_public(article, [span])

    def around(self, article: str, span: Span) -> tuple[str, str]:
        """What stands before and behind a span, as far as readers may see it: so much that with it the
        words stand in the article once, where there is as much.
        """
        text = self.dossier.sheets[article].article.text
        seen = next((s for s in self._stretches[article] if s.contains(span)), span)
        length = _CONTEXT
        while True:
            start, end = max(seen.start, span.start - length), min(seen.end, span.end + length)
            found = Span(start, end)
            if found == seen or _stands_once(found.of(text), text):
                return text[start : span.start], text[span.end : end]
            length *= 2

    @cached_property
    def _stretches(self) -> dict[str, list[Span]]:
        """The parts of each article in which readers may see every sentence."""
        return {slug: list(self._seen(slug)) for slug in self.dossier.sheets}

    def _seen(self, article: str) -> Iterator[Span]:
        sheet = self.dossier.sheets[article]
        if sheet.show == "full":
            yield Span(0, len(sheet.article.text))
            return
        runs = groupby(sheet.lines, lambda line: self.index.published(article, line))
        yield from (hull(line.span for line in lines) for public, lines in runs if public)
