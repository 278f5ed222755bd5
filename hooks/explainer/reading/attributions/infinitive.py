"""Reported infinitives: S claims to have X — S wants to X — S urged R to X."""

from explainer.lexicons.words import ADVERB, AUXILIARY, BE, NEGATIVE, TO, VERB_BASE, WORD
from explainer.reading.attributions.contents import content_end
from explainer.reading.attributions.finding import Context, Finding, Use, made, trimmed
from explainer.reading.attributions.sources import subject
from explainer.reading.nouns import noun_group_right
from explainer.reading.tagged import Tagged


def infinitive(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S claims to have X — S wants to X — S urged R to X."""
    if use.verb is None or "inf" not in use.cue.frames or use.verb.passive or use.stop >= use.end:
        return None
    at = first = use.stop
    if not tagged.bits[at] & (TO | NEGATIVE):
        between = noun_group_right(tagged, at, use.end)
        if between is None:
            return None
        # "wants them to go", "urged them to go": who is to go is part of what is wanted.
        at = between.stop
    if not opens_infinitive(tagged, at, use.end):
        return None
    group = subject(tagged, use, context)
    content = trimmed(tagged, first, content_end(tagged, use, first, bare=True))
    if group is None or content is None:
        return None
    return made("infinitive", use, group, [content])


def opens_infinitive(tagged: Tagged, at: int, end: int) -> bool:
    """Whether "to" or "not to" stands at a token, with a word that may be a verb behind it."""
    if at < end and tagged.bits[at] & NEGATIVE:
        at += 1
    if at + 1 >= end or not tagged.bits[at] & TO:
        return False
    bits = tagged.bits[at + 1]
    verb = bits & (VERB_BASE | AUXILIARY | ADVERB | BE) or bits == WORD
    return bool(verb) or tagged.quotation[at + 1] >= 0
