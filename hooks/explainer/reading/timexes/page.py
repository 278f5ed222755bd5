"""The tokens as rules see them: one block at a time, nothing behind its edges."""

import re

from explainer.lexicons.times import Step, Times
from explainer.text.document import Document

#: What joins two dates, or a day and a month.
DASHES = frozenset("-–—")

_DIGITS = re.compile(r"\d{1,9}\Z")
_NUMBERED = re.compile(r"(\d{1,4})([^\d]+)\Z", re.ASCII)

#: The shortest word whose ending tells that it is a plural.
_SHORTEST_PLURAL = 4


class Page:
    """The tokens of a document, looked at through the window of one block.

    Args:
        document: the article.
        times: its language's words of time.
    """

    __slots__ = (
        "_ends",
        "_eras",
        "block",
        "document",
        "hi",
        "lo",
        "low",
        "size",
        "times",
        "tokens",
    )

    def __init__(self, document: Document, times: Times) -> None:
        self.document = document
        self.times = times
        self.tokens = document.tokens
        self.low = document.tokens.low
        self.size = len(self.low)
        self._ends = [block.span.end for block in document.blocks]
        self._eras: frozenset[str] | None = None
        self.block = -1
        self.lo = self.hi = 0

    def turn_to(self, token: int) -> None:
        """Moves the window on to the block of a token, never back."""
        start = self.tokens.start
        while token >= self.hi and self.block + 1 < len(self._ends):
            self.block += 1
            end, self.lo, at = self._ends[self.block], self.hi, self.hi
            while at < self.size and start[at] < end:
                at += 1
            self.hi = at

    def at(self, token: int) -> str:
        """The token in lower case; "" outside of the block."""
        return self.low[token] if self.lo <= token < self.hi else ""

    def text(self, token: int) -> str:
        """The token as written; "" outside of the block."""
        return self.tokens.text[token] if self.lo <= token < self.hi else ""

    def has(self, token: int, role: str) -> bool:
        """Whether a small word of that role (glue.txt) stands there."""
        return self.at(token) in self.times.glue[role]

    def tells_of(self, era: str) -> bool:
        """Whether the letters of an era stand anywhere in the text, also behind digits: 218BC."""
        if self._eras is None:
            words = {word.lstrip("0123456789") for word in self.low}
            known = self.times.eras
            self._eras = frozenset(known[word][0] for word in words & known.keys())
        return era in self._eras

    def in_name(self, token: int) -> bool:
        """Whether a word stands in a name: with a capital, behind another word with a capital."""
        return self.text(token)[:1].isupper() and self.text(token - 1)[:1].isupper()

    def opens_name(self, token: int) -> bool:
        """Whether a name begins there that another word goes on: the Daily Show; "This Week"."""
        word, after = self.text(token), self.text(token + 1)
        return word.istitle() and after.istitle() and after.isalpha()

    def joined(self, token: int) -> bool:
        """Whether no white space stands between a token and the next one."""
        return (
            self.lo <= token < self.hi - 1
            and self.tokens.end[token] == self.tokens.start[token + 1]
        )

    def links(self, first: int, stop: int) -> bool:
        """Whether one word stands there and joins two dates: and, to, a dash."""
        word = self.low[first] if stop == first + 1 else ""
        glue = self.times.glue
        return word in glue["to"] or word in glue["and"] or word in DASHES

    def may_be_noun(self, token: int) -> bool:
        """Whether a word in lower case is none of those that join: the March accession."""
        roles = ("preposition", "of", "on", "in", "at", "and")
        plain = self.text(token).isalpha() and self.text(token).islower()
        known = self.at(token) in self.times.tense or any(self.has(token, role) for role in roles)
        return plain and not known

    def step(self, token: int) -> Step | None:
        """The word that steps there: last, next, the following; but not "following Monday's vote"."""
        step = self.times.steps.get(self.at(token))
        joins = self.has(token, "preposition") and not self.has(token - 1, "the")
        return None if joins else step

    def beyond(self, token: int) -> int:
        """-2 where "before last" stands there and nothing that it steps to, 2 for "after next", or 0."""
        step = self.times.steps.get(self.at(token + 1))
        side = self.has(token, "following-day") - self.has(token, "preceding-day")
        if step is None or step.point != "now" or not side or step.by != side:
            return 0
        goes_on = self.of_time(token + 2) or self.text(token + 2).istitle()
        return 0 if goes_on else 2 * side

    def of_time(self, token: int) -> bool:
        """Whether a word of dates stands there: a month, a weekday, a unit."""
        word, times = self.at(token), self.times
        tables = (
            times.months, times.weekdays, times.days, times.parts, times.units, times.seasons,
        )  # fmt: skip
        return any(word in table for table in tables)

    def ends_before(self, token: int) -> bool:
        """Whether nothing told stands behind "the year before": a sign, or a word that joins."""
        word = self.at(token)
        if self.has(token, "and"):
            return False
        joins = any(self.has(token, role) for role in ("preposition", "on", "in", "at"))
        return not word[:1].isalnum() or (joins and not self.has(token, "after-that"))

    def two_digits(self, token: int) -> bool:
        """Whether a year in two digits stands there: '68."""
        word = self.at(token + 1)
        tied = self.at(token) in ("'", "‘") and self.joined(token)
        return tied and len(word) == 2 and word.isascii() and word.isdigit()

    def is_one(self, token: int) -> bool:
        """Whether "one" stands there: one night, one Sunday in May."""
        return not self.has(token, "a") and self.times.numbers.get(self.at(token)) == 1

    def plural(self, token: int) -> bool:
        """Whether a word by its ending is a plural: soldiers."""
        word = self.at(token)
        long = word.isalpha() and len(word) >= _SHORTEST_PLURAL
        return long and word.endswith(tuple(self.times.glue["plural-ending"]))

    def ordinal(self, word: str) -> int | None:
        """The number of an ordinal in digits, of at most two: 19th."""
        match = _NUMBERED.match(word)
        if match is None or len(match[1]) > 2:
            return None
        return int(match[1]) if match[2] in self.times.glue["ordinal-ending"] else None

    def tens(self, word: str) -> str:
        """The digits of a plural of tens: "1990", of 1990s; "" for what is none."""
        match = _NUMBERED.match(word)
        if match is None or match[2] not in self.times.glue["plural-ending"]:
            return ""
        return match[1] if match[1].endswith("0") and len(match[1]) > 1 else ""

    def integer(self, token: int) -> int | None:
        """The number that stands there in digits, of at most nine."""
        word = self.at(token)
        return int(word) if _DIGITS.match(word) and word.isascii() else None

    def day(self, token: int) -> int | None:
        """The day of a month that stands there: 7, 07, 7th."""
        word = self.at(token)
        number = self.ordinal(word)
        if 0 < len(word) <= 2 and word.isascii() and word.isdigit():
            number = int(word)
        return number if number and number <= 31 else None

    def year(self, token: int) -> int | None:
        """The year that stands there in four digits, from 1000 to 2199."""
        word = self.at(token)
        if len(word) != 4 or not word.isascii() or not word.isdigit():
            return None
        number = int(word)
        return number if 1000 <= number <= 2199 else None
