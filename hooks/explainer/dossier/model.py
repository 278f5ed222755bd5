"""The dossier: everything the site knows, each thing knowing where in which article it stands.

Built from readings and from what people wrote; pages are made from nothing else. Words are never
copied into it: they are spans of the untouched article, so a quotation cannot drift from its source.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal, TypeVar

from explainer.lexicons.statuses import Status
from explainer.problems import Problem
from explainer.text.article import Article
from explainer.text.spans import Span

#: How a source's words and the actors belong together. *is*: one actor; *for*: someone unnamed who
#: speaks for one; *are*: several together; *one_of*: one of several, and the text does not say which;
#: *unnamed*: a person or group without a name; *unresolved*: two or more are possible, so none is
#: linked; *nobody*: the text names no source.
Relation = Literal["is", "for", "are", "one_of", "unnamed", "unresolved", "nobody"]


@dataclass(frozen=True, slots=True)
class Place:
    """A span of an article, and the sentence that it begins in."""

    article: str
    sentence: str
    span: Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: the article's words for them, and the actors they mean.

    Args:
        span: the words of the source; None if there are none.
        relation: how the words and the actors belong together.
        actors: ids: one for *is* and *for*, all members for *are*, the candidates for *one_of*.
        why: the reason, in plain words.
        given: True if a person said so in the article's .yml.
    """

    span: Span | None
    relation: Relation
    actors: tuple[str, ...] = ()
    why: str = ""
    given: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """A time in the article's words and, where it is known, in the calendar.

    Args:
        span: the words; empty in an event by hand, whose evidence has the words.
        value: as TIMEX3 writes it.
        edtf: the same as EDTF, or None where it has no place in the calendar.
        part: part of the day or clock time, or None.
        basis: stated, inferred, given or open.
        why: how it is known, or why not.
        day_stated: False where the text does not say which day the part of day belongs to.
        uses_publication: True where it rests on the article's date of publication.
        publication_given: True where that date does not stand in the text: a person gave it.
    """

    span: Span
    type: str
    value: str
    edtf: str | None
    part: str | None
    basis: str
    why: str
    day_stated: bool = True
    uses_publication: bool = False
    publication_given: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said of a reading: another speaker, stance or content, or that it is right."""

    what: Literal["who", "stance", "content", "checked"]
    why: str


#: From this confidence on, at least 85 of 100 readings together are right in who and what.
SURE = 0.7


@dataclass(frozen=True, slots=True)
class Claim:
    """An attribution as shown to readers.

    Args:
        id: the sentence's id and the cue: ``s-1a2b3c4d-said``.
        place: the article, the sentence with the cue, and the hull of source, cue and content.
        speaker: who says it.
        cue: the reporting words; an empty span in a claim by hand.
        content: what, in pieces; empty in "the denials of the authorities".
        kind: direct, indirect or mixed.
        type: speech, belief, perception, intention, question, support or decree.
        stance: a name from the lexicon's closed list.
        about: ids of the actors that the content mentions.
        when: when it was said, where the sentence tells.
        rule, confidence, why: which rule read it, how often such a reading is right, and
            which words made it.
        by_hand: True if no rule read it: a person named who says the words.
        corrections: what a person said of the reading, and why.
        read: what the program had read, where a person corrected that.
        repeats: the same claim in other articles, each in that article's words.
        anchor: for such a repeat, the id that it would have alone; "" for any other.
    """

    id: str
    place: Place
    speaker: Speaker
    cue: Span
    content: tuple[Span, ...]
    kind: str
    type: str
    stance: str
    about: tuple[str, ...]
    when: When | None
    rule: str
    confidence: float
    why: str
    by_hand: bool = False
    repeats: tuple["Claim", ...] = ()
    anchor: str = ""
    corrections: tuple[Correction, ...] = ()
    read: "Claim | None" = None

    @property
    def is_sure(self) -> bool:
        """Whether the reading belongs to those that are right in 85 of 100 cases and more."""
        return self.confidence >= SURE

    @property
    def has_stance(self) -> bool:
        """False where neither a cue nor a person tells the stance."""
        return not self.by_hand or any(c.what == "stance" for c in self.corrections)

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that have it."""
        return tuple(version.place.article for version in self.versions)

    @property
    def versions(self) -> tuple["Claim", ...]:
        """The claim in each article that has it."""
        return (self, *self.repeats)

    def seen_from(self, article: str) -> "Claim":
        """The claim in an article's words, the others as its repeats; itself if it is not there."""
        return _seen_from(self, article)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that an event rests on.

    Args:
        place: the words.
        times: what the article says of when, in the clause that they stand in.
        claims: ids of the claims that say so; none if it is the article's own voice.
        of_report: True where the times are of the saying, and not of what is said.
        status: whether they tell what happened, or what is only said, planned, feared, denied …
    """

    place: Place
    times: tuple[When, ...] = ()
    claims: tuple[str, ...] = ()
    of_report: bool = False
    status: Status = "happened"


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the timeline.

    Args:
        id: of an event by hand its address, events/<id>/; of any other its anchor on the timeline.
        evidence: a clause with its time expression, verbatim; one or more in an event by hand.
        when: the time.
        loaded: True if the clause holds loaded words: shown as a quotation, never as a heading.
        actors: ids of the actors that the evidence mentions, or that a person named.
        heading: in a person's neutral words; "" if no person wrote the event.
        replaces: ids of what was read at the same words, whose place it takes.
        formerly: ids that its page had before, where a person wrote one.
        repeats: the same event in other articles, each in that article's words.
        anchor: for such a repeat, the id that it would have alone; "" for any other.
        told_as: whether it happened, as a person says; None where the evidence tells.
    """

    id: str
    evidence: tuple[Evidence, ...]
    when: When
    loaded: bool
    actors: tuple[str, ...]
    heading: str = ""
    replaces: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    repeats: tuple["Event", ...] = ()
    anchor: str = ""
    told_as: Status | None = None

    @property
    def by_hand(self) -> bool:
        """True if a person wrote it."""
        return bool(self.heading)

    @property
    def status(self) -> Status:
        """Whether it happened, by a person or its evidence; one piece that tells it so is enough."""
        if self.told_as:
            return self.told_as
        told = [found.status for found in self.evidence]
        return "happened" if "happened" in told else told[0]

    @property
    def permalink(self) -> str:
        """Its anchor on the timeline."""
        return f"event-{self.id}" if self.by_hand else self.id

    @property
    def place(self) -> Place:
        """The first of its words."""
        return self.evidence[0].place

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims that say so."""
        return tuple(dict.fromkeys(claim for found in self.evidence for claim in found.claims))

    @property
    def told(self) -> tuple[Evidence, ...]:
        """All words that tell of it, in all articles."""
        return tuple(found for version in self.versions for found in version.evidence)

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that tell of it."""
        return tuple(dict.fromkeys(found.place.article for found in self.told))

    @property
    def versions(self) -> tuple["Event", ...]:
        """The event in each article that has it."""
        return (self, *self.repeats)

    def seen_from(self, article: str) -> "Event":
        """The event in an article's words, the others as its repeats; itself if it is not there."""
        return _seen_from(self, article)


