"""The records of which the JSON exports are made; what each key says is said here, for their schemas."""

from pydantic import Field

from explainer.lexicons.statuses import Status
from explainer.pages.exports.writing import Record


class Words(Record):
    """Words of an article, letter for letter, and where they stand."""

    article: str = Field(description="The article's id.")
    sentence: str = Field(description="The id of the sentence in which they begin.")
    start: int = Field(description="Their first code point in the article, from 0.", ge=0)
    end: int = Field(description="The code point behind their last one.", ge=0)
    text: str = Field(description="The words.")


class Time(Record):
    """A time, and how it is known. Without `edtf` it has no place in the calendar."""

    words: str | None = Field(description="The article's words for it.")
    edtf: str | None = Field(description="When, as EDTF; never more exact than it is known.")
    part: str | None = Field(description="The part of the day, or the time on the clock.")
    day_stated: bool = Field(
        description="False if the article tells the part of the day only: its day is a reading."
    )
    basis: str = Field(
        description="stated in the article, inferred from it, given by a person, or open."
    )
    why: str = Field(description="From what it is known, or why it is not.")
    rests_on_given_date: bool = Field(
        description="True if it was worked out from a date of the article that a person gave."
    )


class Who(Record):
    """Who says it."""

    relation: str = Field(
        description="is: one actor; for: someone unnamed who speaks for one; are: several together;"
        " one_of: one of several, and the article does not say which, so it is nobody's claim;"
        " unnamed, unresolved, nobody: none is linked."
    )
    actors: tuple[str, ...] = Field(description="Ids of actors.")
    told: str = Field(description="The same in words.")
    words: Words | None = Field(description="The article's words for who says it.")
    why: str = Field(description="Why these are meant.")
    given: bool = Field(description="True if a person said who is meant.")


class Corrected(Record):
    """What a person said of a reading."""

    what: str = Field(description="who, stance, content, or checked: it is right as it is.")
    why: str = Field(description="Their reason.")


class Claim(Record):
    """What an article reports somebody as saying; not what is true."""

    id: str = Field(description="Its id.")
    url: str = Field(description="Where it is shown.")
    who: Who = Field(description="Who says it.")
    cue: Words | None = Field(description="The reporting words, as “denies that”.")
    content: tuple[Words, ...] = Field(
        description="What, in pieces. Read it with the stance: of a denial, this is what is denied."
    )
    stance: str | None = Field(description="How who says it stands to the content, by the cue.")
    stance_word: str = Field(description="The same as pages say it.")
    kind: str = Field(description="direct, indirect or mixed, by quotation marks.")
    type: str = Field(
        description="speech, belief, perception, intention, question, support, decree."
    )
    about: tuple[str, ...] = Field(description="Ids of the actors that the content names.")
    when: Time | None = Field(description="When it was said, where the sentence tells.")
    questions: tuple[str, ...] = Field(description="Ids of the questions that it answers.")
    also_in: tuple[Words, ...] = Field(
        description="The same claim in other articles: the words with which each reports it."
    )
    by_hand: bool = Field(description="True if a person added it, and no rule read it.")
    corrections: tuple[Corrected, ...] = Field(description="What a person said of the reading.")
    rule: str = Field(description="The rule that read it.")
    confidence: float = Field(description="How often that rule is right, from 0 to 1.", ge=0, le=1)


class Evidence(Record):
    """Words that an event rests on."""

    words: Words = Field(description="The words.")
    times: tuple[Time, ...] = Field(description="What the article says of when, beside them.")
    of_report: bool = Field(description="True if those times are of the report, not of the event.")
    claims: tuple[str, ...] = Field(description="Ids of the claims that say so; none: the article.")
    status: Status = Field(description="Whether they tell what happened, or what is only said.")


class Event(Record):
    """An entry of the timeline."""

    id: str = Field(description="Its id.")
    url: str = Field(description="Its place on the timeline.")
    heading: str | None = Field(description="What a person calls it; else its words are its name.")
    when: Time = Field(description="When it was.")
    status: Status = Field(
        description="happened; or what it is only: said, claimed, planned, wanted, feared, denied …"
    )
    status_given: bool = Field(description="True if a person gave the status.")
    evidence: tuple[Evidence, ...] = Field(description="The words that it rests on.")
    actors: tuple[str, ...] = Field(description="Ids of the actors that are named.")
    loaded: bool = Field(description="True if its words are loaded: quote them, call nothing so.")


