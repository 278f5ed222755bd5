"""Attributions: source + cue + content, found from the cue outwards."""

from collections.abc import Iterator

from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CUE,
    DETERMINER,
    MODAL,
    NUMBER,
    PHRASAL,
    POSSESSIVE,
    RAISING,
    SIGN,
    TO,
    VERB_PAST,
)
from explainer.reading.attributions.finding import Context, Finding, Use
from explainer.reading.attributions.grounds import grounds
from explainer.reading.attributions.headline import headline, title_line
from explainer.reading.attributions.rules import RULES
from explainer.reading.attributions.signed import may_sign
from explainer.reading.tagged import Tagged
from explainer.reading.verbs import verb_group

#: Findings with more doubts are seldom right (precision.txt): no reader is told them.
_MOST_DOUBTS = 9
#: Fewer quoted words are a part of a sentence, not a speech.
_FEW = 4
#: A sentence seldom has more attributions.
_LAST = 4
_OPENS = frozenset({"(", ":", ";"})
#: The classes of words that may be a cue; others are cues by their own tables.
_OPENS_CUE = CUE | PHRASAL | SIGN
_FINAL = frozenset({".", "!", "?", "…"})

#: "turned the offer of the bank down": an object between a verb's two words is short.
_REACH = 8


def find(tagged: Tagged) -> list[Finding]:
    """All attributions of an article, in order of their cues; none lies in another's content."""
    found: list[Finding] = []
    for number, (start, end) in enumerate(tagged.sentences):
        if not tagged.paragraph[number]:
            found += headline(tagged, start, end) if _is_heading(tagged, number) else ()
            continue
        here = title_line(tagged, start, end) if _is_title_line(tagged, number) else []
        here = here or [one for one in _sentence(tagged, start, end) if not _is_told(one, found)]
        speech = _speech_before(tagged, found, number)
        if not here and speech:
            speech.content.append((start, end))
        found += here
    return found


def _is_heading(tagged: Tagged, number: int) -> bool:
    """A credit line ("Editor: …") looks like a heading that quotes."""
    document = tagged.document
    return document.blocks[document.sentences[number].block].kind == "heading"


def _is_title_line(tagged: Tagged, number: int) -> bool:
    """Whether a sentence is alone in the first block, or alone and in capitals: a title."""
    sentences = tagged.document.sentences
    block = sentences[number].block
    alone = (number == 0 or sentences[number - 1].block != block) and (
        number + 1 == len(sentences) or sentences[number + 1].block != block
    )
    return alone and (number == 0 or number in tagged.title)


def _speech_before(tagged: Tagged, found: list[Finding], number: int) -> Finding | None:
    """The quotation just before a sentence which is nothing but more of it."""
    start, end = tagged.sentences[number]
    if tagged.quotation[start] < 0 or tagged.quotation[end - 1] < 0:
        return None
    last = _speech_in(tagged, found, number - 1)
    if last is None:
        return None
    return last if _goes_on(tagged, number) or _is_more(tagged, last, number) else None


def _speech_in(tagged: Tagged, found: list[Finding], number: int) -> Finding | None:
    """The last quoted speech of a sentence; if it has none, what ends with some quoted words."""
    partly = None
    for last in reversed(found):
        if not _ends_in(tagged, last, number):
            break
        if last.rule.startswith("quotation"):
            return last
        if partly is None and _ends_quoted(tagged, last):
            partly = last
    return partly


def _ends_quoted(tagged: Tagged, finding: Finding) -> bool:
    """Whether what somebody says ends between quotation marks."""
    return bool(finding.content) and tagged.quotation[finding.content[-1][1] - 1] >= 0


def _goes_on(tagged: Tagged, number: int) -> bool:
    """Whether a quotation in the paragraph before may go on in a sentence."""
    start, _ = tagged.sentences[number]
    blocks = [tagged.document.sentences[n].block for n in (number - 1, number)]
    continues = tagged.document.quotations[tagged.quotation[start]].continues
    return blocks[0] == blocks[1] or (continues and blocks[0] == blocks[1] - 1)


def _is_more(tagged: Tagged, speech: Finding, number: int) -> bool:
    """Whether a paragraph that is one quotation goes on with what was said in the one before.

    After “Q,” S said. a reader needs no second "S said": newspapers leave it out.
    """
    sentences = tagged.document.sentences
    start = tagged.sentences[number][0]
    inside = tagged.quotation[start]
    first, stop = tagged.quoted[inside]
    quotation = tagged.document.quotations[inside]
    if quotation.single or not quotation.closed:
        # 'Nothing Is Lost' in a line of its own is a heading.
        return False
    block = sentences[number].block
    if sentences[number - 1].block != block - 1 or first != start or not tagged.low[stop]:
        return False
    span = tagged.document.blocks[block].span
    alone = tagged.document.tokens.start[stop] >= span.end
    return alone and speech.cue[0] > speech.content[0][0] and speech.use.cue.type != "question"


def _ends_in(tagged: Tagged, finding: Finding, number: int) -> bool:
    """Whether a finding's last content, or its cue, stands in a sentence."""
    start, end = tagged.sentences[number]
    return start < finding.content[-1][1] <= end or start <= finding.cue[0] < end


def _is_told(new: Finding, found: list[Finding]) -> bool:
    """Whether an earlier sentence says who said the words before this one: He said: “Go.” She agreed.

    Words that were only taken to go on with what somebody else said are the new speaker's.
    """
    if not new.content or new.content[0][0] >= new.use.start:
        return False
    for old in found[-_LAST:]:
        if _shares_content(new, old):
            if len(old.content) == 1 or old.content[-1] != new.content[0]:
                return True
            old.content.pop()
    return False


