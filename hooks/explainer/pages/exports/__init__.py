"""What readers can take away: files with all that the site shows, one format a module.

Nothing is in them that no page shows: of an article that is published in excerpts they hold the quoted
sentences only. The same dossier gives the same bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from explainer.pages.exports.annotations import Annotations, annotations
from explainer.pages.exports.calendar import calendar
from explainer.pages.exports.source import Source
from explainer.pages.exports.table import described, table
from explainer.pages.exports.whole import Actors, Whole, actors, whole
from explainer.pages.exports.writing import json_schema, schema_text

__all__ = ["EXPORTS", "Export", "Source", "schema_text"]


@dataclass(frozen=True, slots=True)
class Export:
    """A file to take away.

    Args:
        path: where it stands on the site.
        media: its type, as servers call it.
        holds: what is in it, in words.
        make: gives its text.
        schema: its schema's file in docs/, or "" where a standard says all.
        described: makes that schema.
    """

    path: str
    media: str
    holds: str
    make: Callable[[Source], str]
    schema: str = ""
    described: Callable[[], Mapping[str, Any]] = dict

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.rpartition("/")[2]


#: All of them, in the order in which the page shows them.
EXPORTS = (
    Export(
        "data/claims.csv",
        "text/csv",
        "every claim, one a line: who, how, what, when, where; for spreadsheets",
        table,
        "schemas/claims.csv.json",
        described,
    ),
    Export(
        "data/timeline.ics",
        "text/calendar",
        "the events whose day is known, for calendars",
        calendar,
    ),
    Export(
        "data/actors.json",
        "application/json",
        "the glossary: every actor, with what introduces it and where it is named",
        actors,
        "schemas/actors.json",
        lambda: json_schema(Actors, "Actors: data/actors.json"),
    ),
    Export(
        "data/dossier.json",
        "application/json",
        "everything: articles, actors, claims, questions, events",
        whole,
        "schemas/dossier.json",
        lambda: json_schema(Whole, "Dossier: data/dossier.json"),
    ),
    Export(
        "data/annotations.jsonld",
        "application/ld+json",
        "the places in the articles of each claim’s source, cue and content (W3C Web Annotations)",
        annotations,
        "schemas/annotations.json",
        lambda: json_schema(Annotations, "Annotations: data/annotations.jsonld"),
    ),
)
