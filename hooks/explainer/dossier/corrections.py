"""Corrections of what was read, ``corrections:`` in ``seeds/<article>.yml``, laid over its claims.

Each is tied to the claim that its quotation is a part of, as the program read it, so their order does
not matter. Where nobody was read as saying the words, ``who:`` makes a claim by hand.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from explainer.dossier.anchors import overlapping, plain_text
from explainer.dossier.formats import nearest
from explainer.dossier.front import Loc
from explainer.dossier.identifiers import Identifiers
from explainer.dossier.model import Claim, Correction, HiddenClaim, Place, Speaker
from explainer.dossier.notes import GivenCorrection
from explainer.dossier.people import People
from explainer.dossier.quotations import Quotations, Quote, keyed, listed, or_nearest
from explainer.dossier.sources import Source
from explainer.dossier.statements import actors_in, claim_by_hand, kind_of
from explainer.problems import Level, Problems
from explainer.text.spans import Span, hull

Field = Literal["who", "stance", "content", "checked"]
_FIELDS: tuple[Field, ...] = ("who", "stance", "content", "checked")


@dataclass(frozen=True, slots=True)
class _Note:
    """A correction and its number in the article's notes."""

    number: int
    given: GivenCorrection


class Corrections:
    """Lays what people said over the claims of articles, one article after the other.

    Args:
        people: who the articles name.
        stances: the names of all stances.
        ids: gives claims by hand their ids.
        problems: takes what is wrong and what is needless.
    """

    def __init__(
        self, people: People, stances: Collection[str], ids: Identifiers, problems: Problems
    ) -> None:
        self.people, self.stances, self.ids, self.problems = people, stances, ids, problems
        #: What is hidden in the articles so far.
        self.hidden: list[HiddenClaim] = []

    def claims(self, source: Source, read: Sequence[Claim]) -> list[Claim]:
        """The claims of an article, corrected.

        Args:
            source: the article.
            read: its claims as the program read them.
        """
        return _Article(self, source, read).corrected()


