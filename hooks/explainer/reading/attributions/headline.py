"""A heading that quotes: "Clinton: Trump will reverse it"."""

from explainer.lexicons.words import CAPITAL
from explainer.reading.attributions.contents import has_clause
from explainer.reading.attributions.finding import Finding, Use, trimmed
from explainer.reading.tagged import Tagged

#: A name before a colon has no more words than that.
_LONGEST_NAME = 5


def headline(tagged: Tagged, start: int, end: int) -> list[Finding]:
    """In a heading: "Clinton: Trump will reverse it"."""
    cue = tagged.lexicon.cues.heading
    near = range(start, min(start + _LONGEST_NAME + 1, end))
    colon = next((n for n in near if tagged.low[n] == ":"), start)
    if cue is None or colon == start:
        return []
    if not all(tagged.bits[n] & CAPITAL for n in range(start, colon)):
        return []
    content = trimmed(tagged, colon + 1, end)
    if content is None or not has_clause(tagged, *content):
        return []
    use = Use(cue, colon, colon + 1, start, end)
    source = (start, colon)
    return [Finding("headline", use, source, (colon, colon + 1), [content], source)]
