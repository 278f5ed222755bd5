"""Corrections of what was read, ``corrections:`` in ``seeds/<article>.yml``, each tied to its claim.

That is the claim, as the program read it, that the quotation is a part of; so the order of corrections
does not matter. Where nobody was read as saying the words, ``who:`` makes a claim by hand.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from explainer.dossier.advice import nearest
from explainer.dossier.amendments import Amendments, Field, Note
from explainer.dossier.anchors import overlapping, plain_text
from explainer.dossier.identifiers import Identifiers
from explainer.dossier.model import Claim, HiddenClaim, Place
from explainer.dossier.people import People
from explainer.dossier.quotations import Quotations, Quote, listed
from explainer.dossier.sources import Source
from explainer.dossier.strangers import RULE as STRANGER
from explainer.problems import Level, Problems
from explainer.text.spans import Span

_FIELDS: tuple[Field, ...] = ("who", "stance", "content", "checked")


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
        self._people, self._stances, self._ids = people, stances, ids
        self._problems = problems
        #: What is hidden in the articles so far.
        self.hidden: list[HiddenClaim] = []

    def claims(self, source: Source, read: Sequence[Claim]) -> list[Claim]:
        """The claims of an article, corrected, in order of their cues.

        Args:
            source: the article.
            read: its claims as the program read them.
        """
        amendments = Amendments(source, self._people, self._ids)
        said: dict[str, list[Note]] = defaultdict(list)
        made: list[Claim | None] = []
        for number, given in enumerate(source.notes.corrections):
            note = Note(number, given, source, self._problems)
            place = self._place(note)
            if place is None:
                continue
            found = _claims_at(note, read, place)
            if len(found) == 1:
                if message := self._people.only_theirs(source, found[0], place.span):
                    note.tell(("quote",), message, "quote-of-more")
                    continue
                said[found[0].id].append(note)
            elif found:
                _tell_ambiguous(note, found)
            elif given.who and not given.cue:
                made.append(amendments.made(note, place))
            else:
                _tell_nothing_read(note, read, place)
        after = (self._after(claim, said.get(claim.id, []), amendments) for claim in read)
        return sorted(filter(None, [*after, *made]), key=lambda claim: claim.cue.start)

    def _place(self, note: Note) -> Place | None:
        """Where the words of a correction stand; None if anything in it is no actor or no stance."""
        given, people = note.given, self._people.all
        strangers = [(at, actor) for at, actor in enumerate(given.who) if actor not in people]
        for at, actor in strangers:
            if message := self._people.stranger(actor):
                note.tell(("who", at), message, STRANGER)
        stance = given.stance or ""
        wrong = bool(stance) and stance not in self._stances
        if wrong:
            message = f"there is no stance {stance!r}{nearest(stance, self._stances)}"
            note.tell(("stance",), message, "no-such-stance")
        source = note.source
        quote = Quote(quote=given.quote, article=source.article.slug, sentence=given.sentence)
        quotations = Quotations([source], self._problems)
        place = quotations.place(quote, ("corrections", note.number), source.places)
        return None if strangers or wrong else place

    def _after(self, read: Claim, notes: list[Note], amendments: Amendments) -> Claim | None:
        """A claim after all that is said of it; None if it is hidden."""
        hiding = next((note for note in notes if note.given.hide), None)
        if hiding is None:
            return amendments.amended(read, _each_once(notes))
        for note in notes:
            if note is not hiding:
                message = f"this claim is hidden on line {hiding.line} already"
                note.tell((), message, "corrected-twice")
        at = f"{hiding.source.places.path}:{hiding.line}"
        self.hidden.append(HiddenClaim(read, hiding.given.why, at))
        return None


def _claims_at(note: Note, read: Iterable[Claim], place: Place) -> list[Claim]:
    """The claims that words belong to: by what is claimed, else by who says it and how."""
    text, cue = note.source.article.text, note.given.cue
    fitting = [c for c in read if not cue or plain_text(c.cue.of(text)).find(cue)]
    return overlapping(fitting, place.span) or [c for c in fitting if _says(c, place.span)]


def _says(claim: Claim, span: Span) -> bool:
    """True if words are part of a claim's source or cue."""
    source = claim.speaker.span
    return span.overlaps(claim.cue) or (source is not None and span.overlaps(source))


def _each_once(notes: Iterable[Note]) -> Iterator[tuple[Note, Field]]:
    """What is said of a claim; what is said again is told."""
    done: dict[Field, Note] = {}
    for note in notes:
        for field in _FIELDS:
            if not getattr(note.given, field):
                continue
            before = done.setdefault(field, note)
            if before is note:
                yield note, field
            else:
                message = f"`{field}:` of this claim is corrected on line {before.line} already"
                note.tell((field,), message, "corrected-twice")


def _tell_ambiguous(note: Note, found: list[Claim]) -> None:
    cues = _cues(note.source, found)
    way_out = f"quote more or less of them ({listed(claim.id for claim in found)})"
    if len(cues) == len(found):
        way_out = f"say which with `cue:` {listed(cues)}"
    message = f"these words belong to {len(found)} claims alike; {way_out}"
    note.tell(("quote",), message, "claim-ambiguous")


def _tell_nothing_read(note: Note, read: Iterable[Claim], place: Place) -> None:
    cues = _cues(note.source, overlapping(read, place.span))
    if note.given.cue and cues:
        message = f"no claim with these words has this cue; there is {listed(cues)}"
        note.tell(("cue",), message, "no-claim")
    elif note.given.hide:
        message = "no claim is read at these words: there is nothing to hide"
        note.tell(("quote",), message, "needless-note", Level.NOTICE)
    else:
        message = (
            "nobody was read as saying these words: there is nothing to correct; with `who:`"
            " (an actor's id) a claim is added by hand"
        )
        note.tell(("quote",), message, "no-claim")


def _cues(source: Source, claims: Iterable[Claim]) -> list[str]:
    """The cues of claims, each once."""
    text = source.article.text
    return list(dict.fromkeys(" ".join(claim.cue.of(text).split()) for claim in claims))
