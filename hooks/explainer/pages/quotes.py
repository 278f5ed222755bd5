"""Quotations that people put on pages: found in an article, whatever its marks and spaces."""

from bisect import bisect_right

from explainer.dossier.anchors import plain_text
from explainer.dossier.model import Place
from explainer.pages.index import Index


def find_quotes(index: Index, quote: str, article: str | None = None) -> list[Place]:
    """Everywhere in the articles where the quotation stands within one sentence or more."""
    found = []
    for slug in [article] if article else index.dossier.sheets:
        sheet = index.dossier.sheets[slug]
        lines = list(sheet.lines)
        starts = [line.span.start for line in lines]
        found += [
            Place(slug, lines[at - 1].id, span)
            for span in plain_text(sheet.article.text).find(quote)
            if (at := bisect_right(starts, span.start))
        ]
    return found


def find_quote(index: Index, quote: str, article: str | None = None) -> Place | None:
    """The one place where the quotation stands; None if there is none, or more than one."""
    found = find_quotes(index, quote, article)
    return found[0] if len(found) == 1 else None
