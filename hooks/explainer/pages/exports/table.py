"""CSV (RFC 4180, UTF-8): every claim, one a line, and its description in the W3C's "CSV on the Web".

A spreadsheet takes a cell that begins with ``=`` for a formula, and an article may have one. Such a cell
gets an apostrophe before it, and so does one that begins with an apostrophe: who reads the file with a
program takes one away wherever a cell begins with it, and has the article's words letter for letter.
"""

import csv
import re
from collections.abc import Mapping
from io import StringIO
from typing import Any

from explainer.dossier.model import Claim
from explainer.pages.exports.source import Source
from explainer.pages.plain import known
from explainer.pages.safe import visible

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠']|[\t\r\n]")

#: Each column, and what stands in it.
COLUMNS: Mapping[str, str] = {
    "claim": "the claim's id",
    "who": "who says it, in words: “together: …”, “one of: …”, “without a name: …”",
    "actors": "the ids of the actors that are meant, with a blank between them",
    "relation": "is, for, are, one_of, unnamed, unresolved or nobody; one_of is nobody's claim",
    "source_words": "the article's words for who says it",
    "stance": "how they stand to the content, by the cue: asserts, denies …; empty if unknown",
    "cue": "the reporting words of the article",
    "content": "what is said, in the article's words, “ … ” between pieces; of a denial, what is denied",
    "kind": "direct, indirect or mixed, by quotation marks",
    "type": "speech, belief, perception, intention, question, support or decree",
    "about": "the ids of the actors that the content names",
    "when_words": "the article's words for when it was said",
    "when": "the same as EDTF; empty where it has no place in the calendar or the day is not stated",
    "when_known": "stated in the article, inferred, given by a person, or open",
    "article": "the article's id",
    "title": "the article's title",
    "published": "the article's date, if it is known",
    "sentence": "the id of the sentence that has the cue",
    "also_in": "the ids of other articles that tell the same",
    "questions": "the ids of the questions that it answers",
    "by_hand": "true if a person added it",
    "corrected": "what a person corrected in the reading",
    "url": "where the claim is shown",
}


def table(source: Source) -> str:
    """The table, its first line the names of the columns."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for claim in source.dossier.claims.values():
        row = _row(source, claim)
        writer.writerow(_guarded(visible(row[name])) for name in COLUMNS)
    return out.getvalue()


def _row(source: Source, claim: Claim) -> dict[str, str]:
    speaker, when = claim.speaker, claim.when
    sheet = source.index.sheet(claim.place)
    return {
        "claim": claim.id,
        "who": source.plain.who(claim),
        "actors": " ".join(speaker.actors),
        "relation": speaker.relation,
        "source_words": sheet.words(speaker.span) if speaker.span else "",
        "stance": claim.stance if claim.has_stance else "",
        "cue": sheet.words(claim.cue),
        "content": " … ".join(map(sheet.words, claim.content)),
        "kind": claim.kind,
        "type": claim.type,
        "about": " ".join(claim.about),
        "when_words": sheet.words(when.span) if when else "",
        "when": when.edtf if when and when.edtf and when.day_stated else "",
        "when_known": known(when) if when else "",
        "article": claim.place.article,
        "title": sheet.title,
        "published": sheet.published.isoformat() if sheet.published else "",
        "sentence": claim.place.sentence,
        "also_in": " ".join(other.place.article for other in claim.repeats),
        "questions": " ".join(q.id for q in source.index.questions_of.get(claim.id, ())),
        "by_hand": str(claim.by_hand).lower(),
        "corrected": " ".join(c.what for c in claim.corrections if c.what != "checked"),
        "url": source.url(source.addresses.claim(claim.id)),
    }


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def described() -> Mapping[str, Any]:
    """The description of the table."""
    columns = [
        {"name": name, "titles": name, "datatype": "string", "dc:description": told}
        for name, told in COLUMNS.items()
    ]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": "../data/claims.csv",
        "dc:title": "Who claims what",
        "dc:description": "A claim a line. Of each cell that begins with an apostrophe take one away.",
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True},
        "tableSchema": {"primaryKey": "claim", "columns": columns},
    }
