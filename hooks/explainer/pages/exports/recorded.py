"""From the dossier to records: the same facts, with the words beside each place."""

from explainer.dossier.model import (
    Actor,
    Claim,
    Event,
    Evidence,
    Line,
    Passage,
    Place,
    Question,
    Sheet,
    When,
)
from explainer.pages.exports import records
from explainer.pages.exports.source import Source
from explainer.pages.gaps import reproduced
from explainer.pages.safe import web_address
from explainer.text.spans import Span


def words(source: Source, place: Place) -> records.Words:
    """A place with its words."""
    text = source.dossier.words(place)
    return records.Words(
        article=place.article,
        sentence=place.sentence,
        start=place.span.start,
        end=place.span.end,
        text=text,
    )


def _words_of(source: Source, claim: Claim, span: Span) -> records.Words:
    return words(source, source.dossier.sheets[claim.place.article].place(span))


def time(source: Source, article: str, when: When) -> records.Time:
    """A time; one of an event by hand has no words."""
    span = when.span
    return records.Time(
        words=source.dossier.sheets[article].words(span) if span.start < span.end else None,
        edtf=when.edtf,
        part=when.part,
        day_stated=when.day_stated,
        basis=when.basis,
        why=when.why,
        rests_on_given_date=when.uses_publication and when.publication_given,
    )


def claim(source: Source, found: Claim) -> records.Claim:
    """A claim."""
    speaker, questions = found.speaker, source.index.questions_of.get(found.id, ())
    return records.Claim(
        id=found.id,
        url=source.url(source.addresses.claim(found.id)),
        who=records.Who(
            relation=speaker.relation,
            actors=speaker.actors,
            told=source.plain.who(found),
            words=_words_of(source, found, speaker.span) if speaker.span else None,
            why=speaker.why,
            given=speaker.given,
        ),
        cue=None if found.by_hand else _words_of(source, found, found.cue),
        content=tuple(_words_of(source, found, span) for span in found.content),
        stance=found.stance if found.has_stance else None,
        stance_word=source.plain.stance(found),
        kind=found.kind,
        type=found.type,
        about=found.about,
        when=time(source, found.place.article, found.when) if found.when else None,
        questions=tuple(question.id for question in questions),
        also_in=tuple(
            words(source, other.place)
            for other in found.repeats
            if source.is_public(other.place.article, other.place.span)
        ),
        by_hand=found.by_hand,
        corrections=tuple(records.Corrected(what=c.what, why=c.why) for c in found.corrections),
        rule=found.rule,
        confidence=found.confidence,
    )


def _evidence(source: Source, found: Evidence) -> records.Evidence:
    return records.Evidence(
        words=words(source, found.place),
        times=tuple(time(source, found.place.article, when) for when in found.times),
        of_report=found.of_report,
        claims=found.claims,
        status=found.status,
    )


def event(source: Source, found: Event) -> records.Event:
    """An event."""
    return records.Event(
        id=found.id,
        url=source.url(source.addresses.event(found)),
        heading=found.heading or None,
        when=time(source, found.place.article, found.when),
        status=found.status,
        status_given=found.told_as is not None,
        evidence=tuple(_evidence(source, piece) for piece in found.told),
        actors=found.actors,
        loaded=found.loaded,
    )


def actor(source: Source, found: Actor) -> records.Actor:
    """An actor."""
    seen = [place for place in found.mentions if source.index.public(place)]
    return records.Actor(
        id=found.id,
        url=source.url(source.addresses.actor(found.id)),
        name=found.name,
        kind=found.kind,
        part_of=found.part_of or None,
        members=found.members,
        names=tuple(
            records.Name(name=name, count=count)
            for name, count in found.names
            if source.index.is_shown(name)
        ),
        also=found.also,
        called=tuple(filter(source.index.is_shown, found.roles)),
        described=tuple(
            words(source, place) for place in found.described if source.index.public(place)
        ),
        offices=tuple(
            records.Office(role=role.role, start=role.start, end=role.end, why=role.why)
            for role in found.held
        ),
        introduced=introduction(source, found),
        claims=found.claims,
        shared=found.shared,
        possible=found.possible,
        about=found.about,
        events=found.events,
        mentions=tuple(words(source, place) for place in seen),
        mentions_elsewhere=len(found.mentions) - len(seen),
        wikidata=found.wikidata or None,
        homepage=web_address(found.homepage) or None,
        given=tuple(sorted(found.given)),
    )


def introduction(source: Source, found: Actor) -> records.Words | None:
    """The sentence that says who an actor is, where readers may see it."""
    if not found.intro or not source.index.public(found.intro):
        return None
    line = source.index.line(found.intro)
    return words(source, source.index.sheet(found.intro).place(line.span))


def question(source: Source, found: Question) -> records.Question:
    """A question."""
    return records.Question(
        id=found.id,
        url=source.url(source.addresses.question(found.id)),
        question=found.question,
        answers=tuple(
            records.Answer(
                says=answer.says,
                cited=tuple(
                    records.Cited(claim=cited.claim, words=words(source, cited.place))
                    for cited in answer.cited
                ),
            )
            for answer in found.answers
        ),
    )


def article(source: Source, slug: str, sheet: Sheet) -> records.Article:
    """An article."""
    share = reproduced(source.index, sheet)
    return records.Article(
        id=slug,
        url=source.url(source.addresses.article(slug)),
        title=sheet.title,
        title_basis=sheet.title_basis,
        published=sheet.published.isoformat() if sheet.published else None,
        published_basis=sheet.published_basis,
        published_given=sheet.published_given,
        publisher=sheet.publisher,
        address=sheet.url,
        rights=sheet.rights,
        language=sheet.language,
        show=sheet.show,
        read=sheet.read,
        sha256=sheet.article.sha256,
        length=len(sheet.article.text),
        words=share.words,
        words_reproduced=share.reproduced,
        sentences=tuple(
            _sentence(source, sheet, passage, line)
            for passage in sheet.passages
            for line in passage.lines
        ),
    )


def _sentence(source: Source, sheet: Sheet, passage: Passage, line: Line) -> records.Sentence:
    public = source.index.published(sheet.article.slug, line)
    return records.Sentence(
        id=line.id,
        kind=passage.kind,
        start=line.span.start,
        end=line.span.end,
        text=sheet.words(line.span) if public else None,
        own_voice=line.own_voice,
        claims=line.claims,
        events=line.events,
    )
