"""iCalendar (RFC 5545): the events whose day is known, as whole days, and nothing that is less exact."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from explainer.dossier.model import Event
from explainer.pages.exports.source import Source
from explainer.pages.plain import how_known
from explainer.pages.safe import visible

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: In octets, without the line's end.
_LONGEST = 75


def calendar(source: Source) -> str:
    """The calendar."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//explainer//timeline//EN",
        f"NAME:{_text(source.about.name)}",
        f"X-WR-CALNAME:{_text(source.about.name)}",
    ]
    for event in source.dossier.events.values():
        if day := day_of(event):
            lines += _event(source, event, day)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def day_of(event: Event) -> date | None:
    """The one day of an event; None where it is not exactly known, or the text does not say which."""
    edtf = event.when.edtf or ""
    if not event.when.day_stated or not _DAY.fullmatch(edtf) or edtf.startswith("0000"):
        return None
    return date.fromisoformat(edtf)


def _event(source: Source, event: Event, day: date) -> Iterator[str]:
    address = source.url(source.addresses.event(event))
    host = urlsplit(source.about.address).hostname or "explainer.invalid"
    language = source.index.sheet(event.place).language
    yield "BEGIN:VEVENT"
    yield f"UID:{event.permalink}@{host}"
    yield f"DTSTAMP:{source.about.date:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    summary = source.plain.summary(event)
    yield f"SUMMARY;LANGUAGE={'en' if event.by_hand else language}:{_text(summary)}"
    yield f"DESCRIPTION:{_text(chr(10).join(_description(source, event)))}"
    yield "TRANSP:TRANSPARENT"
    if source.about.address:
        yield f"URL:{address}"
    yield "END:VEVENT"


def _description(source: Source, event: Event) -> Iterator[str]:
    """Whose word it is, how the date is known, and where to check it."""
    for found in event.told:
        yield f"“{source.dossier.words(found.place)}”"
        yield source.plain.whose(found.claims)
        if found.of_report:
            yield "The time stands beside the report: it may be when this was said."
        yield f"In: {source.plain.source(found.place.article)}"
    part = f", {event.when.part}" if event.when.part else ""
    yield f"When: {event.when.edtf}{part}; {how_known(event.when)}."


def _text(words: str) -> str:
    """A TEXT value: what has a meaning in the format is escaped."""
    shown = visible(words).replace("\\", "\\\\")
    return shown.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n").replace("\t", " ")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets; no character is cut in two."""
    piece, length = "", 0
    for character in line:
        size = len(character.encode())
        if length + size > _LONGEST:
            yield piece
            # The blank before what goes on counts too.
            piece, length = " ", 1
        piece += character
        length += size
    yield piece