Told = TypeVar("Told", Claim, Event)


def _seen_from(told: Told, article: str) -> Told:
    if not told.repeats or told.by_hand:
        return told
    versions = [replace(version, repeats=()) for version in told.versions]
    here = next((version for version in versions if version.place.article == article), None)
    if here is None or article == told.place.article:
        return told
    return replace(here, repeats=tuple(version for version in versions if version is not here))


@dataclass(frozen=True, slots=True)
class Hidden:
    """A clause that was read as an event and that a person took off the timeline, and why."""

    event: Event
    why: str


@dataclass(frozen=True, slots=True)
class HiddenClaim:
    """What was read as a claim and is none, as a person says, why, and where they say it."""

    claim: Claim
    why: str
    at: str


@dataclass(frozen=True, slots=True)
class Named:
    """A mention: where an actor is named, and with which words."""

    actor: str
    place: Place


@dataclass(frozen=True, slots=True)
class Role:
    """An office of an actor as a person gives it; ``start`` and ``end`` are EDTF dates or ""."""

    role: str
    start: str
    end: str
    why: str


@dataclass(frozen=True)
class Actor:
    """Someone or something that the articles name.

    Args:
        id: its address: actors/<id>/.
        name: a neutral name; never a loaded phrase.
        kind: person, state, government body, armed group, alliance, company, media, organisation,
            place or group.
        part_of: the id of the actor it is a part of, or "".
        roles: titles that articles give it, verbatim.
        called: for each of the roles, the articles that give it.
        names: the forms that articles use, most frequent first, with how often.
        intro: the sentence that says who this is, according to an article.
        intros: the same for each article that names it.
        described: what articles put beside its name: "a farmer from Ohio", an age.
        mentions: everywhere it is named, in order.
        claims: ids of claims it makes itself, or someone who speaks for it.
        shared: ids of claims it makes together with others ("both organizations"), or in a group; a
            group has here what exactly its members say together.
        possible: ids of claims made by one of several, of which it may be the one; a group has here
            what one of exactly its members says.
        about: ids of claims by others whose content names it.
        events: ids of events that name it.
        members: the ids of those it is made of, where a person said so.
        formerly: ids that it had before.
        held: its offices as a person gives them.
        wikidata: its number there, or "".
        homepage: an address with http or https, or "".
        given: which of name, kind, part_of, members and intro a person said.
        also: other names that a person gave it.
    """

    id: str
    name: str
    kind: str
    part_of: str = ""
    roles: tuple[str, ...] = ()
    names: tuple[tuple[str, int], ...] = ()
    intro: Place | None = None
    mentions: tuple[Place, ...] = ()
    claims: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    called: tuple[tuple[str, ...], ...] = ()
    held: tuple[Role, ...] = ()
    wikidata: str = ""
    homepage: str = ""
    given: frozenset[str] = frozenset()
    also: tuple[str, ...] = ()
    intros: tuple[Place, ...] = ()
    described: tuple[Place, ...] = ()

    def introduced(self, article: str | None) -> Place | None:
        """The sentence that says who this is, of one article if one is meant."""
        if article is None:
            return self.intro
        return next((place for place in self.intros if place.article == article), None)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of an article with all that rests on it.

    Args:
        id: its anchor: ``s-`` and 8 hex digits of its words.
        span: its place.
        claims, events: ids of what rests on it, in order of appearance.
        mentions: who is named in it.
        times: the time expressions in it.
        own_voice: True if nothing in it is attributed to anyone: the article's own words.
    """

    id: str
    span: Span
    claims: tuple[str, ...]
    events: tuple[str, ...]
    mentions: tuple[Named, ...]
    times: tuple[When, ...]
    own_voice: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of an article: kind is heading, paragraph or credit."""

    kind: str
    span: Span
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """How many words of an article are whose.

    Args:
        actor: the id of the one who says them; "" where that is not one.
        label: the source's words where no actor is named ("?" where there are none); "" for others, and
            for the article's own words.
        direct, indirect: how many words, between quotation marks and not.
        several: the ids of those who say them together, or of whom one says them.
        one_of: True for one of several.
    """

    actor: str
    label: str
    direct: int
    indirect: int
    several: tuple[str, ...] = ()
    one_of: bool = False

    @property
    def is_own(self) -> bool:
        """True for the article's own words."""
        return not (self.actor or self.label or self.several)


