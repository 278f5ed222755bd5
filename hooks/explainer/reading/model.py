"""What a text says, as found by rules: every finding has its place, its rule and its reason."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from explainer.lexicons.statuses import Status
from explainer.problems import Problem
from explainer.text.document import Document
from explainer.text.spans import Span

#: How something is known. *stated*: all of it stands in the text; *inferred*: from an anchor, by a
#: rule; *given*: by a person; *open*: not known, and ``why`` says why not.
Basis = Literal["stated", "inferred", "given", "open"]

Relation = Literal["is", "for", "are", "one_of", "unnamed", "unresolved", "nobody"]

QuoteKind = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Published:
    """The date of an article, and how it is known: it stands in the text, or a person gave it."""

    day: date
    basis: Literal["stated", "given"]
    why: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression (TIMEX3).

    Args:
        span: its place in the article.
        type: DATE, TIME, DURATION or SET.
        value: as TIMEX3 writes it: 2023-05-22, 2023-05-23TEV, XXXX-WXX-1, P1Y, PAST_REF.
        basis: how the value is known.
        why: the reason, in plain words for readers.
        rule: the name of the rule that found it.
        edtf: when, as EDTF (level 0 to 1), for values that have a place on a timeline, else None.
        part: the part of the day ("morning", "afternoon", "evening", "night" …) or None: EDTF has
            none. A clock time is given here too, as "14:30".
        day_stated: False where the text does not say on which day that part of a day was.
        uses_publication: True where the value rests on the article's date of publication.
        odd: what does not fit in the words, a clause that goes on from them; "" where all does.
    """

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    basis: Basis
    why: str
    rule: str
    edtf: str | None = None
    part: str | None = None
    day_stated: bool = True
    uses_publication: bool = False
    odd: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """What stands beside a person's name: "a farmer from Ohio", or an age.

    Args:
        span: its words.
        noun: the one that tells, in lower case; "" of an age.
        age: in years, or None.
    """

    span: Span
    noun: str
    age: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names someone or something.

    Args:
        span: the whole phrase: "Belgorod Governor Viaceslav Gladkov".
        name: what it names, without its title or article: "Viaceslav Gladkov".
        kind: person, state, government body, armed group, alliance, company, media, organisation,
            group (several actors, not named one by one), one of (one of several), capital or
            adjective (of a state), role (a title without a name), place or name (the text does not
            tell).
        rule: the name of the rule that found it.
        actor: the number of its actor in :attr:`Reading.actors`; None where nothing or more than
            one thing can be meant.
        why: why that actor, or why none, in plain words.
        introduces: True where the text says who this is: by a title, or ", the …" after it.
        descriptions: what stands beside it and says who the person is.
        form: the name alone, whole, without an article that belongs to something longer; None where that
            is the span.
    """

    span: Span
    name: str
    kind: str
    rule: str
    actor: int | None = None
    why: str = ""
    introduces: bool = False
    descriptions: tuple[Description, ...] = ()
    form: Span | None = None


@dataclass(frozen=True, slots=True)
class LocalActor:
    """Who the mentions of one article point to.

    Args:
        name: a neutral name: the fullest form that the article uses, or a state's own.
        kind: see :attr:`Mention.kind`; never one of, capital, adjective or role.
        part_of: the name of the actor it is a part of (a ministry, of its state), or "".
        roles: titles that the article gives it: "Belgorod Governor".
    """

    name: str
    kind: str
    part_of: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source + cue + content.

    Args:
        source: who, in one span; empty where nobody is named ("it is believed").
        cue: the reporting words, in one span.
        content: what, in one span or more; empty in "the denials of the authorities".
        kind: direct, indirect or mixed, by quotation marks.
        type: speech, belief, perception, intention, question, support or decree.
        stance: one of the lexicon's closed list: asserts, claims, denies …
        rule: the name of the rule that found it.
        confidence: how often readings on its grounds are right in who and what, 0 to 1, as measured.
        why: which words made it, in one line for readers.
        relation: how the source and the one who speaks belong together: *is*; *for* (someone unnamed
            who speaks for one); *are* (several together); *one_of* several; *unnamed*;
            *unresolved* (two or more are possible); *nobody*.
        speaker: the number, in :attr:`Reading.mentions`, of the mention that the source means.
        others: for *are*, the numbers of the other mentions.
        grounds: its rule and the forms of content, source and cue, as precision.txt writes them.
        speaker_why: the reason, in plain words.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: QuoteKind
    type: str
    stance: str
    rule: str
    confidence: float
    why: str
    relation: Relation = "nobody"
    speaker: int | None = None
    speaker_why: str = ""
    others: tuple[int, ...] = ()
    grounds: str = ""


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of time: the words that tell it, and its ends as EDTF writes them; one may be open."""

    span: Span
    edtf: str


@dataclass(frozen=True, slots=True)
class Clause:
    """What a time expression dates.

    Args:
        span: its words.
        status: whether it happened, or is only said, planned, feared …
        attribution: the number, in :attr:`Reading.attributions`, of the one whose content it stands
            in: that speaker's word; None in the article's own voice.
        extent: how long it goes on, where the time expression is one end of a stretch.
    """

    span: Span
    status: Status
    attribution: int | None = None
    extent: Extent | None = None


@dataclass(frozen=True)
class Reading:
    """Everything that was read from one article.

    ``clauses`` has, for each time expression, the clause that it dates.
    """

    document: Document
    published: Published | None
    mentions: tuple[Mention, ...] = ()
    actors: tuple[LocalActor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    timexes: tuple[Timex, ...] = ()
    clauses: tuple[Clause, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
