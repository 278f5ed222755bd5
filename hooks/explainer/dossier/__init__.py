"""Everything the site knows, merged from all articles and from what people wrote about them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from explainer.dossier.actors import read_actors
from explainer.dossier.corrections import Corrections
from explainer.dossier.disagreements import disagreements
from explainer.dossier.edtf import order
from explainer.dossier.events import read_events, without_hidden
from explainer.dossier.glossary import glossary
from explainer.dossier.identifiers import Identifiers
from explainer.dossier.ignored import ignored
from explainer.dossier.model import Claim, Dossier, Event, Hidden, Question, Sheet, Stance
from explainer.dossier.people import People
from explainer.dossier.questions import read_questions
from explainer.dossier.quotations import Quotations
from explainer.dossier.repeats import Repeats, by_id
from explainer.dossier.sheets import sheet_of
from explainer.dossier.sources import Source, load_sources, lost_articles
from explainer.dossier.statements import claims_of, events_of
from explainer.problems import Problems

__all__ = ["Dossier", "build"]


def build(
    seeds: Path,
    *,
    docs: Path | None = None,
    show: str = "excerpts",
    missing: Collection[str] = (),
) -> Dossier:
    """The dossier of all articles in a folder.

    Args:
        seeds: holds ``<article>.txt`` and, if anyone noted something, ``<article>.yml``.
        docs: holds ``actors/<actor>.md``, ``questions/<question>.md`` and ``events/<event>.md``, if
            there are any.
        show: what is published of an article whose notes do not say: "full" or "excerpts".
        missing: the slugs of articles that are told not to be there.
    """
    problems = Problems()
    problems.extend(ignored(seeds, docs))
    sources = sorted(load_sources(seeds, problems), key=_published)
    lost = lost_articles(problems, seeds, sources).union(missing)
    files = read_actors(docs, problems)
    people = People(sources, files, problems, lost=bool(lost))
    repeats = Repeats()
    claim_ids, event_ids = Identifiers(), Identifiers()
    stances = _stances(sources)
    as_read = [(source, claims_of(source, people, claim_ids)) for source in sources]
    corrections = Corrections(people, stances, claim_ids, problems)
    found = {
        source.article.slug: repeats.claims(source, corrections.claims(source, claims))
        for source, claims in as_read
    }
    questions: dict[str, Question] = {}
    if docs is not None:
        questions = read_questions(
            docs, sources, found, corrections.hidden, people, claim_ids, problems, lost
        )
    dated: dict[str, list[Event]] = {}
    hidden: list[Hidden] = []
    for source in sources:
        slug = source.article.slug
        read = events_of(source, people, found[slug], event_ids)
        kept, gone = without_hidden(source, read, problems)
        dated[slug] = repeats.events(source, kept)
        hidden += gone
    events = list(by_id(event for some in dated.values() for event in some).values())
    if docs is not None:
        events = read_events(docs, sources, found, people, events, problems, lost)
    events = _in_order(events, sources)
    shown = {event.id: event for event in events}
    sheets = _sheets(sources, people, found, events, show)
    claims = by_id(claim for some in found.values() for claim in some)
    problems.extend(people.needless())
    quotations = Quotations(sources, problems, lost)
    actors = glossary(people, sheets, claims.values(), events, quotations, problems)
    return Dossier(
        sheets=sheets,
        actors=actors,
        claims=claims,
        events=shown,
        stances=stances,
        problems=tuple(problems),
        questions=questions,
        hidden=tuple(hidden),
        hidden_claims=tuple(corrections.hidden),
        lost=lost,
        left_out=frozenset(_left_out(docs, {*questions, *shown}, problems))
        if docs
        else frozenset(),
        disagreements=tuple(disagreements(sources, found, dated, {*claims, *shown})),
    )


def _left_out(docs: Path, known: Collection[str], problems: Problems) -> Iterator[str]:
    """The questions and events that people finished and that are not in the dossier."""
    drafts = {problem.path for problem in problems if problem.rule == "draft"}
    for kind in ("questions", "events"):
        for path in (docs / kind).glob("*.md"):
            if path.stem not in known and f"{docs.name}/{kind}/{path.name}" not in drafts:
                yield f"{kind}/{path.stem}"


def _in_order(events: Iterable[Event], sources: Iterable[Source]) -> list[Event]:
    """Events by time; those of one time as the articles tell them."""
    number = {source.article.slug: at for at, source in enumerate(sources)}

    def key(event: Event) -> tuple[tuple[int, ...], int, int]:
        place = event.place
        return order(event.when.edtf, event.when.value), number[place.article], place.span.start

    return sorted(events, key=key)


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
