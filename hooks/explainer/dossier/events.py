"""Events that people write: ``docs/events/<event>.md``, each resting on quotations.

An event by hand takes the place of what was read at the same words. Its time is what the clauses of its
evidence say, and never more exact, unless the file says in ``basis:`` how it is known.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pydantic import Field

from explainer.dossier.anchors import shared
from explainer.dossier.curated import Curated, Id, Page, Words, read_curated
from explainer.dossier.fields import EachOnce, Stretch
from explainer.dossier.former import former_ids
from explainer.dossier.model import Claim, Event, Evidence, Hidden, Place
from explainer.dossier.moments import Moment, Told
from explainer.dossier.people import People
from explainer.dossier.quotations import Quotations, Quote
from explainer.dossier.sources import Source
from explainer.dossier.statements import Statuses, actors_in, times_of
from explainer.dossier.strangers import RULE as STRANGER
from explainer.lexicons.statuses import Status
from explainer.problems import Level, Problem, Problems

#: What may be right again as soon as the article's date can be read.
_NEEDS_DATE = frozenset({"when-not-carried", "part-not-carried", "part-of-day"})

#: What may be right as soon as `when:` or `part:` is.
_NEEDS_TIME = frozenset({"basis-of-nothing", "part-not-carried", "part-of-day", "which-time"})


class GivenEvent(Page):
    """One entry of the timeline that a person wrote; prose stands below the front matter."""

    event: Words = Field(description="What happened, in a few neutral words.")
    when: Stretch | None = Field(
        None,
        description=(
            "When it was, as EDTF: 2023, 2023-05, 2023-05-23, 202X, 2023-05-22/2023-05-23; ~ at the"
            " end for about, ? for uncertain. Without it, what the evidence says counts."
        ),
    )
    part: Words | None = Field(
        None, description="The part of the day, such as evening, or a clock time, as 14:30."
    )
    basis: Words | None = Field(
        None, description="How the time is known, where the evidence does not carry it."
    )
    evidence: tuple[Quote, ...] = Field(min_length=1, description="The words that it rests on.")
    status: Status | None = Field(
        None, description="Whether it happened, or what it is only, if the evidence is misread."
    )
    actors: Annotated[tuple[Id, ...], *EachOnce] = Field(
        (), description="Who takes part (ids of actors), if not those that the evidence names."
    )


def read_events(
    docs: Path,
    sources: Iterable[Source],
    claims: Mapping[str, Sequence[Claim]],
    people: People,
    dated: Iterable[Event],
    problems: Problems,
    lost: Collection[str] = (),
) -> list[Event]:
    """All events: those that people wrote, and what was read where they wrote none.

    Args:
        docs: the folder that has ``events/``.
        sources: the articles.
        claims: those of each article, by its slug.
        people: the actors.
        dated: the events that were read.
        problems: takes what is wrong.
        lost: the slugs of articles that cannot be read.
    """
    reader = _Reader(sources, claims, people, problems, lost)
    left = list(dated)
    found = []
    resting: dict[object, Curated[GivenEvent]] = {}
    files = list(read_curated(docs, "events", GivenEvent, problems))
    former = former_ids(files, {file.id for file in files}, problems)
    for file in files:
        evidence = tuple(reader.evidence(file))
        if evidence:
            taken = [e for e in left if e.id == file.id or _meet(e.told, evidence)]
            left = [event for event in left if event not in taken]
            event = replace(reader.event(file, evidence), formerly=former[file.id])
            found.append(_in_place_of(taken, event))
            alike = frozenset(one.place for one in evidence), file.given.when, file.given.part
            if not _time_is_wrong(file) and (first := resting.setdefault(alike, file)) is not file:
                problems.add(_told_twice(file, first))
    return [*found, *left]


def _time_is_wrong(file: Curated[GivenEvent]) -> bool:
    """True if a time stands there, and was told to be none."""
    return any(file.places.is_left_out((key,)) for key in ("when", "part"))


def _told_twice(file: Curated[GivenEvent], first: Curated[GivenEvent]) -> Problem:
    """Words may tell of two events; more often two people wrote of one."""
    message = (
        f"{first.places.path} rests on the same words, with the same time; if both are one event, bring"
        " them together, else quote for each the words that tell of it"
    )
    return file.places.problem(("evidence",), message, "told-twice", Level.NOTICE)


def _in_place_of(taken: Iterable[Event], event: Event) -> Event:
    """An event by hand with the addresses of what was read, and what other articles tell alike."""
    versions = [version for each in taken for version in each.versions]
    return replace(
        event,
        replaces=tuple(dict.fromkeys(version.anchor or version.id for version in versions)),
        repeats=tuple(one for one in versions if not _meet(one.evidence, event.evidence)),
    )


def without_hidden(
    source: Source, dated: Iterable[Event], problems: Problems
) -> tuple[list[Event], list[Hidden]]:
    """The events of one article without those that its notes take off the timeline."""
    left, hidden = list(dated), []
    quotations = Quotations([source], problems)
    for number, note in enumerate(source.notes.events):
        loc = ("events", number)
        quote = Quote(quote=note.quote, article=source.article.slug, sentence=note.sentence)
        place = quotations.place(quote, loc, source.places)
        if place is None:
            continue
        found = [event for event in left if _meet(event.evidence, [Evidence(place)])]
        if not found:
            message = "no event was read at these words: there is nothing to hide"
            problem = source.places.problem((*loc, "quote"), message, "needless-note")
            problems.add(replace(problem, level=Level.NOTICE))
        hidden += [Hidden(event, note.why) for event in found]
        left = [event for event in left if event not in found]
    return left, hidden


def _meet(some: Iterable[Evidence], others: Sequence[Evidence]) -> bool:
    """True if any words are in both."""
    return any(
        one.place.article == other.place.article and one.place.span.overlaps(other.place.span)
        for one in some
        for other in others
    )


class _Reader:
    """Makes events of files; what is wrong in them becomes a problem."""

    def __init__(
        self,
        sources: Iterable[Source],
        claims: Mapping[str, Sequence[Claim]],
        people: People,
        problems: Problems,
        lost: Collection[str],
    ) -> None:
        self._sources = {source.article.slug: source for source in sources}
        self._quotations = Quotations(self._sources.values(), problems, lost)
        self._claims, self._people, self._problems = claims, people, problems
        self._statuses = {slug: Statuses(s, claims[slug]) for slug, s in self._sources.items()}
        self._actors = {person.id for person in people.all.values() if person.mentions}
        lexicons = {s.lexicon.language: s.lexicon for s in self._sources.values() if s.lexicon}
        times = [lexicon.times for lexicon in lexicons.values()]
        self._parts = {part.name: part.code for words in times for part in words.parts.values()}
        self._takes_side = [lexicon.names.takes_side for lexicon in lexicons.values()]

    def evidence(self, file: Curated[GivenEvent]) -> Iterator[Evidence]:
        """The evidence that stands in the articles."""
        seen: dict[Place, int] = {}
        for number, quote in enumerate(file.given.evidence):
            place = self._quotations.place(quote, ("evidence", number), file.places)
            if place and seen.setdefault(place, number) == number:
                yield self._evidence(place)
            elif place:
                line = file.places.problem(("evidence", seen[place]), "", "").line
                message = f"these words stand on line {line} already; take one of the two away"
                problem = file.places.problem(("evidence", number, "quote"), message, "quote-twice")
                self._problems.add(problem)

    def _evidence(self, place: Place) -> Evidence:
        near, _ = times_of(self._sources[place.article], place.span)
        whose = self._whose(place)
        within = [piece for claim in whose for piece in claim.content]
        reported = any(piece.contains(place.span) for piece in within)
        said = [time for time in near if any(piece.contains(time.span) for piece in within)]
        claims = tuple(claim.id for claim in whose)
        status = self._statuses[place.article].of(place.span, whose)
        return Evidence(place, tuple(near), claims, reported and bool(near) and not said, status)

    def _whose(self, place: Place) -> list[Claim]:
        """Those whose word it is: at least half of the quotation, or the report of it, is in it."""
        half = (place.span.end - place.span.start) / 2
        return [
            claim
            for claim in self._claims[place.article]
            if (common := shared(claim, place.span)) >= half
            or (common and place.span.contains(claim.cue))
        ]

    def event(self, file: Curated[GivenEvent], evidence: tuple[Evidence, ...]) -> Event:
        """The event of a file."""
        given = file.given
        moment = Moment(given.when, given.part, given.basis, *self._told(evidence), self._parts)
        when = moment.decided()
        lost = any(self._sources[found.place.article].date_lost for found in evidence)
        wrong = _time_is_wrong(file)
        for key, message, rule, level in moment.mistakes:
            if (lost and rule in _NEEDS_DATE) or (wrong and rule in _NEEDS_TIME):
                continue
            problem = file.places.problem((key,), message, rule)
            self._problems.add(replace(problem, level=level))
        if any(takes_side(given.event) for takes_side in self._takes_side):
            message = (
                "a heading is neutral, and this one takes a side; leave such words to quotations"
            )
            problem = file.places.problem(("event",), message, "loaded-heading")
            self._problems.add(replace(problem, level=Level.NOTICE))
        actors = tuple(self._known(file)) or tuple(dict.fromkeys(self._named(evidence)))
        heading = given.title or given.event
        return Event(file.id, evidence, when, False, actors, heading, told_as=given.status)

    def _told(self, evidence: Iterable[Evidence]) -> tuple[list[Told], list[Told]]:
        """The times of the clauses of the evidence, and the others in its sentences."""
        both: tuple[list[Told], list[Told]] = ([], [])
        for found in evidence:
            source = self._sources[found.place.article]
            for told, times in zip(both, times_of(source, found.place.span), strict=True):
                text = source.article.text
                told += [Told(time.span.of(text), time, found.of_report) for time in times]
        return both

    def _known(self, file: Curated[GivenEvent]) -> Iterator[str]:
        """The actors that the file names, those that there are."""
        for number, actor in enumerate(file.given.actors):
            if actor in self._actors:
                yield actor
            elif message := self._people.stranger(actor, self._actors):
                self._problems.add(file.places.problem(("actors", number), message, STRANGER))

    def _named(self, evidence: Iterable[Evidence]) -> Iterator[str]:
        for place in (found.place for found in evidence):
            yield from actors_in(self._sources[place.article], self._people, place.span)
