"""From what was read to what readers see: claims, with their ids, and the events they date."""

from bisect import bisect_right
from collections.abc import Iterable

from explainer.dossier.identifiers import Identifiers
from explainer.dossier.model import Claim, Event, Named, Place, When
from explainer.dossier.people import People, sentence_at
from explainer.dossier.sources import Source
from explainer.reading.model import Attribution, Timex
from explainer.text.spans import Span, hull


def claims_of(source: Source, people: People, ids: Identifiers) -> list[Claim]:
    """The claims of one article, in order of their cues."""
    named = people.named[source.article.slug]
    contents = [span for found in source.reading.attributions for span in found.content]
    claims = []
    for found in source.reading.attributions:
        speaker = people.speaker(source, found)
        place = _place_of(source, found)
        about = dict.fromkeys(n.actor for n in _inside(named, found.content))
        claims.append(
            Claim(
                id=ids.claim(place.sentence, found.cue[0].of(source.article.text)),
                place=place,
                speaker=speaker,
                cue=found.cue[0],
                content=found.content,
                kind=found.kind,
                type=found.type,
                stance=found.stance,
                about=tuple(actor for actor in about if actor not in speaker.actors),
                when=_said_when(source, found, contents),
                rule=found.rule,
                confidence=found.confidence,
                why=found.why,
            )
        )
    return claims


def _place_of(source: Source, found: Attribution) -> Place:
    spans = [*found.source, *found.cue, *found.content]
    sentence = sentence_at(source, found.cue[0].start)
    return Place(source.article.slug, sentence, hull(spans))


def _inside(named: list[Named], spans: Iterable[Span]) -> Iterable[Named]:
    starts = [n.place.span.start for n in named]
    for span in spans:
        at = bisect_right(starts, span.start - 1)
        while at < len(named) and starts[at] < span.end:
            yield named[at]
            at += 1


def _said_when(source: Source, found: Attribution, contents: list[Span]) -> When | None:
    """The time in the cue's sentence that is no part of what anyone said."""
    sentence = sentence_at(source, found.cue[0].start)
    times = [
        t
        for t in source.reading.timexes
        if t.type in ("DATE", "TIME")
        and sentence_at(source, t.span.start) == sentence
        and not any(c.contains(t.span) for c in contents)
        and not t.value.endswith("_REF")
    ]
    if not times:
        return None
    nearest = min(times, key=lambda t: abs(t.span.start - found.cue[0].start))
    return when_of(source, nearest)


def when_of(source: Source, timex: Timex) -> When:
    """A time expression as readers see it."""
    published = source.reading.published
    return When(
        span=timex.span,
        type=timex.type,
        value=timex.value,
        edtf=timex.edtf,
        part=timex.part,
        basis=timex.basis,
        why=timex.why,
        day_stated=timex.day_stated,
        uses_publication=timex.uses_publication,
        publication_given=timex.uses_publication
        and published is not None
        and published.basis == "given",
    )


def events_of(source: Source, people: People, claims: list[Claim], ids: Identifiers) -> list[Event]:
    """What the article dates: a clause an event, with its time and whose word it is."""
    loaded = source.lexicon.names.loaded if source.lexicon else frozenset()
    best: dict[Span, Timex] = {}
    for timex, clause in zip(source.reading.timexes, source.reading.clauses, strict=True):
        dates = timex.type in ("DATE", "TIME") and not timex.value.endswith("_REF")
        if dates and (clause not in best or _finer(timex, best[clause])):
            best[clause] = timex
    events = []
    for clause, timex in best.items():
        sentence = sentence_at(source, clause.start)
        words = clause.of(source.article.text)
        named = _inside(people.named[source.article.slug], [clause])
        claim = next((c for c in claims if any(p.contains(timex.span) for p in c.content)), None)
        events.append(
            Event(
                id=ids.event(sentence, timex.span.of(source.article.text)),
                place=Place(source.article.slug, sentence, clause),
                when=when_of(source, timex),
                claim=claim.id if claim else None,
                loaded=any(w.strip("“”\"'.,").casefold() in loaded for w in words.split()),
                actors=tuple(dict.fromkeys(n.actor for n in named)),
            )
        )
    return events


def _finer(one: Timex, other: Timex) -> bool:
    return len(one.edtf or "") > len(other.edtf or "")
