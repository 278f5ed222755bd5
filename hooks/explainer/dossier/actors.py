"""What people say about an actor: the front matter of ``docs/actors/<actor>.md``."""

import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from explainer.dossier.curated import Curated, Page, Words, read_curated
from explainer.dossier.edtf import bounds
from explainer.dossier.fields import EachOnce, Time, WebAddress
from explainer.dossier.quotations import Quote
from explainer.problems import Problems

Kind = Literal[
    "person",
    "state",
    "government body",
    "armed group",
    "alliance",
    "company",
    "media",
    "organisation",
    "place",
    "group",
]  # fmt: skip


_WIKIDATA = "Q[1-9][0-9]*"


def _wikidata_id(text: str) -> str:
    if not re.fullmatch(_WIKIDATA, text):
        raise ValueError("a number of Wikidata begins with Q, as Q42")
    return text


WikidataId = Annotated[
    str,
    AfterValidator(_wikidata_id),
    WithJsonSchema({"type": "string", "pattern": f"^{_WIKIDATA}$"}),
]


class GivenRole(BaseModel):
    """An office or a role of an actor, which articles need not mention."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: Words = Field(description="The role, in neutral words.")
    start: Time | None = Field(
        None,
        alias="from",
        description="Since when, as EDTF: 2020, 2020-11 or 2020-11-05.",
    )
    end: Time | None = Field(None, alias="to", description="Until when, likewise.")
    why: Words = Field(description="How it is known, for readers.")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.start and self.end and bounds(self.end)[1] < bounds(self.start)[0]:
            raise ValueError(f"it ends ({self.end}) before it begins ({self.start})")
        return self


class References(BaseModel):
    """Where else readers find the actor; links only, nothing is loaded from there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    wikidata: WikidataId = Field("", description="Its number there, as Q42.")
    homepage: WebAddress | None = Field(None, description="Its own site, with https:// or http://.")


class GivenActor(Page):
    """What people say about an actor, with prose below it; every key is optional.

    The file is about the actor that was read under its id (the one in the page's address) or under one
    of its names, or about the one that an article's ``mentions:`` call so.
    """

    model_config = ConfigDict(
        # What `_is_no_group` says, for editors.
        json_schema_extra={
            "if": {"required": ["kind"], "properties": {"kind": {"const": "person"}}},
            "then": {"properties": {"members": {"maxItems": 0}}},
        },
    )

    name: Words | None = Field(None, description="A neutral name, for headings.")
    kind: Kind | None = Field(None, description="What it is.")
    names: Annotated[tuple[Words, ...], *EachOnce] = Field(
        (), description="Other names: whoever the articles call so is this actor."
    )
    part_of: Words | None = Field(None, description="The actor that it is a part of (an id).")
    members: Annotated[tuple[Words, ...], *EachOnce] = Field(
        (), description="Who it is made of (ids). What a group says, its members say together."
    )
    roles: tuple[GivenRole, ...] = Field((), description="Its offices, with their time.")
    sentence: Quote | None = Field(
        None, description="Words of the sentence that says who this is, if another does it better."
    )
    references: References | None = Field(None, description="Where else readers find it.")

    @field_validator("members")
    @classmethod
    def _is_no_group(cls, members: tuple[str, ...], found: ValidationInfo) -> tuple[str, ...]:
        if members and found.data.get("kind") == "person":
            raise ValueError(
                "a person is not made of others; leave this out, or write `kind: group`"
            )
        return members


ActorFile = Curated[GivenActor]


def read_actors(docs: Path | None, problems: Problems) -> list[ActorFile]:
    """The files about actors that can be read, by id."""
    return list(read_curated(docs, "actors", GivenActor, problems)) if docs else []
