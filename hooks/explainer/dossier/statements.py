"""From what was read to what readers see: claims, with their ids, and the events they date."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from explainer.dossier.identifiers import Identifiers
from explainer.dossier.model import Claim, Event, Evidence, Named, Place, Relation, Speaker, When
from explainer.dossier.people import People
from explainer.dossier.sources import Source
from explainer.lexicons.statuses import Status
from explainer.reading.model import Attribution, Clause, Timex
from explainer.text.spans import Span, hull


def claims_of(source: Source, people: People, ids: Identifiers) -> list[Claim]:
    """The claims of one article, in order of their cues."""
    named = _Named(people.named[source.article.slug])
    said = _SaidWhen(source)
    claims = []
    for found in source.reading.attributions:
        speaker = people.speaker(source, found)
        place = _place_of(source, found)
        about = dict.fromkeys(n.actor for span in found.content for n in named.inside(span))
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
                when=said.when(found),
                rule=found.rule,
                confidence=found.confidence,
                why=found.why,
            )
        )
    return claims


def claim_by_hand(
    source: Source, people: People, place: Place, who: tuple[str, ...], ids: Identifiers
) -> Claim:
    """What a person says that actors say, where no rule read it.

    Args:
        source: the article.
        people: who its words mean.
        place: the words.
        who: the actors' ids, those of several who say it together.
        ids: gives the claim its id.
    """
    span = place.span
    about = tuple(actor for actor in actors_in(source, people, span) if actor not in who)
    relation: Relation = "are" if len(who) > 1 else "is"
    return Claim(
        id=ids.claim(place.sentence, f"by hand {' '.join(who)}"),
        place=place,
        speaker=Speaker(None, relation, who, "named by a person, beside the quotation", True),
        cue=Span(span.start, span.start),
        content=(span,),
        kind=kind_of(source, (span,)),
        type="speech",
        stance="asserts",
        about=about,
        when=None,
        rule="by hand",
        confidence=1.0,
        why="",
        by_hand=True,
    )


def kind_of(source: Source, content: Iterable[Span]) -> str:
    """By quotation marks: all in them, some, none."""
    quotations = [quotation.span for quotation in source.document.quotations]
    spans = list(content)
    if all(any(quotation.contains(span) for quotation in quotations) for span in spans):
        return "direct"
    return "mixed" if any(q.overlaps(s) for q in quotations for s in spans) else "indirect"


def _place_of(source: Source, found: Attribution) -> Place:
    """The hull of an attribution, in the sentence of its cue."""
    sentence = source.sentence_at(found.cue[0].start)
    spans = [*found.source, *found.cue, *found.content]
    return Place(source.article.slug, sentence, hull(spans))


class _Named:
    """Mentions by their place."""

    def __init__(self, named: list[Named]) -> None:
        self._named = named
        self._starts = [n.place.span.start for n in named]

    def inside(self, span: Span) -> list[Named]:
        first = bisect_left(self._starts, span.start)
        return self._named[first : bisect_left(self._starts, span.end)]

    def actors(self, span: Span) -> tuple[str, ...]:
        """Ids of those who are named there, in order."""
        return tuple(dict.fromkeys(named.actor for named in self.inside(span)))


class _Within:
    """Spans that do not overlap, each with what it belongs to."""

    def __init__(self, spans: Iterable[tuple[Span, str]]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span, _ in self._spans]

    def of(self, span: Span) -> str | None:
        """What the span that holds another belongs to; None if none does."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or not self._spans[at][0].contains(span):
            return None
        return self._spans[at][1]


class _SaidWhen:
    """The times in an article that are no part of what anyone said, by sentence."""

    def __init__(self, source: Source) -> None:
        self._source = source
        contents = _Within((span, "") for a in source.reading.attributions for span in a.content)
        self._times: dict[int, list[tuple[Timex, Span]]] = defaultdict(list)
        for timex, clause in zip(source.reading.timexes, source.reading.clauses, strict=True):
            if _is_dated(timex) and (contents.of(timex.span) is None or clause.status == "said"):
                number = source.sentence_number(timex.span.start)
                self._times[number].append((timex, clause.span))

    def when(self, found: Attribution) -> When | None:
        """When it was said: the time nearest to the cue, if the clause of the cue has one."""
        cue = found.cue[0]
        near = self._times.get(self._source.sentence_number(cue.start), ())
        times = [timex for timex, clause in near if clause.contains(cue)]
        if not times:
            return None
        return when_of(self._source, min(times, key=lambda t: abs(t.span.start - cue.start)))


