"""What looks odd about an article as a whole, and only a person can judge."""

from collections.abc import Iterable

from explainer.dossier.formats import Places
from explainer.dossier.notes import Notes
from explainer.lexicons import Lexicon
from explainer.problems import Level, Problem
from explainer.reading import find_dateline
from explainer.text.document import Document

#: A day is written where the reporter was and printed later; a weekly takes a week.
_DAYS_TO_PRINT = 7


def oddities(
    document: Document, lexicon: Lexicon, notes: Notes, places: Places
) -> Iterable[Problem]:
    """Notices of lines that a web page left behind, and of a day that the text does not bear."""
    yield from _furniture(document, lexicon)
    yield from _other_day(document, lexicon, notes, places)


def _furniture(document: Document, lexicon: Lexicon) -> Iterable[Problem]:
    for block in document.blocks:
        words = block.span.of(document.article.text)
        if lexicon.is_furniture(words):
            message = (
                f"“{' '.join(words.split())}” looks like a part of the web page and not of the"
                " article; if so, delete the line and renew `sha256:`"
            )
            yield document.article.problem(block.span.start, message, "web-page", Level.NOTICE)


def _other_day(
    document: Document, lexicon: Lexicon, notes: Notes, places: Places
) -> Iterable[Problem]:
    stated = find_dateline(document, lexicon.times)
    if not notes.published or not stated or stated.span is None:
        return
    if abs((notes.published - stated.day).days) > _DAYS_TO_PRINT:
        path = document.article.path
        line = document.article.problem(stated.span.start, "", "").line
        message = (
            f"`published:` is {notes.published}, and line {line} of {path} bears"
            f" {stated.day}; which one is right? If it is the text's, take `published:` out"
        )
        yield places.problem(("published",), message, "other-day", Level.NOTICE)
