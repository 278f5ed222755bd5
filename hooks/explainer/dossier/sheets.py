"""An article's sheet: its sentences with all that rests on them, and whose words fill it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from explainer.dossier.model import Claim, Event, Line, Named, Passage, Sheet, Voice
from explainer.dossier.people import People
from explainer.dossier.sources import Source
from explainer.dossier.statements import when_of
from explainer.text.spans import Span


def sheet_of(
    source: Source, people: People, claims: list[Claim], events: list[Event], show: str
) -> Sheet:
    """The sheet of one article.

    Args:
        source: the article.
        people: who its words mean.
        claims: those of this article.
        events: those that this article, perhaps among others, tells of.
        show: the site's default of what is published; the article's own notes win.
    """
    notes, reading = source.notes, source.reading
    title, basis = _title(source)
    published = reading.published
    shown: Literal["full", "excerpts"] = notes.show or ("full" if show == "full" else "excerpts")
    return Sheet(
        article=source.article,
        title=title,
        title_basis=basis,
        language=notes.language,
        published=published.day if published else None,
        published_basis=published.why if published else "",
        published_given=published is not None and published.basis == "given",
        publisher=notes.publisher,
        url=notes.url or "",
        rights=notes.rights,
        show=shown,
        read=source.lexicon is not None,
        passages=_passages(source, people, claims, events),
        voices=_voices(source, claims),
    )


def _title(source: Source) -> tuple[str, Literal["given", "first line", "file name"]]:
    if source.notes.title:
        return source.notes.title, "given"
    blocks = source.document.blocks
    if blocks and blocks[0].kind == "heading":
        return " ".join(blocks[0].span.of(source.article.text).split()), "first line"
    return Path(source.article.path).stem, "file name"


def _passages(
    source: Source, people: People, claims: list[Claim], events: list[Event]
) -> tuple[Passage, ...]:
    resting = _Resting(source, people, claims, events)
    lines: dict[int, list[Line]] = defaultdict(list)
    for sentence, id_ in zip(source.document.sentences, source.sentences, strict=True):
        lines[sentence.block].append(resting.line(id_, sentence.span))
    return tuple(
        Passage(block.kind, block.span, tuple(lines[number]))
        for number, block in enumerate(source.document.blocks)
    )


class _Resting:
    """What rests on each sentence, looked up once for the whole article."""

    def __init__(
        self, source: Source, people: People, claims: list[Claim], events: list[Event]
    ) -> None:
        self._claims: dict[str, dict[str, None]] = defaultdict(dict)
        self._events: dict[str, dict[str, None]] = defaultdict(dict)
        self._named: dict[str, list[Named]] = defaultdict(list)
        self._times = defaultdict(list)
        for claim in claims:
            for span in (claim.cue, *claim.content):
                for id_ in _sentences(source, span):
                    self._claims[id_].setdefault(claim.id)
        for event in events:
            for found in event.told:
                if found.place.article == source.article.slug:
                    for id_ in _sentences(source, found.place.span):
                        self._events[id_].setdefault(event.id)
        for named in people.named[source.article.slug]:
            self._named[named.place.sentence].append(named)
        for timex in source.reading.timexes:
            self._times[source.sentence_at(timex.span.start)].append(when_of(source, timex))

    def line(self, id_: str, span: Span) -> Line:
        claims = tuple(self._claims[id_])
        return Line(
            id=id_,
            span=span,
            claims=claims,
            events=tuple(self._events[id_]),
            mentions=tuple(self._named[id_]),
            times=tuple(self._times[id_]),
            own_voice=not claims,
        )


def _sentences(source: Source, span: Span) -> Iterable[str]:
    """The ids of all sentences that a span touches."""
    return (source.sentences[number] for number in source.sentence_numbers(span))


def _voices(source: Source, claims: list[Claim]) -> tuple[Voice, ...]:
    """Words of contents by speaker, most first, and last the article's own words."""
    quoted = _quoted_words(source)
    voices: dict[tuple[object, ...], Voice] = {}
    for claim in claims:
        who = _whose(source, claim)
        key = (who.actor, who.label, frozenset(who.several), who.one_of)
        voice = voices.get(key, who)
        for span in claim.content:
            words = [quoted[n] for n in source.document.tokens.within(span)]
            direct, indirect = voice.direct + words.count(True), voice.indirect + words.count(False)
            voice = replace(voice, direct=direct, indirect=indirect)
        voices[key] = voice
    told = sorted(
        (v for v in voices.values() if v.direct + v.indirect),
        key=lambda v: (-(v.direct + v.indirect), v.actor, v.label, v.several),
    )
    own = sum(word is not None for word in quoted) - sum(v.direct + v.indirect for v in told)
    return (*told, Voice("", "", 0, max(0, own)))


def _whose(source: Source, claim: Claim) -> Voice:
    """Who says it, of no words yet: an actor, several, or the article's words for them, if any."""
    speaker = claim.speaker
    if speaker.relation in ("is", "for") and speaker.actors:
        return Voice(speaker.actors[0], "", 0, 0)
    if speaker.relation in ("are", "one_of") and speaker.actors:
        return Voice("", "", 0, 0, speaker.actors, speaker.relation == "one_of")
    return Voice("", speaker.span.of(source.article.text) if speaker.span else "?", 0, 0)


def _quoted_words(source: Source) -> list[bool | None]:
    """For each token whether it stands between quotation marks; None for signs."""
    tokens = source.document.tokens
    words: list[bool | None] = [False if text[0].isalnum() else None for text in tokens.text]
    for quotation in source.document.quotations:
        for number in tokens.within(quotation.span):
            if words[number] is not None:
                words[number] = True
    return words