def _is_dated(timex: Timex) -> bool:
    """Not a length of time, and more than "now" or "recently"."""
    return timex.type in ("DATE", "TIME") and not timex.value.endswith("_REF")


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
    named = _Named(people.named[source.article.slug])
    contents = _Within((span, claim.id) for claim in claims for span in claim.content)
    told = Statuses(source, claims)
    best: dict[Span, tuple[Timex, Clause]] = {}
    for timex, clause in zip(source.reading.timexes, source.reading.clauses, strict=True):
        if not _is_dated(timex) or clause.span == timex.span:
            continue
        if clause.span not in best or _is_finer(timex, best[clause.span][0]):
            best[clause.span] = timex, clause
    events = []
    for span, (timex, clause) in best.items():
        place, when = source.place(span), when_of(source, timex)
        if clause.extent:
            # "Since Tuesday evening" has a day and no part of it: the evening is only where it begins.
            when = replace(when, span=clause.extent.span, edtf=clause.extent.edtf, part=None)
        words = span.of(source.article.text)
        status = told.status(timex, clause)
        claim = contents.of(timex.span) or told.whose(timex, clause)
        if status == "said":
            # The time is of the report, though it stands in what is reported.
            claim = None
        evidence = Evidence(place, (when,), (claim,) if claim else (), status=status)
        events.append(
            Event(
                id=ids.event(place.sentence, timex.span.of(source.article.text)),
                evidence=(evidence,),
                when=when,
                loaded=source.lexicon is not None and source.lexicon.names.takes_side(words),
                actors=named.actors(span),
            )
        )
    return events


def times_of(source: Source, span: Span) -> tuple[list[When], list[When]]:
    """The times that an article tells: in the clauses of some words, and elsewhere in the sentence."""
    near, wider = [], []
    sentences = source.sentence_numbers(span)
    for timex, clause in zip(source.reading.timexes, source.reading.clauses, strict=True):
        if not _is_dated(timex):
            continue
        if clause.span.overlaps(span):
            near.append(when_of(source, timex))
        elif source.sentence_number(timex.span.start) in sentences:
            wider.append(when_of(source, timex))
    return near, wider


def actors_in(source: Source, people: People, span: Span) -> tuple[str, ...]:
    """Ids of the actors that words of an article name, in order."""
    return _Named(people.named[source.article.slug]).actors(span)


#: What a stance makes of a content whatever the mood of its verb.
_STRONG = frozenset({"feared", "denied", "wanted"})


class Statuses:
    """Whether what an article tells happened, or is only said, planned, feared …; what people corrected
    counts.

    Args:
        source: the article.
        claims: its claims, as people corrected them.
    """

    def __init__(self, source: Source, claims: Iterable[Claim]) -> None:
        self._source = source
        self._known = source.lexicon.statuses.contents if source.lexicon else {}
        self._by_cue = {claim.cue: claim for claim in claims if not claim.by_hand}
        changed = [c for c in claims if c.by_hand or (c.read and c.read.content != c.content)]
        self._changed = [(span, claim) for claim in changed for span in claim.content]

    def of(self, span: Span, whose: Iterable[Claim]) -> Status:
        """What some words tell.

        Args:
            span: the words.
            whose: the claims whose word they are; none in the article's own voice.
        """
        reading = self._source.reading
        said = [claim for claim in whose if any(piece.contains(span) for piece in claim.content)]
        for timex, clause in zip(reading.timexes, reading.clauses, strict=True):
            # A clause that reports has another status than what is reported in it.
            if clause.span.overlaps(span) and not (said and clause.status == "said"):
                return self.status(timex, clause)
        return next((self._by_claim(claim) for claim in said or whose), "happened")

    def status(self, timex: Timex, clause: Clause) -> Status:
        """What a clause tells: as it was read, unless people say that it is another's word, or nobody's,
        or that it is said otherwise.
        """
        was: Status = "happened"
        now: Status = was
        if clause.attribution is not None:
            read = self._source.reading.attributions[clause.attribution]
            was = self._by_reading(read.type, read.stance)
            claim = self._by_cue.get(read.cue[0])
            if claim and (_holds(claim, timex) or self.whose(timex, clause)):
                now = self._by_claim(claim)
        elif claim := next((c for span, c in self._changed if span.contains(timex.span)), None):
            now = self._by_claim(claim)
        if now == was:
            return clause.status
        return now if clause.status == was or now in _STRONG else clause.status

    def whose(self, timex: Timex, clause: Clause) -> str | None:
        """The id of the claim that a time before its report belongs to: "For 2009, the firm says …"."""
        if clause.attribution is None:
            return None
        read = self._source.reading.attributions[clause.attribution]
        claim = self._by_cue.get(read.cue[0])
        return claim.id if claim and not _holds(read, timex) else None

    def _by_claim(self, claim: Claim) -> Status:
        if claim.read and claim.read.stance != claim.stance:
            return self._known.get(claim.stance, "claimed")
        return self._by_reading(claim.type, claim.stance)

    def _by_reading(self, type_: str, stance: str) -> Status:
        return self._known.get(type_) or self._known.get(stance, "claimed")


def _holds(said: Claim | Attribution, timex: Timex) -> bool:
    """Whether a time stands in what somebody says."""
    return any(piece.contains(timex.span) for piece in said.content)


def _is_finer(one: Timex, other: Timex) -> bool:
    """Whether a time is more exact than another one in the same clause."""
    return len(one.edtf or "") > len(other.edtf or "")