def _sentence(tagged: Tagged, start: int, end: int) -> list[Finding]:
    while end > start and tagged.low[end - 1] in _FINAL and tagged.quotation[end - 1] < 0:
        end -= 1
    context = Context()
    found: list[Finding] = []
    for use in _uses(tagged, start, end):
        if any(a <= use.first < b for finding in found for a, b in finding.content):
            continue
        for _, rule in RULES:
            finding = rule(tagged, use, context)
            if finding is not None and grounds(tagged, finding).count <= _MOST_DOUBTS:
                found = [other for other in found if not _swallows(finding, other)]
                if not any(_shares_content(finding, other) for other in found):
                    found.append(finding)
                    context.last = finding
                break
    _complete(tagged, found, end)
    return found


def _complete(tagged: Tagged, found: list[Finding], end: int) -> None:
    """Adds the quotation that ends the sentence to its speech: “Q1,” she said of the plan, “Q2.”"""
    number = tagged.quotation[end - 1]
    if number < 0 or not found or not found[-1].rule.startswith("quotation"):
        return
    first, stop = tagged.quoted[number]
    speech = found[-1]
    behind = speech.cue[1] < first and speech.content[-1][1] <= first
    if behind and tagged.low[first - 1] == "," and stop - first > _FEW:
        speech.content.append((first, stop))


def _swallows(new: Finding, old: Finding) -> bool:
    return any(first <= old.cue[0] < stop for first, stop in new.content)


def _shares_content(one: Finding, other: Finding) -> bool:
    """Whether two findings have the same words as their contents: no words are said twice."""
    return any(a < d and c < b for a, b in one.content for c, d in other.content)


def _uses(tagged: Tagged, start: int, end: int) -> Iterator[Use]:
    """The cues of a sentence, outside of quotations."""
    cues = tagged.lexicon.cues
    low, bits = tagged.low, tagged.bits
    for at in _cue_words(tagged, start, end):
        word = low[at]
        verb = verb_group(tagged, at, start) if bits[at] & (CUE | PHRASAL) else None
        phrasal = cues.phrasal.get((word, low[at + 1])) if verb and at + 1 < end else None
        if verb is not None and verb.passive and word in cues.adjectives:
            # "are worried about the frost": a state of mind, not what somebody does to them.
            yield from _phrases(tagged, at, start, end)
        elif verb is not None and phrasal is not None:
            yield Use(phrasal, min(verb.left, verb.first), at + 2, start, end, verb)
        elif verb is not None and (particle := _particle(tagged, at, end)) is not None:
            phrasal = cues.phrasal[word, low[particle]]
            yield Use(phrasal, min(verb.left, verb.first), verb.stop, start, particle, verb)
        elif verb is not None and word in cues.verbs and not _lends(tagged, verb.stop, end):
            first = min(verb.left, verb.first)
            yield Use(cues.verbs[word], first, verb.stop, start, end, verb)
        elif cues.heading and bits[at] & SIGN and may_sign(tagged, at):
            yield Use(cues.heading, at, at + 1, start, end)
        elif word in cues.nouns:
            yield Use(cues.nouns[word], at, at + 1, start, end)
        elif word in cues.phrase_starts:
            yield from _phrases(tagged, at, start, end)


def _cue_words(tagged: Tagged, start: int, end: int) -> Iterator[int]:
    """The tokens of a sentence that can be cues, outside of quotations."""
    low, bits, quotation, cues = tagged.low, tagged.bits, tagged.quotation, tagged.lexicon.cues
    nouns, phrases = cues.nouns, cues.phrase_starts
    for at in range(start, end):
        known = bits[at] & _OPENS_CUE or low[at] in nouns or low[at] in phrases
        if not known or quotation[at] >= 0:
            continue
        # "United States": with a capital inside a sentence it is part of a name.
        if not bits[at] & CAPITAL or at == start or low[at - 1] in _OPENS:
            yield at


def _particle(tagged: Tagged, at: int, end: int) -> int | None:
    """Where the second word of a verb stands behind the object: "turned the offer *down*"."""
    particles = tagged.lexicon.cues.split.get(tagged.low[at], ())
    if not particles:
        return None
    for word in range(at + 1, min(end, at + _REACH)):
        bits = tagged.bits[word]
        if tagged.low[word] in particles:
            return word if word > at + 1 and _stands_alone(tagged, word, end) else None
        if bits & (SIGN | VERB_PAST | AUXILIARY | MODAL) or tagged.quotation[word] >= 0:
            return None
    return None


def _stands_alone(tagged: Tagged, word: int, end: int) -> bool:
    """Not in "turned the car down *the street*", "ruled a line out *of habit*", "*upside* down"."""
    if tagged.bits[word - 1] & ADVERB:
        return False
    if word + 1 >= end or tagged.bits[word] & ADVERB:
        return True
    opens = DETERMINER | POSSESSIVE | CAPITAL | NUMBER
    return not tagged.bits[word + 1] & opens and tagged.low[word + 1] != "of"


def _lends(tagged: Tagged, at: int, end: int) -> bool:
    """Whether the verb before ``at`` only lends its subject: "appear to confirm"."""
    return (
        at + 1 < end
        and bool(tagged.bits[at - 1] & RAISING)
        and bool(tagged.bits[at] & TO)
        and bool(tagged.bits[at + 1] & CUE)
    )


def _phrases(tagged: Tagged, at: int, start: int, end: int) -> Iterator[Use]:
    cues = tagged.lexicon.cues
    candidates = list(cues.before.items())
    if tagged.low[at] in cues.adjectives:
        candidates.append(cues.adjectives[tagged.low[at]])
    for words, cue in candidates:
        if tuple(tagged.low[at : at + len(words)]) == words:
            yield Use(cue, at, at + len(words), start, end)
            return