class _Article:
    """The corrections of one article."""

    def __init__(self, site: Corrections, source: Source, read: Sequence[Claim]) -> None:
        self._site, self._source, self._read = site, source, read
        self._quotations = Quotations([source], site.problems)

    def corrected(self) -> list[Claim]:
        """The claims, in order of their cues."""
        notes: dict[str, list[_Note]] = defaultdict(list)
        made = []
        for number, given in enumerate(self._source.notes.corrections):
            note = _Note(number, given)
            place = self._place(note)
            if place is None:
                continue
            found = self._claims_at(given, place)
            if len(found) == 1:
                notes[found[0].id].append(note)
            elif found:
                self._ambiguous(note, found)
            elif given.who and not given.cue:
                made += self._made(note, place)
            else:
                self._nothing_read(note, place)
        after = (self._applied(claim, notes.get(claim.id, [])) for claim in self._read)
        return sorted([*filter(None, after), *made], key=lambda claim: claim.cue.start)

    def _place(self, note: _Note) -> Place | None:
        """Where the words of a correction stand; None if anything in it is no actor or no stance."""
        right = True
        for at, actor in enumerate(note.given.who):
            if actor not in self._site.people.all:
                message = f"there is no actor {actor!r}{nearest(actor, self._site.people.all)}"
                right = self._tell(note, ("who", at), message, "no-such-actor")
        stance = note.given.stance
        if stance and stance not in self._site.stances:
            message = f"there is no stance {stance!r}{nearest(stance, self._site.stances)}"
            right = self._tell(note, ("stance",), message, "no-such-stance")
        quote = Quote(
            quote=note.given.quote,
            article=self._source.article.slug,
            sentence=note.given.sentence,
        )
        loc = ("corrections", note.number)
        place = self._quotations.place(quote, loc, self._source.places)
        return place if right else None

    def _claims_at(self, given: GivenCorrection, place: Place) -> list[Claim]:
        """The claims that words belong to: by what is claimed, else by who says it and how."""
        text = self._source.article.text
        read = self._read
        if given.cue:
            read = [c for c in read if plain_text(c.cue.of(text)).find(given.cue)]
        return overlapping(read, place.span) or [c for c in read if _says(c, place.span)]

    def _applied(self, read: Claim, notes: list[_Note]) -> Claim | None:
        """A claim after all that is said of it; None if it is hidden."""
        if not notes:
            return read
        hiding = next((note for note in notes if note.given.hide), None)
        if hiding:
            line = self._line(hiding)
            for note in notes:
                if note is not hiding:
                    message = f"this claim is hidden on line {line} already"
                    self._tell(note, (), message, "corrected-twice")
            at = f"{self._source.places.path}:{line}"
            self._site.hidden.append(HiddenClaim(read, hiding.given.why, at))
            return None
        now, done = read, dict[Field, _Note]()
        for note, field in self._fields(notes, done):
            now = self._changed(now, field, note)
        return self._refreshed(read, now)

    def _fields(
        self, notes: Iterable[_Note], done: dict[Field, _Note]
    ) -> Iterable[tuple[_Note, Field]]:
        """What is said of a claim, each thing once."""
        for note in notes:
            for field in _FIELDS:
                if not getattr(note.given, field):
                    continue
                before = done.setdefault(field, note)
                if before is note:
                    yield note, field
                else:
                    line = self._line(before)
                    message = f"`{field}:` of this claim is corrected on line {line} already"
                    self._tell(note, (field,), message, "corrected-twice")

    def _changed(self, claim: Claim, field: Field, note: _Note) -> Claim:
        """A claim with one thing corrected; needless corrections are told."""
        after = self._with(claim, field, note)
        if after is None:
            return claim
        if after == claim and field != "checked":
            message = f"the program reads it so by now; `{field}:` can go"
            self._tell(note, (field,), message, "needless-note", Level.NOTICE)
            return claim
        return replace(after, corrections=(*claim.corrections, Correction(field, note.given.why)))

    def _with(self, claim: Claim, field: Field, note: _Note) -> Claim | None:
        """A claim as a person says it is in one thing; None if that cannot be."""
        given = note.given
        if field == "who":
            speaker = self._speaker(claim, given)
            was = claim.speaker
            same = (speaker.relation, speaker.actors) == (was.relation, was.actors)
            return claim if same else replace(claim, speaker=speaker)
        if field == "stance" and given.stance:
            return replace(claim, stance=given.stance)
        if field == "content":
            pieces = self._pieces(note, claim.place)
            return replace(claim, content=pieces) if pieces else None
        return claim

    def _refreshed(self, read: Claim, now: Claim) -> Claim:
        """A corrected claim with all that follows from its words and its speaker."""
        if all(correction.what == "checked" for correction in now.corrections):
            return now
        spans = [s for s in (now.speaker.span, now.cue, *now.content) if s is not None]
        if now.content != read.content:
            now = replace(now, kind=kind_of(self._source, now.content))
        return replace(
            now,
            place=replace(now.place, span=hull(spans)),
            about=self._about(now.content, now.speaker.actors),
            read=read,
        )

    def _about(self, content: Iterable[Span], speakers: Collection[str]) -> tuple[str, ...]:
        people = self._site.people
        named = (actor for span in content for actor in actors_in(self._source, people, span))
        return tuple(actor for actor in dict.fromkeys(named) if actor not in speakers)

    def _speaker(self, claim: Claim, given: GivenCorrection) -> Speaker:
        """Who a person says that it is; words that name somebody else are no words for them."""
        span = claim.speaker.span
        named = actors_in(self._source, self._site.people, span) if span else ()
        if named and not set(named) & set(given.who):
            span = None
        return Speaker(span, _relation(given), given.who, given.why, True)

    def _made(self, note: _Note, place: Place) -> list[Claim]:
        """A claim that no rule read; none if its content stands nowhere."""
        given = note.given
        pieces = self._pieces(note, place) if given.content else (place.span,)
        if pieces is None:
            return []
        people = self._site.people
        made = claim_by_hand(self._source, people, place, given.who, self._site.ids)
        speaker = replace(made.speaker, why=given.why)
        corrections = [Correction("who", given.why)]
        if given.stance:
            corrections.append(Correction("stance", given.why))
        return [
            replace(
                made,
                speaker=speaker,
                place=replace(place, span=hull([place.span, *pieces])),
                content=pieces,
                kind=kind_of(self._source, pieces),
                about=self._about(pieces, given.who),
                stance=given.stance or made.stance,
                corrections=tuple(corrections),
            )
        ]

    def _pieces(self, note: _Note, near: Place) -> tuple[Span, ...] | None:
        """Where the pieces of a content stand: in the sentences of the claim, if they do there."""
        text = self._source.article.text
        pieces: list[Span] = []
        for at, words in enumerate(note.given.content):
            spans = plain_text(text).find(words)
            numbers = self._source.sentence_numbers(near.span)
            here = [s for s in spans if self._source.sentence_number(s.start) in numbers]
            spans = here or spans
            message = ""
            if not spans:
                wrong = f"these words do not stand in {self._source.article.path}"
                message = or_nearest(wrong, words, {"": text}, keyed("content"))
            elif len(spans) > 1:
                message = f"these words stand in {len(spans)} places; quote more of them"
            elif any(spans[0].overlaps(other) for other in pieces):
                message = "these words are in another piece of the content already"
            if message:
                self._tell(note, ("content", at), message, "content-not-found")
                return None
            pieces.append(spans[0])
        return tuple(sorted(pieces))

    def _ambiguous(self, note: _Note, found: list[Claim]) -> None:
        cues = self._cues(found)
        if len(cues) == len(found):
            way_out = f"say which with `cue:` {listed(cues)}"
        else:
            way_out = f"quote more or less of them ({listed(claim.id for claim in found)})"
        message = f"these words belong to {len(found)} claims alike; {way_out}"
        self._tell(note, ("quote",), message, "claim-ambiguous")

    def _nothing_read(self, note: _Note, place: Place) -> None:
        cues = self._cues(overlapping(self._read, place.span))
        if note.given.cue and cues:
            message = f"no claim with these words has this cue; there is {listed(cues)}"
            self._tell(note, ("cue",), message, "no-claim")
        elif note.given.hide:
            message = "no claim is read at these words: there is nothing to hide"
            self._tell(note, ("quote",), message, "needless-note", Level.NOTICE)
        else:
            message = (
                "nobody was read as saying these words: there is nothing to correct; with `who:`"
                " (an actor's id) a claim is added by hand"
            )
            self._tell(note, ("quote",), message, "no-claim")

    def _cues(self, claims: Iterable[Claim]) -> list[str]:
        """The cues of claims, each once."""
        text = self._source.article.text
        return list(dict.fromkeys(" ".join(claim.cue.of(text).split()) for claim in claims))

    def _line(self, note: _Note) -> int:
        return self._source.places.problem(("corrections", note.number), "", "").line

    def _tell(
        self, note: _Note, loc: Loc, message: str, rule: str, level: Level = Level.ERROR
    ) -> bool:
        """Adds a problem; False, for those who ask whether all is right."""
        place = ("corrections", note.number, *loc)
        self._site.problems.add(self._source.places.problem(place, message, rule, level))
        return False


def _relation(given: GivenCorrection) -> Literal["is", "are"]:
    return "are" if len(given.who) > 1 else "is"


def _says(claim: Claim, span: Span) -> bool:
    """True if words are part of a claim's source or cue."""
    source = claim.speaker.span
    return span.overlaps(claim.cue) or (source is not None and span.overlaps(source))
