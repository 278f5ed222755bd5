"""The feed (Atom, RFC 4287) of what has changed, from the dated entries of ``docs/changes.md``.

An entry is a heading that begins with a day, and all below it. Its id is made from the day, and among
those of one day from its number, counted from the oldest: new entries are written above.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from explainer.pages.about import About
from explainer.pages.code import without_code
from explainer.pages.outline import words_of_heading
from explainer.pages.safe import visible
from explainer.problems import Level, Problem

#: The page whose entries are told, and the file that tells them.
PAGE, FILE = "changes.md", "feed.xml"

_ENTRY = re.compile(r'<h2 id="([^"]*)"[^<>]*>(.*?)</h2>', re.DOTALL)
_HEADING = re.compile(r"^(?P<rank>#{2,6})[ \t]*(?P<day>\d[^\s#]*)", re.MULTILINE)
#: One that has a year, and perhaps a day in other words.
_DATED = re.compile(r"^##(?!#)[ \t]*(?P<words>[^\d\s#][^\n]*\b\d{4}\b)", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """A change: its day, its place among those of the day, its anchor, its heading, and its HTML."""

    day: date
    number: int
    anchor: str
    title: str
    html: str


def wrong_days(markdown: str, path: str, offset: int = 0) -> Iterator[Problem]:
    """A problem for each heading that begins with a number and not with a day, or not in its place."""
    text = without_code(markdown)
    above: list[tuple[date, int]] = []
    for found in _DATED.finditer(text):
        message = (
            "a change begins with its day, as in `## 2023-05-24`; without one it is in no feed"
        )
        place = _place(text, found.start("words"), offset)
        yield Problem(path, *place, message, "change-day", Level.NOTICE)
    for found in _HEADING.finditer(text):
        line, column = _place(text, found.start("day"), offset)
        day = _day(found["day"])
        if found["rank"] != "##":
            if day:
                message = f"a change is a heading with two signs: `## {day}`"
                yield Problem(path, line, 1, message, "change-day")
            continue
        if day is None:
            message = f"`{found['day']}` is no day; a change begins with one, as in `## 2023-05-24`"
            yield Problem(path, line, column, message, "change-day")
            continue
        if older := next((number for other, number in above if other < day), 0):
            message = f"changes stand newest first; this one belongs above line {older}"
            yield Problem(path, line, column, message, "change-day")
        above.append((day, line))


def _place(text: str, at: int, offset: int) -> tuple[int, int]:
    return offset + text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def days_of(markdown: str) -> list[date]:
    """The days of the changes that a page in Markdown tells."""
    found = _HEADING.finditer(without_code(markdown))
    days = (_day(one["day"]) for one in found if one["rank"] == "##")
    return [day for day in days if day]


def entries(html: str) -> list[Entry]:
    """The changes of the finished page, in the order of the page."""
    # Between two headings of a change may stand others.
    pieces = _ENTRY.split(html)[1:]
    found = [
        (day, anchor, title, body.strip())
        for anchor, heading, body in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True)
        if (day := _day((title := words_of_heading(heading)).split(" ")[0].rstrip(":,")))
    ]
    seen: Counter[date] = Counter()
    made = []
    for day, anchor, title, body in reversed(found):
        seen[day] += 1
        made.append(Entry(day, seen[day], anchor, title, body))
    return made[::-1]


def feed(html: str, about: About, page: str) -> str:
    """The feed.

    Args:
        html: the page of changes, without its foot.
        about: the site, whose address is known.
        page: the address of that page.
    """
    found = entries(html)
    last = max((entry.day for entry in found), default=about.date.date())
    site = urlsplit(about.address)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<id>{escape(about.address)}{FILE}</id>",
        f"<title>{escape(visible(about.name))}: changes</title>",
        f"<updated>{last}T00:00:00Z</updated>",
        f"<author><name>{escape(visible(about.name))}</name></author>",
        f'<link rel="self" href={quoteattr(about.address + FILE)}/>',
        f'<link rel="alternate" href={quoteattr(page)}/>',
    ]
    for entry in found:
        number = f"/{entry.number}" if entry.number > 1 else ""
        lines += [
            "<entry>",
            f"<id>tag:{site.hostname},{entry.day}:{escape(site.path)}changes{number}</id>",
            f"<title>{escape(visible(unescape(entry.title)))}</title>",
            f"<updated>{entry.day}T00:00:00Z</updated>",
            f"<link href={quoteattr(f'{page}#{entry.anchor}')}/>",
            f'<content type="html" xml:base={quoteattr(page)}>{escape(visible(entry.html))}</content>',
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


def _day(text: str) -> date | None:
    text = text.rstrip(":,")
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
