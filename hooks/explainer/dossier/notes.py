"""What people know about an article: ``seeds/<article>.yml``, validated, each mistake with its place."""

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from explainer.dossier.curated import Words
from explainer.dossier.fields import (
    Checked,
    Day,
    Language,
    OneOrMore,
    Several,
    Sum,
    WebAddress,
    Yes,
)
from explainer.dossier.formats import Places, validated
from explainer.dossier.front import Written, read_yaml
from explainer.dossier.handwritten import cleaned
from explainer.dossier.model import Relation
from explainer.problems import Problems
from explainer.text.files import read_text


def _one(value: object) -> object:
    if isinstance(value, list):
        raise ValueError("several stand behind `are:`, and behind `one_of:` if only one is meant")
    return value


class Meaning(BaseModel):
    """Who a phrase means, in this article only, and why we think so."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        json_schema_extra={
            "oneOf": [{"required": [key]} for key in ("is", "are", "one_of", "none")]
        },
    )

    text: Words = Field(description="The phrase, verbatim.")
    sentence: Words = Field(
        "", description="The one sentence that is meant, where the phrase stands in several."
    )
    is_: Annotated[str, BeforeValidator(_one)] | None = Field(
        None, alias="is", min_length=1, description="The one actor it means (an id)."
    )
    are: Several = Field((), min_length=1, description="The actors that it means together (ids).")
    one_of: Several = Field((), min_length=1, description="The actors of which it means one (ids).")
    none: Yes = Field(False, description="true if it means no actor at all.")
    why: Words = Field(description="The reason, for readers.")

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if sum(map(bool, (self.is_, self.are, self.one_of, self.none))) != 1:
            raise ValueError("say one of: is, are, one_of, none")
        return self

    @property
    def named(self) -> tuple[str, ...]:
        """The actors that the phrase names; with "one of" them it names none."""
        return (self.is_,) if self.is_ else self.are

    @property
    def relation(self) -> Relation:
        """How the phrase and the actors belong together."""
        if self.none:
            return "unnamed"
        return "is" if self.is_ else "are" if self.are else "one_of"


class NoEvent(BaseModel):
    """A clause with a date that is no event: it is taken off the timeline."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    quote: Words = Field(description="Words of the clause, verbatim.")
    sentence: Words = Field("", description="The sentence, where the words stand in several.")
    hide: Yes = Field(description="`true`: what was read there is no event.")
    why: Words = Field(description="The reason, for readers.")


_CHANGES = ("who", "stance", "content")
_REASON: dict[str, Any] = {"why": {"pattern": r"\S"}}
_CHANGING: list[Any] = [{"required": [key, "why"], "properties": _REASON} for key in _CHANGES]
_SAID = (*_CHANGES, "checked")


class GivenCorrection(BaseModel):
    """What the program read wrongly, or a reading that a person has checked."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        # What `_says_something` says, for editors.
        json_schema_extra={
            "if": {"required": ["hide"]},
            "then": {"required": ["why"], "properties": {**_REASON, **dict.fromkeys(_SAID, False)}},
            "else": {
                "anyOf": [
                    *_CHANGING,
                    {"required": ["checked"], "properties": dict.fromkeys(_CHANGES, False)},
                ]
            },
        },
    )

    quote: Words = Field(description="Words of what is claimed, verbatim.")
    sentence: Words = Field("", description="The sentence, where the words stand in several.")
    cue: Words = Field(
        "", description="The reporting words, such as `said`, where two claims have the words."
    )
    who: OneOrMore = Field(
        (), description="Who says it (an actor's id, or a list of those who say it together)."
    )
    stance: Words | None = Field(None, description="How they stand to it, such as `denies`.")
    content: OneOrMore = Field(
        (), description="What they say, verbatim: words of the article, or a list of pieces."
    )
    hide: Yes = Field(False, description="`true`: what was read there is no claim.")
    checked: Checked = Field(
        False,
        description="`true`: the reading is right. `scripts/reanchor` makes it `false` when the text has"
        " changed; then compare the two again, and write `true`.",
    )
    why: Words = Field("", description="The reason, for readers; `checked` alone needs none.")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        changes = any((self.who, self.stance, self.content))
        if not (changes or self.hide or self.checked) and "checked" in self.model_fields_set:
            raise ValueError(
                "`checked: false` says nothing; say what is wrong with who, stance, content or hide,"
                " or take this entry out"
            )
        if not (changes or self.hide or self.checked):
            raise ValueError("say at least one of: who, stance, content, hide, checked")
        if self.hide and (changes or self.checked):
            raise ValueError("`hide: true` stands alone: what is hidden needs nothing else")
        if not self.why.strip() and not (self.checked and not changes):
            raise ValueError("'why' is missing; readers see the reason")
        return self


class Notes(BaseModel):
    """What people know about an article besides its text; every key is optional."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Words = Field("", description="The article's title, if its text has none.")
    published: Day | None = Field(None, description="The day of publication, as 2023-05-24.")
    published_basis: Words = Field("", description="How the day is known, in words.")
    publisher: Words = Field("", description="Who published the article.")
    url: WebAddress | None = Field(None, description="Where it was published.")
    language: Language = Field("en", description="The text's language.", examples=["en"])
    rights: Words = Field("", description="Whose the text is, and by what right it is shown.")
    show: Literal["full", "excerpts"] | None = Field(
        None, description="How much is published: all of it, or the quoted sentences only."
    )
    sha256: Sum | None = Field(
        None,
        description="The sum of the text that was curated; if the text changes, the build says so.",
    )
    mentions: tuple[Meaning, ...] = Field((), description="Who phrases mean in this article.")
    corrections: tuple[GivenCorrection, ...] = Field(
        (), description="What the program read wrongly in this article."
    )
    events: tuple[NoEvent, ...] = Field((), description="What was read as an event, and is none.")


def load_notes(path: Path, shown: str, problems: Problems) -> tuple[Notes, Places]:
    """Reads the notes of an article; with mistakes in them, what is right still counts."""
    if not path.exists():
        return Notes(), Places(shown, Written())
    text = read_text(path, shown, problems) or ""
    written = read_yaml(cleaned(text, shown, problems), shown, problems) or Written()
    notes, places = validated(Notes, written, shown, "notes", problems)
    return notes or Notes(), places
