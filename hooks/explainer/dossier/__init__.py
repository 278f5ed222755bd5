"""Everything the site knows, merged from all articles and from what people wrote about them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from explainer.dossier.edtf import order
from explainer.dossier.events import read_events, without_hidden
from explainer.dossier.identifiers import Identifiers
from explainer.dossier.model import Actor, Claim, Dossier, Event, Hidden, Question, Sheet, Stance
from explainer.dossier.namesakes import Person
from explainer.dossier.people import People
from explainer.dossier.questions import read_questions
from explainer.dossier.repeats import Repeats, by_id
from explainer.dossier.sheets import sheet_of
from explainer.dossier.sources import Source, load_sources
from explainer.dossier.statements import claims_of, events_of
from explainer.problems import Problems

__all__ = ["Dossier", "build"]


def build(seeds: Path, *, docs: Path | None = None, show: str = "excerpts") -> Dossier:
    """The dossier of all articles in a folder.

    Args:
        seeds: holds ``<article>.txt`` and, if anyone noted something, ``<article>.yml``.
        docs: holds ``questions/<question>.md`` and ``events/<event>.md``, if there are any.
        show: what is published of an article whose notes do not say: "full" or "excerpts".
    """
    problems = Problems()
    sources = sorted(load_sources(seeds, problems), key=_published)
    people = People(sources, problems)
    repeats = Repeats()
    claim_ids, event_ids = Identifiers(), Identifiers()
    found = {
        source.article.slug: repeats.claims(source, claims_of(source, people, claim_ids))
        for source in sources
    }
    questions: dict[str, Question] = {}
    if docs is not None:
        questions = read_questions(docs, sources, found, people, claim_ids, problems)
    events: list[Event] = []
    hidden: list[Hidden] = []
    for source in sources:
        dated = events_of(source, people, found[source.article.slug], event_ids)
        kept, gone = without_hidden(source, dated, problems)
        events += repeats.events(source, kept)
        hidden += gone
    events = list(by_id(events).values())
    if docs is not None:
        events = read_events(docs, sources, found, people, events, problems)
    events.sort(key=lambda event: order(event.when.edtf, event.when.value))
    sheets = _sheets(sources, people, found, events, show)
    claims = by_id(claim for some in found.values() for claim in some)
    return Dossier(
        sheets=sheets,
        actors=_actors(people, sheets, claims.values(), events),
        claims=claims,
        events={event.id: event for event in events},
        stances=_stances(sources),
        problems=tuple(problems),
        questions=questions,
        hidden=tuple(hidden),
    )


def _published(source: Source) -> tuple[bool, date]:
    """Readers see articles in the order in which they came out, those without a date last."""
    published = source.reading.published
    return (published is None, published.day if published else date.min)


def _sheets(
    sources: Iterable[Source],
    people: People,
    claims: Mapping[str, list[Claim]],
    events: Iterable[Event],
    show: str,
) -> dict[str, Sheet]:
    """The sheet of each article, with the events that it tells of."""
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for article in event.articles:
            told[article].append(event)
    return {
        slug: sheet_of(source, people, claims[slug], told[slug], show)
        for slug, source in ((source.article.slug, source) for source in sources)
    }


def _stances(sources: Iterable[Source]) -> dict[str, Stance]:
    return {
        word.name: Stance(word.name, word.sign, word.word)
        for source in sources
        if source.lexicon
        for word in source.lexicon.cues.stances.values()
    }


def _actors(
    people: People,
    sheets: Mapping[str, Sheet],
    claims: Iterable[Claim],
    events: Iterable[Event],
) -> dict[str, Actor]:
    """Actors by name, each with what it says, what is said of it, and what it is part of."""
    own: dict[str, list[str]] = defaultdict(list)
    shared: dict[str, list[str]] = defaultdict(list)
    possible: dict[str, list[str]] = defaultdict(list)
    about: dict[str, list[str]] = defaultdict(list)
    dated: dict[str, list[str]] = defaultdict(list)
    side = {"is": own, "for": own, "are": shared, "one_of": possible}
    for claim in claims:
        for actor in claim.speaker.actors:
            side[claim.speaker.relation][actor].append(claim.id)
        for actor in claim.about:
            about[actor].append(claim.id)
    for event in events:
        for actor in event.actors:
            dated[actor].append(event.id)
    by_name = {person.name: person.id for person in people.all.values()}

    def finished(person: Person) -> Actor:
        return Actor(
            id=person.id,
            name=_told_apart(person, sheets),
            kind=person.kind,
            part_of=by_name.get(person.part_of, ""),
            roles=tuple(person.roles),
            called=tuple(map(tuple, person.roles.values())),
            names=tuple(sorted(person.names.items(), key=lambda item: (-item[1], item[0]))),
            intro=person.intro,
            mentions=tuple(person.mentions),
            claims=tuple(own[person.id]),
            shared=tuple(shared[person.id]),
            possible=tuple(possible[person.id]),
            about=tuple(about[person.id]),
            events=tuple(dated[person.id]),
        )

    ordered = sorted(people.all.values(), key=lambda p: (p.name.casefold(), p.id))
    return {person.id: finished(person) for person in ordered if person.mentions}


def _told_apart(person: Person, sheets: Mapping[str, Sheet]) -> str:
    """A name; that of one article only, where others have the name as well, with the article."""
    if not person.only_in:
        return person.name
    return f"{person.name} (in “{sheets[person.only_in].title}”)"
