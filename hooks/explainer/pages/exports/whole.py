"""JSON: everything that the site knows, and the glossary alone."""

from typing import Literal

from pydantic import Field

from explainer.pages.exports import recorded, records
from explainer.pages.exports.source import Source
from explainer.pages.exports.writing import Record, written


class Site(Record):
    """The site that a file was taken from."""

    name: str = Field(description="Its name.")
    url: str = Field(description="Its address, from which addresses in the file may be relative.")
    updated: str = Field(description="When it was last changed.")


class Actors(Record):
    """The glossary. Addresses that are not whole count from the file's own."""

    schema_: Literal["../schemas/actors.json"] = Field(
        "../schemas/actors.json", alias="$schema", description="The schema of this file."
    )
    site: Site = Field(description="The site.")
    actors: tuple[records.Actor, ...] = Field(description="Every actor.")


class Whole(Record):
    """Everything that the site knows. It says who says what, and not who is right.

    Positions count Unicode code points of an article's text, from 0, the end exclusive. Addresses
    that are not whole count from the file's own.
    """

    schema_: Literal["../schemas/dossier.json"] = Field(
        "../schemas/dossier.json", alias="$schema", description="The schema of this file."
    )
    site: Site = Field(description="The site.")
    articles: tuple[records.Article, ...] = Field(description="The articles.")
    actors: tuple[records.Actor, ...] = Field(description="Who and what they name.")
    claims: tuple[records.Claim, ...] = Field(description="Who claims what.")
    questions: tuple[records.Question, ...] = Field(description="On what they differ.")
    events: tuple[records.Event, ...] = Field(description="The timeline, what has no date last.")


def _site(source: Source) -> Site:
    about = source.about
    return Site(name=about.name, url=about.address or "../", updated=about.date.isoformat())


def actors(source: Source) -> str:
    """The glossary."""
    found = source.dossier.actors.values()
    made = Actors(site=_site(source), actors=tuple(recorded.actor(source, one) for one in found))
    return written(made)


def whole(source: Source) -> str:
    """Everything."""
    dossier = source.dossier
    made = Whole(
        site=_site(source),
        articles=tuple(recorded.article(source, *item) for item in dossier.sheets.items()),
        actors=tuple(recorded.actor(source, one) for one in dossier.actors.values()),
        claims=tuple(recorded.claim(source, one) for one in dossier.claims.values()),
        questions=tuple(recorded.question(source, one) for one in dossier.questions.values()),
        events=tuple(recorded.event(source, one) for one in dossier.events.values()),
    )
    return written(made)
