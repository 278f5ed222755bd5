"""What a text says: an ordered, visible chain of steps, each with its rules.

Nothing here opens a file, asks a clock or keeps anything between two articles.
"""

from collections.abc import Iterable

from explainer.lexicons import Lexicon
from explainer.lexicons.words import RELATIVE
from explainer.problems import Problem
from explainer.reading import attributions
from explainer.reading.actors import find_actors
from explainer.reading.appositions import find_appositions
from explainer.reading.attributions.finding import Finding, Range
from explainer.reading.attributions.grounds import confidence, grounds
from explainer.reading.clauses import find_clauses
from explainer.reading.model import Attribution, Published, QuoteKind, Reading, Timex
from explainer.reading.names import find_names
from explainer.reading.speakers import Speakers, Speaking
from explainer.reading.subjects import antecedent
from explainer.reading.tagged import Tagged, tag
from explainer.reading.timexes import find_dateline, find_timexes
from explainer.text.document import Document
from explainer.text.spans import Span

__all__ = ["Reading", "find_dateline", "read"]


def read(document: Document, lexicon: Lexicon, published: Published | None = None) -> Reading:
    """Reads one article, in time linear in its length.

    Args:
        document: the article and its places.
        lexicon: the words of its language.
        published: its date, if one is known; without it, a dateline in the text is used.
    """
    published = published or find_dateline(document, lexicon.times)
    tagged = tag(document, lexicon)
    findings = attributions.find(tagged)
    names, beside = find_appositions(tagged, find_names(tagged))
    sources = [_named(tagged, f, f.source) for f in findings if f.source]
    mentions, actors = find_actors(tagged, names, sources, beside)
    speakers = Speakers(tagged, names, [m.actor for m in mentions])
    found = []
    problems: list[Problem] = []
    for finding in findings:
        speaking = speakers.speaking(finding.source, finding.core)
        attribution = _attribution(tagged, finding, speaking)
        found.append(attribution)
        problems += _unresolved(document, attribution)
    timexes = find_timexes(document, lexicon.times, published)
    problems += _odd_times(document, timexes)
    return Reading(
        document,
        published,
        tuple(mentions),
        tuple(actors),
        tuple(found),
        timexes,
        find_clauses(tagged, findings, timexes, published.day if published else None),
        (*document.problems, *problems),
    )


def _named(tagged: Tagged, finding: Finding, source: Range) -> Range:
    """Where a source is named: for "which" and "who", what they stand for."""
    first, stop = source
    if stop - first > 1 or not tagged.bits[first] & RELATIVE:
        return source
    group = antecedent(tagged, first, finding.use.start)
    return (group.first, group.stop) if group else source


def _attribution(tagged: Tagged, finding: Finding, speaking: Speaking) -> Attribution:
    cue = finding.use.cue
    on = grounds(tagged, finding)
    stance = tagged.lexicon.cues.stances[cue.stance]
    source = (tagged.span(*finding.source),) if finding.source else ()
    return Attribution(
        source,
        (tagged.span(*finding.cue),),
        tuple(_content_span(tagged, piece) for piece in finding.content),
        _kind(tagged, finding.content),
        cue.type,
        stance.negated if finding.negative else stance.name,
        finding.rule,
        confidence(tagged, on),
        _told(tagged, finding) + (", negated; " if finding.negative else "; ") + on.told,
        speaking.relation,
        speaking.name,
        speaking.why,
        speaking.others,
        on.key,
    )


def _told(tagged: Tagged, finding: Finding) -> str:
    """What makes the words of the cue one."""
    words, lemma = tagged.words(*finding.cue), finding.use.cue.lemma
    if not lemma[0].isalpha():
        return f"“{words}” stands between a speaker and what is said"
    return f"“{words}” is a form of “{lemma}”"


def _content_span(tagged: Tagged, piece: Range) -> Span:
    return tagged.span(*piece)


def _kind(tagged: Tagged, content: Iterable[Range]) -> QuoteKind:
    """Direct if all of it stands between quotation marks, mixed if some does."""
    quoted = [tagged.quotation[n] >= 0 for first, stop in content for n in range(first, stop)]
    if quoted and all(quoted):
        return "direct"
    return "mixed" if any(quoted) else "indirect"


def _odd_times(document: Document, timexes: Iterable[Timex]) -> Iterable[Problem]:
    text = document.article.text
    for timex in timexes:
        if timex.odd:
            message = f"“{timex.span.of(text)}” {timex.odd}: the date is kept"
            yield document.article.problem(timex.span.start, message, "odd-weekday")


def _unresolved(document: Document, found: Attribution) -> Iterable[Problem]:
    if found.relation == "unresolved" and found.source:
        words = found.source[0].of(document.article.text)
        message = f"who is meant by “{words}”? {found.speaker_why}; nobody is linked"
        yield document.article.problem(found.source[0].start, message, "unresolved-speaker")
