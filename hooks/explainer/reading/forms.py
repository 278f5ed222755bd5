"""A name as it stands in the text, whole, and without an article that belongs to something longer.

"A State Department spokesman" and "the Putin regime" have the names "State Department" and "Putin"; "the
West" and "the US government" are names with their article.
"""

from explainer.lexicons.words import (
    CONJUNCTION,
    DEFINITE,
    DETERMINER,
    NOUN,
    PLURAL,
    VERB,
    VERB_BASE,
    WORD,
)
from explainer.reading.names import Name
from explainer.reading.tagged import Tagged

#: Phrases that are no names: their article or number is a part of them.
_PHRASES = frozenset({"counted", "described", "government-in"})


def form(tagged: Tagged, name: Name) -> tuple[int, int]:
    """The tokens of a name's form: from the first one up to, not including, the second."""
    first, stop, bits = name.first, name.stop, tagged.bits
    if name.rule == "government-of" and first and bits[first - 1] & CONJUNCTION:
        # "the Canadian and US governments" are not one's.
        return name.inner
    if name.rule in _PHRASES or not bits[first] & DETERMINER or first == name.inner[0]:
        return first, stop
    whole = bits[first] & DEFINITE and not _is_attribute(tagged, stop)
    return (first if whole else first + 1), stop


def _is_attribute(tagged: Tagged, stop: int) -> bool:
    """Whether a noun follows that the article belongs to: "the GM | plan"; but "the West | says"."""
    if stop >= len(tagged.bits):
        return False
    bits = tagged.bits[stop]
    # After a name in the singular, "plan" is no verb.
    return bool(bits & (NOUN | PLURAL)) or bits == WORD or bits & VERB == VERB_BASE
