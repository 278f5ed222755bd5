"""Quotations that people put on pages: found in an article, whatever its marks and spaces."""

import re

from explainer.dossier.model import Place
from explainer.pages.index import Index
from explainer.text.spans import Span

_SHAPES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})


def find_quotes(index: Index, quote: str, article: str | None = None) -> list[Place]:
    """Everywhere in the articles where the quotation stands within one sentence or more."""
    words = quote.translate(_SHAPES).split()
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
    found = []
    for slug in [article] if article else index.dossier.sheets:
        sheet = index.dossier.sheets[slug]
        starts = [(line.span.start, line.id) for line in sheet.lines]
        for match in pattern.finditer(sheet.article.text.translate(_SHAPES)):
            sentence = [name for start, name in starts if start <= match.start()]
            if sentence:
                found.append(Place(slug, sentence[-1], Span(match.start(), match.end())))
    return found


def find_quote(index: Index, quote: str, article: str | None = None) -> Place | None:
    """The one place where the quotation stands; None if there is none, or more than one."""
    found = find_quotes(index, quote, article)
    return found[0] if len(found) == 1 else None
