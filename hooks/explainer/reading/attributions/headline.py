"""A heading that quotes: "Clinton: Trump will reverse it"."""

from explainer.lexicons.words import BEARER, DETERMINER
from explainer.reading.attributions.contents import has_clause
from explainer.reading.attributions.finding import Finding, Use, trimmed
from explainer.reading.tagged import Tagged

#: A name before a colon has no more words than that.
_LONGEST_NAME = 5
_LONGEST_TITLE = 30
_DASHES = frozenset({"-", "--", "–", "—"})


def headline(tagged: Tagged, start: int, end: int) -> list[Finding]:
    """In a heading: "Clinton: Trump will reverse it", "Poll: Clinton leads"."""
    cue = tagged.lexicon.cues.heading
    near = range(start, min(start + _LONGEST_NAME + 1, end))
    colon = next((n for n in near if tagged.low[n] == ":"), start)
    first = next((n + 1 for n in range(start, colon) if tagged.low[n] in _DASHES), start)
    if cue is None or colon <= first:
        return []
    words = tagged.document.tokens.text[first:colon]
    if not all(word[0].isupper() for word in words):
        return []
    content = trimmed(tagged, colon + 1, end)
    if content is None or not (_speaks(tagged, colon - 1) or has_clause(tagged, *content)):
        return []
    use = Use(cue, colon, colon + 1, start, end)
    source = (first, colon)
    return [Finding("headline", use, source, (colon, colon + 1), [content], source)]


def title_line(tagged: Tagged, start: int, end: int) -> list[Finding]:
    """The same in a line that looks like running text: there only a name or "Report" speaks."""
    if end - start > _LONGEST_TITLE or tagged.bits[start] & DETERMINER:
        # "The Latest: …" is a label; a list of names is no title.
        return []
    found = headline(tagged, start, end)
    return [f for f in found if _speaks(tagged, f.cue[0] - 1) and not _is_quoted(tagged, f)]


def _is_quoted(tagged: Tagged, finding: Finding) -> bool:
    """Whether the content is one quotation: the rule ``signed`` reads those."""
    ((first, stop),) = finding.content
    return tagged.quotation[first] >= 0 and tagged.quotation[first] == tagged.quotation[stop - 1]


def _speaks(tagged: Tagged, at: int) -> bool:
    """Whether a word is a name that the text has elsewhere too, or something that is written."""
    known = tagged.document.tokens.text[at] in tagged.inner_capitals
    return known or bool(tagged.bits[at] & BEARER)
