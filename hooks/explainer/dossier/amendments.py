"""What becomes of a claim when a person corrects it: each thing that is said of it, and what follows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from explainer.dossier.anchors import GOES_ON, goes_on, plain_text
from explainer.dossier.front import Loc
from explainer.dossier.identifiers import Identifiers
from explainer.dossier.model import Claim, Correction, Place, Speaker
from explainer.dossier.notes import GivenCorrection
from explainer.dossier.people import People
from explainer.dossier.quotations import keyed, or_nearest
from explainer.dossier.sources import Source
from explainer.dossier.statements import actors_in, claim_by_hand, kind_of
from explainer.problems import Level, Problems
from explainer.text.spans import Span, hull

Field = Literal["who", "stance", "content", "checked"]


@dataclass(frozen=True, slots=True)
class Note:
    """A correction, where it stands, and where to tell what is wrong with it."""

    number: int
    given: GivenCorrection
    source: Source
    problems: Problems

    @property
    def line(self) -> int:
        """Its line in the file."""
        return self.source.places.problem(("corrections", self.number), "", "").line

    def tell(self, loc: Loc, message: str, rule: str, level: Level = Level.ERROR) -> None:
        """Adds a problem at one of its values."""
        place = ("corrections", self.number, *loc)
        self.problems.add(self.source.places.problem(place, message, rule, level))


class Amendments:
    """Changes the claims of one article.

    Args:
        source: the article.
        people: who the articles name.
        ids: gives claims by hand their ids.
    """

    def __init__(self, source: Source, people: People, ids: Identifiers) -> None:
        self._source, self._people, self._ids = source, people, ids

    def amended(self, read: Claim, said: Iterable[tuple[Note, Field]]) -> Claim:
        """A claim after what is said of it; what is needless is told.

        Args:
            read: the claim as the program read it.
            said: notes, each with the one of its values that counts.
        """
        now = read
        for note, field in said:
            after = self._with(now, field, note)
            if after is None:
                continue
            if after == now and field != "checked":
                message = f"the program reads it so by now; `{field}:` can go"
                note.tell((field,), message, "needless-note", Level.NOTICE)
                continue
            corrections = (*now.corrections, Correction(field, note.given.why))
            now = replace(after, corrections=corrections)
        changed = any(correction.what != "checked" for correction in now.corrections)
        return self._followed(read, now) if changed else now

    def made(self, note: Note, place: Place) -> Claim | None:
        """A claim that no rule read; None if its content stands nowhere."""
        given = note.given
        pieces = self._pieces(note, place) if given.content else (place.span,)
        if pieces is None:
            return None
        if any(goes_on(span, self._source.document) for span in (place.span, *pieces)):
            note.tell(("quote",), *GOES_ON)
            return None
        claim = claim_by_hand(self._source, self._people, place, given.who, self._ids)
        corrections = [Correction("who", given.why)]
        if given.stance:
            corrections.append(Correction("stance", given.why))
        return replace(
            claim,
            speaker=replace(claim.speaker, why=given.why),
            place=replace(place, span=hull([place.span, *pieces])),
            content=pieces,
            kind=kind_of(self._source, pieces),
            about=self._about(pieces, given.who),
            stance=given.stance or claim.stance,
            corrections=tuple(corrections),
        )

    def _with(self, claim: Claim, field: Field, note: Note) -> Claim | None:
        """A claim as a person says it is in one thing; None if that cannot be."""
        given = note.given
        if field == "who":
            speaker, was = self._speaker(claim, given), claim.speaker
            same = (speaker.relation, speaker.actors) == (was.relation, was.actors)
            return claim if same else replace(claim, speaker=speaker)
        if field == "stance" and given.stance:
            return replace(claim, stance=given.stance)
        if field == "content":
            pieces = self._pieces(note, claim.place)
            return replace(claim, content=pieces) if pieces else None
        return claim

    def _followed(self, read: Claim, now: Claim) -> Claim:
        """A corrected claim with all that follows from its words and its speaker."""
        spans = [span for span in (now.speaker.span, now.cue, *now.content) if span is not None]
        same = now.content == read.content
        return replace(
            now,
            kind=read.kind if same else kind_of(self._source, now.content),
            place=replace(now.place, span=hull(spans)),
            about=self._about(now.content, now.speaker.actors),
            read=read,
        )

    def _about(self, content: Iterable[Span], speakers: Collection[str]) -> tuple[str, ...]:
        named = (id_ for span in content for id_ in actors_in(self._source, self._people, span))
        return tuple(id_ for id_ in dict.fromkeys(named) if id_ not in speakers)

    def _speaker(self, claim: Claim, given: GivenCorrection) -> Speaker:
        """Who a person says that it is; words that name somebody else are no words for them."""
        span = claim.speaker.span
        named = actors_in(self._source, self._people, span) if span else ()
        if named and not set(named) & set(given.who):
            span = None
        return Speaker(span, "are" if len(given.who) > 1 else "is", given.who, given.why, True)

    def _block(self, offset: int) -> int:
        """The number of the paragraph that an offset stands in."""
        return self._source.document.sentences[self._source.sentence_number(offset)].block

    def _pieces(self, note: Note, near: Place) -> tuple[Span, ...] | None:
        """Where the pieces of a content stand: in the sentences of the claim, if they do there."""
        text = self._source.article.text
        numbers = self._source.sentence_numbers(near.span)
        pieces: list[Span] = []
        for at, words in enumerate(note.given.content):
            spans = plain_text(text).find(words)
            here = [s for s in spans if self._source.sentence_number(s.start) in numbers]
            spans = here or spans
            message = ""
            if not spans:
                wrong = f"these words do not stand in {self._source.article.path}"
                message = or_nearest(wrong, words, {"": text}, keyed("content"))
            elif len(spans) > 1:
                message = f"these words stand in {len(spans)} places; quote more of them"
            elif not here and self._block(spans[0].start) != self._block(near.span.start):
                line = self._source.article.lines.place(spans[0].start)[0]
                message = (
                    f"these words stand in another paragraph than the claim, on line {line} of"
                    f" {self._source.article.path}; quote words of its own"
                )
            elif any(spans[0].overlaps(other) for other in pieces):
                message = "these words are in another piece of the content already"
            if message:
                note.tell(("content", at), message, "content-not-found")
                return None
            pieces.append(spans[0])
        return tuple(sorted(pieces))
