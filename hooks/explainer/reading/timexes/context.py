"""What stands around an expression: the article's date, the dates told before it, the tense."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from explainer.lexicons.times import Scale
from explainer.reading.model import Published
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.values import When

#: How far the tense of a clause is looked for, in tokens to the left and to the right.
_LEFT, _RIGHT = 14, 8

#: Without an article's date, a year told more paragraphs ago than this is not taken over.
_NEAR_BLOCKS = 1


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text told, and where."""

    when: When
    words: str
    block: int


class Context:
    """The place at which an expression is read; it moves through the text with the expressions.

    Args:
        page: the tokens.
        published: the article's date, if known.
        history: True if the text tells of times long before its own date: its months and days
            belong to the years it tells, not to the year in which it was written.
    """

    def __init__(self, page: Page, published: Published | None, history: bool) -> None:
        self.page = page
        self.published = published
        self.history = history
        self.found: Found | None = None
        self.block = 0
        self._told: dict[Scale, Told] = {}
        self._sentences = [s.span.start for s in page.document.sentences]

    def move(self, found: Found) -> None:
        """On to the next expression."""
        self.found = found
        self.page.turn_to(found.first)
        self.block = self.page.block

    def tell(self, known: Known, words: str) -> None:
        """Remembers a date for the expressions after it."""
        when = known.value
        if not isinstance(when, When) or when.year is None:
            return
        told = Told(when, words, self.block)
        if when.scale is Scale.DAY and when.month and when.day:
            self._told[Scale.DAY] = told
        elif when.scale in (Scale.DAY, Scale.MONTH) and when.month:
            self._told[Scale.MONTH] = told
            self._told.pop(Scale.DAY, None)
            return
        elif when.scale <= Scale.YEAR:
            self._told.pop(Scale.MONTH, None)
            self._told.pop(Scale.DAY, None)
        else:
            return
        if when.scale <= Scale.MONTH:
            self._told[Scale.MONTH] = told
        self._told[Scale.YEAR] = told

    def told(self, scale: Scale) -> Told | None:
        """The last date told that is at least as precise as that."""
        if scale is Scale.DAY:
            return self._told.get(Scale.DAY)
        return self._told.get(Scale.MONTH if scale <= Scale.MONTH else Scale.YEAR)

    def year_told(self) -> Told | None:
        """The last date told, if a month or day without a year may take its year from it."""
        told = self._told.get(Scale.YEAR)
        if told and not self.history and self.block - told.block > _NEAR_BLOCKS:
            return None
        return told

    @property
    def day(self) -> date | None:
        """The article's date, where expressions are to be read from it."""
        return self.published.day if self.published and not self.history else None

    def tense(self) -> str:
        """ "past", "future" or "": by the nearest word of the sentence that shows it."""
        assert self.found is not None
        page, tense = self.page, self.page.times.tense
        start, stop = self._sentence()
        first = self.found.first - 1
        for at in range(first, max(first - _LEFT, start - 1), -1):
            shown = tense.get(page.low[at])
            # "closed until Friday" looks ahead; "Until Friday, it was closed" does not.
            if shown and (shown != "ahead" or at > start + 1):
                return "past" if shown == "past" else "future"
        for at in range(self.found.stop, min(self.found.stop + _RIGHT, stop)):
            shown = tense.get(page.low[at])
            if shown and shown != "ahead":
                return shown
        return ""

    def _sentence(self) -> tuple[int, int]:
        """The tokens around the expression that may show its tense."""
        assert self.found is not None
        tokens = self.page.tokens
        number = bisect_right(self._sentences, tokens.start[self.found.first]) - 1
        begin = self._sentences[number] if number >= 0 else 0
        end = self._sentences[number + 1] if number + 1 < len(self._sentences) else None
        first = self.found.first
        while (
            first > max(self.page.lo, self.found.first - _LEFT) and tokens.start[first - 1] >= begin
        ):
            first -= 1
        stop = self.found.stop
        while stop < min(self.page.hi, self.found.stop + _RIGHT) and (
            end is None or tokens.start[stop] < end
        ):
            stop += 1
        return first, stop


def on(day: date) -> str:
    """A day in words for readers: 24 May 2023."""
    return f"{day.day} {day:%B} {day.year}"