@dataclass(frozen=True)
class Sheet:
    """An article with what is known about it and what was read from it.

    Args:
        article: the text.
        title: given, or its first line, or its file's name; ``title_basis`` says which.
        published: its date, or None; ``published_basis`` says in words how it is known.
        published_given: True if a person gave the date.
        show: "full", or "excerpts": only sentences that something quotes may be published.
        read: False where there is no lexicon for its language: shown, and said to be unread.
    """

    article: Article
    title: str
    title_basis: Literal["given", "first line", "file name"]
    language: str
    published: date | None
    published_basis: str
    published_given: bool
    publisher: str
    url: str
    rights: str
    show: Literal["full", "excerpts"]
    read: bool
    passages: tuple[Passage, ...]
    voices: tuple[Voice, ...] = ()

    @property
    def lines(self) -> Iterator[Line]:
        for passage in self.passages:
            yield from passage.lines

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The ids of its sentences."""
        return tuple(line.id for line in self.lines)

    @cached_property
    def _starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    def place(self, span: Span) -> Place:
        """A span of this article, with the sentence that it begins in."""
        number = max(0, bisect_right(self._starts, span.start) - 1)
        return Place(self.article.slug, self.sentences[number], span)

    def words(self, span: Span) -> str:
        """The article's own words at a span."""
        return span.of(self.article.text)


@dataclass(frozen=True, slots=True)
class Stance:
    """How a claim stands to its content: a word and a sign for readers."""

    name: str
    sign: str
    word: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim as an answer to a question, and the words of the article that answer it."""

    claim: str
    place: Place


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question: a short neutral label, and the claims that give or deny it."""

    says: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something on which claims answer differently.

    Args:
        id: its address: questions/<id>/.
        question: in words.
        answers: in the order in which a person wrote them.
        formerly: ids that it had before.
    """

    id: str
    question: str
    answers: tuple[Answer, ...]
    formerly: tuple[str, ...] = ()

    @property
    def cited(self) -> Iterator[Cited]:
        for answer in self.answers:
            yield from answer.cited


Difference = Literal["stance", "numbers", "dates"]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two claims or two events that two articles tell in the same words, and differently.

    Args:
        one, other: their ids.
        what: in what they differ; "stance" where one denies what the other asserts.
    """

    one: str
    other: str
    what: Difference


@dataclass(frozen=True)
class Dossier:
    """All that the site knows; every mapping is in the order readers see."""

    sheets: dict[str, Sheet] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    stances: dict[str, Stance] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    questions: dict[str, Question] = field(default_factory=dict)
    hidden: tuple[Hidden, ...] = ()
    hidden_claims: tuple[HiddenClaim, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    #: The slugs of articles that cannot be read or are missing ("" where nobody names it), as is told:
    #: what stands in them is unknown.
    lost: frozenset[str] = frozenset()
    #: What people wrote and is not here, for reasons that are told: "questions/<id>", "events/<id>".
    left_out: frozenset[str] = frozenset()

    def words(self, place: Place) -> str:
        """The article's own words at a place."""
        return self.sheets[place.article].words(place.span)