class Name(Record):
    """A name, and how often articles use it."""

    name: str = Field(description="The name.")
    count: int = Field(description="How often.", ge=0)


class Office(Record):
    """An office, as a person gives it."""

    role: str = Field(description="The office.")
    start: str = Field(description="Since when, as EDTF, or empty.")
    end: str = Field(description="Until when, as EDTF, or empty.")
    why: str = Field(description="How it is known.")


class Actor(Record):
    """Someone or something that the articles name."""

    id: str = Field(description="Its id.")
    url: str = Field(description="Its page.")
    name: str = Field(description="A neutral name.")
    kind: str = Field(description="person, state, armed group …; “name” if no article explains it.")
    part_of: str | None = Field(description="The id of the actor that it is a part of.")
    members: tuple[str, ...] = Field(description="Ids of those whom it is made of.")
    names: tuple[Name, ...] = Field(description="The names that articles use.")
    also: tuple[str, ...] = Field(description="Other names that a person gave.")
    called: tuple[str, ...] = Field(description="Titles that articles give it.")
    described: tuple[Words, ...] = Field(description="What articles put beside its name.")
    offices: tuple[Office, ...] = Field(description="Its offices, as a person gives them.")
    introduced: Words | None = Field(
        description="The sentence that says who this is, according to an article."
    )
    claims: tuple[str, ...] = Field(description="Ids of the claims that it makes.")
    shared: tuple[str, ...] = Field(description="Ids of the claims that it makes with others.")
    possible: tuple[str, ...] = Field(
        description="Ids of claims of one of several, of whom it may be the one; not its claims."
    )
    about: tuple[str, ...] = Field(description="Ids of the claims of others that name it.")
    events: tuple[str, ...] = Field(description="Ids of the events that name it.")
    mentions: tuple[Words, ...] = Field(description="Where it is named, in what is reproduced.")
    mentions_elsewhere: int = Field(
        description="How often it is named in sentences that are not reproduced.", ge=0
    )
    wikidata: str | None = Field(description="Its number on Wikidata.")
    homepage: str | None = Field(description="Its own site.")
    given: tuple[str, ...] = Field(description="Which of the facts a person gave.")


class Cited(Record):
    """A claim that answers a question, and the words that answer it."""

    claim: str = Field(description="The claim's id.")
    words: Words = Field(description="The words.")


class Answer(Record):
    """An answer, as contributors word it."""

    says: str = Field(description="A short label.")
    cited: tuple[Cited, ...] = Field(
        description="The claims that give it or deny it: see `stance`."
    )


class Question(Record):
    """Something on which claims answer differently."""

    id: str = Field(description="Its id.")
    url: str = Field(description="Its page.")
    question: str = Field(description="In words.")
    answers: tuple[Answer, ...] = Field(description="Its answers; their order says nothing.")


class Sentence(Record):
    """A sentence of an article."""

    id: str = Field(description="Its id.")
    kind: str = Field(description="paragraph, heading or credit.")
    start: int = Field(description="Its first code point, from 0.", ge=0)
    end: int = Field(description="The code point behind its last one.", ge=0)
    text: str | None = Field(description="Its words; null where they are not reproduced.")
    own_voice: bool = Field(description="True if nothing in it is attributed to anyone.")
    claims: tuple[str, ...] = Field(description="Ids of the claims that it holds.")
    events: tuple[str, ...] = Field(description="Ids of the events that it tells of.")


class Article(Record):
    """An article, as far as it is reproduced. Its words remain its publisher's."""

    id: str = Field(description="Its id.")
    url: str = Field(description="Its page.")
    title: str = Field(description="Its title.")
    title_basis: str = Field(description="given by a person, the first line, or the file name.")
    published: str | None = Field(description="The day, or null where it is not known.")
    published_basis: str = Field(description="How that is known.")
    published_given: bool = Field(description="True if a person gave it.")
    publisher: str = Field(description="Who published it, or empty.")
    address: str = Field(description="Where it was published, or empty.")
    rights: str = Field(description="What is known of its rights.")
    language: str = Field(description="Its language.")
    show: str = Field(description="full, or excerpts: the quoted sentences only.")
    read: bool = Field(description="False if no word lists for its language exist.")
    sha256: str = Field(description="The sum of its whole text in UTF-8.")
    length: int = Field(description="Its length in code points.", ge=0)
    words: int = Field(description="Its length in words.", ge=0)
    words_reproduced: int = Field(description="How many of them this site reproduces.", ge=0)
    sentences: tuple[Sentence, ...] = Field(description="Its sentences.")
