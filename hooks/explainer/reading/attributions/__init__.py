"""Attributions: source + cue + content, found from the cue outwards."""

from collections.abc import Iterator

from explainer.lexicons.words import CUE, RAISING
from explainer.reading.attributions.finding import Finding, Use
from explainer.reading.attributions.rules import RULES, Context, headline
from explainer.reading.groups import verb_group
from explainer.reading.tagged import Tagged

#: How often each rule is right in who and what, measured on annotated news (see docs/method.md).
PRECISION: dict[str, float] = {}


def find(tagged: Tagged) -> list[Finding]:
    """All attributions of an article, in order of their cues; none lies in another's content."""
    found: list[Finding] = []
    for number, (start, end) in enumerate(tagged.sentences):
        if not tagged.paragraph[number]:
            found += headline(tagged, start, end)
            continue
        here = _sentence(tagged, start, end)
        if not here and found and _goes_on(tagged, found[-1], number):
            found[-1].content.append((start, end))
        found += here
    return found


def _goes_on(tagged: Tagged, last: Finding, number: int) -> bool:
    """Whether a sentence is nothing but more of the quotation that was attributed just before it."""
    start, end = tagged.sentences[number]
    sentences = tagged.document.sentences
    if not last.rule.startswith("quotation") or tagged.quotation[start] < 0:
        return False
    if tagged.quotation[end - 1] < 0:
        return False
    quotation = tagged.document.quotations[tagged.quotation[start]]
    same = _sentence_of(tagged, last, number)
    return same or (
        quotation.continues and sentences[number - 1].block == sentences[number].block - 1
    )


def _sentence_of(tagged: Tagged, last: Finding, number: int) -> bool:
    """Whether the finding's last content ends in the sentence before, in the same paragraph."""
    sentences = tagged.document.sentences
    before = tagged.sentences[number - 1]
    inside = before[0] < last.content[-1][1] <= before[1] or before[0] <= last.cue[0] < before[1]
    return inside and sentences[number - 1].block == sentences[number].block


def _sentence(tagged: Tagged, start: int, end: int) -> list[Finding]:
    while end > start and tagged.low[end - 1] in (".", "!", "?", "…") and tagged.quotation[end - 1] < 0:
        end -= 1
    context = Context()
    found: list[Finding] = []
    for use in _uses(tagged, start, end):
        if any(_covers(f, use) for f in found):
            continue
        for _, rule in RULES:
            finding = rule(tagged, use, context)
            if finding is not None:
                found = [f for f in found if not _swallows(finding, f)]
                found.append(finding)
                context.last = finding
                break
    return found


def _covers(finding: Finding, use: Use) -> bool:
    return any(a <= use.first < b for a, b in finding.content)


def _swallows(new: Finding, old: Finding) -> bool:
    return any(a <= old.cue[0] < b for a, b in new.content)


def _uses(tagged: Tagged, start: int, end: int) -> Iterator[Use]:
    cues = tagged.lexicon.cues
    low, bits = tagged.low, tagged.bits
    for at in range(start, end):
        if tagged.quotation[at] >= 0:
            continue
        word = low[at]
        if bits[at] & CUE:
            verb = verb_group(tagged, at, start)
            if verb is not None and not _lends(tagged, verb.stop, end):
                yield Use(cues.verbs[word], verb.first, verb.stop, start, end, verb)
                continue
        if word in cues.nouns:
            yield Use(cues.nouns[word], at, at + 1, start, end)
        elif word in tagged.lexicon.phrase_starts:
            yield from _phrases(tagged, at, start, end)


def _lends(tagged: Tagged, at: int, end: int) -> bool:
    """Whether the verb before ``at`` only lends its subject: "appear to confirm"."""
    return (
        bool(tagged.bits[at - 1] & RAISING)
        and at + 1 < end
        and tagged.low[at] == "to"
        and bool(tagged.bits[at + 1] & CUE)
    )


def _phrases(tagged: Tagged, at: int, start: int, end: int) -> Iterator[Use]:
    cues = tagged.lexicon.cues
    for words, cue in cues.before.items():
        if tuple(tagged.low[at : at + len(words)]) == words:
            yield Use(cue, at, at + len(words), start, end)
            return
    if tagged.low[at] in cues.adjectives:
        words, cue = cues.adjectives[tagged.low[at]]
        if tuple(tagged.low[at : at + len(words)]) == words:
            yield Use(cue, at, at + len(words), start, end)

