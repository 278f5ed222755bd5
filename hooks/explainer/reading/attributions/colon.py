"""Quoted speech behind a colon, whatever verb stands before it: S was blunt: “Q”."""

from explainer.lexicons.words import ADVERB, PERSON, PRONOUN
from explainer.reading.attributions.contents import has_clause
from explainer.reading.attributions.finding import Context, Finding, Range, Use, made
from explainer.reading.attributions.sources import clause_subject, is_mute
from explainer.reading.nouns import NounGroup
from explainer.reading.tagged import Tagged

#: A speech ends with one of these before its mark closes; a title does not.
_STOPS = frozenset({".", "?", "!", "…"})
_DASHES = frozenset({"-", "--", "–", "—"})


def colon(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S was blunt: “Q” — S changed the tone again: “Q”."""
    if use.cue is not tagged.lexicon.cues.heading or tagged.low[use.first] != ":":
        return None
    speech = tagged.quoted[tagged.quotation[use.stop]]
    if not _is_speech(tagged, speech):
        return None
    group = clause_subject(tagged, use)
    if group is None or is_mute(tagged, use, group) or not _can_speak(tagged, group):
        return None
    first = _verb(tagged, group.stop)
    if any(
        tagged.low[at] in _DASHES and not tagged.is_hyphen(at) for at in range(first, use.first)
    ):
        # "Few voted for it – from the report: “Q”": what stands behind a dash has another source.
        return None
    finding = made("colon", use, group, [speech])
    finding.cue = (first, use.stop)
    return finding


def _verb(tagged: Tagged, at: int) -> int:
    """Behind the comma and the adverbs that follow a source."""
    while tagged.low[at] == "," or tagged.bits[at] & ADVERB:
        at += 1
    return at


def _is_speech(tagged: Tagged, speech: Range) -> bool:
    """Whether a quotation is a sentence, and no other goes on behind it: “Q!” a driver shouted."""
    first, stop = speech
    words = tagged.document.tokens.text
    goes_on = stop < len(words) and words[stop][0].islower()
    whole = tagged.low[stop - 2] in _STOPS and has_clause(tagged, first + 1, stop)
    return whole and not goes_on


def _can_speak(tagged: Tagged, group: NounGroup) -> bool:
    bits = tagged.bits[group.first]
    return not bits & PRONOUN or bool(bits & PERSON)
