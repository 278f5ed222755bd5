"""Who an attribution's source means: as it was read, unless a person says something about its words."""

from collections.abc import Callable, Iterable

from explainer.dossier.model import Relation, Speaker
from explainer.dossier.phrases import Phrase, Phrases
from explainer.reading.model import Attribution, Mention, Reading
from explainer.text.spans import Span

#: The ids of the actors that a mention was read as.
Who = Callable[[Mention], tuple[str, ...]]


def speaker_of(reading: Reading, found: Attribution, phrases: Phrases, who: Who) -> Speaker:
    """Who says it.

    Args:
        reading: of the article.
        found: the attribution.
        phrases: what people say about words of the article; those that change something are told so.
        who: the ids of the actors that a mention was read as.
    """
    numbers = () if found.speaker is None else (found.speaker, *found.others)
    mentions = [reading.mentions[number] for number in numbers]
    read = _as_read(found, mentions, who)
    about = {mention: phrases.of(mention) for mention in mentions}
    told = list(dict.fromkeys(phrase for phrase in about.values() if phrase))
    if not told and read.span and (phrase := phrases.of_source(read.span)):
        told = [phrase]
    if not told:
        return read
    if len(mentions) > 1 and (len(told) > 1 or None in about.values()):
        ids = [p.meaning.named if p else who(mention) for mention, p in about.items()]
        given = _together(read, ids, told)
    else:
        given = _one(found, read.span, told[0], mentions)
    if (given.relation, given.actors) != (read.relation, read.actors):
        for phrase in told:
            phrases.changes(phrase)
    return given


def _as_read(found: Attribution, mentions: Iterable[Mention], who: Who) -> Speaker:
    span = found.source[0] if found.source else None
    ids = dict.fromkeys(id_ for mention in mentions for id_ in who(mention))
    named = found.speaker is not None and found.relation in ("is", "for", "are")
    if named and not ids:
        return Speaker(span, "unnamed", (), found.speaker_why)
    return Speaker(span, found.relation, tuple(ids) if named else (), found.speaker_why)


def _one(
    found: Attribution, span: Span | None, phrase: Phrase, mentions: Iterable[Mention]
) -> Speaker:
    """Who a phrase says that a source is; who speaks for somebody does so still."""
    meaning = phrase.meaning
    inside = any(mention.span.contains(phrase.span) for mention in mentions)
    relation = "for" if found.relation == "for" and meaning.is_ and inside else meaning.relation
    return Speaker(span, relation, meaning.named or meaning.one_of, meaning.why, True)


def _together(read: Speaker, ids: Iterable[tuple[str, ...]], told: Iterable[Phrase]) -> Speaker:
    """Several who speak together, of some of whom a person says who they are."""
    actors = tuple(dict.fromkeys(id_ for some in ids for id_ in some))
    relations: tuple[Relation, ...] = ("unnamed", "is", "are")
    why = "; ".join(phrase.meaning.why for phrase in told)
    return Speaker(read.span, relations[min(len(actors), 2)], actors, why, True)
