"""Quoted speech with nothing but a name beside it: S: “Q” — “Q” – S."""

from explainer.lexicons.words import CAPITAL
from explainer.reading.attributions.finding import Context, Finding, Range, Use, made
from explainer.reading.nouns import NounGroup
from explainer.reading.tagged import Tagged

#: A name and its title have no more words than that.
_LONGEST_NAME = 7
#: A speech ends with one of these before its mark closes; a title does not.
_STOPS = frozenset({".", "?", "!", "…"})
_DASHES = frozenset({"-", "--", "–", "—"})


def signed(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S: “Q” — “Q” – S."""
    if use.cue is not tagged.lexicon.cues.heading:
        return None
    behind = tagged.low[use.first] in _DASHES
    name = _name_behind(tagged, use) if behind else _name_before(tagged, use)
    speech = tagged.quoted[tagged.quotation[use.first - 1 if behind else use.stop]]
    if not _is_name(tagged, *name) or (behind and tagged.low[speech[1] - 2] not in _STOPS):
        return None
    return made("signed", use, NounGroup(name[0], name[1], name[1]), [speech])


def may_sign(tagged: Tagged, at: int) -> bool:
    """Whether a sign may stand between a speaker and quoted speech: a colon before, a dash behind."""
    low = tagged.low[at]
    if low == ":":
        return at + 1 < len(tagged.low) and tagged.quotation[at + 1] >= 0
    return low in _DASHES and at > 0 and tagged.quotation[at - 1] >= 0


def _name_behind(tagged: Tagged, use: Use) -> Range:
    """From the dash to the sentence's end, or to a comma: "– Anna Berg, Oslo"."""
    comma = next((n for n in range(use.stop, use.end) if tagged.low[n] == ","), use.end)
    return use.stop, comma


def _name_before(tagged: Tagged, use: Use) -> Range:
    """From the sentence's beginning, or from a dash, to the colon."""
    at = use.first
    while at > max(use.start, use.first - _LONGEST_NAME) and tagged.low[at - 1] not in _DASHES:
        at -= 1
    return at, use.first


def _is_name(tagged: Tagged, first: int, stop: int) -> bool:
    """Whether all words are those of a name; a single one must be a name elsewhere too."""
    if not 0 < stop - first <= _LONGEST_NAME:
        return False
    known = stop - first > 1 or tagged.document.tokens.text[first] in tagged.inner_capitals
    return known and all(bits & CAPITAL for bits in tagged.bits[first:stop])
