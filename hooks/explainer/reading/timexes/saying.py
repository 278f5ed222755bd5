"""The day on which something was said, where the clause that tells of it names one.

What stands in quotation marks counts from the day on which it was said: "On Friday he said: 'I will
leave tomorrow.'" What the article tells in its own words counts from the article's date.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from explainer.reading.timexes.calendar import Calendar
from explainer.reading.timexes.deictic import Deictic
from explainer.reading.timexes.found import Found, of_day_beside
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.weekdays import Weekday
from explainer.text.spans import Span

#: So many words stand at most between the verb that tells and its day: "told people in Oslo on Friday".
_REACH = 6

#: So many words before a day at most, and it opens its sentence: "On Friday, he said".
_OPENING = 2

#: So many quotations back, in the same paragraph, words may go on that were told of once.
_BACK = 3


class Sayings:
    """The quotations of a text, and for each the expression that tells on which day it was said.

    Args:
        page: the tokens.
        found: the expressions, in order of their place.
    """

    def __init__(self, page: Page, found: Sequence[Found]) -> None:
        self._page = page
        self._found = found
        self._firsts = [one.first for one in found]
        outer = [q.span for q in page.document.quotations if not q.depth and not q.single]
        self._spans = outer
        self._starts = [span.start for span in outer]
        self._sentences = [sentence.span for sentence in page.document.sentences]
        self._begins = [span.start for span in self._sentences]
        self._days: dict[int, Found | None] = {}

    def day(self, found: Found) -> Found | None:
        """The day on which the words were said in which an expression stands, if they are quoted."""
        number = self._quotation(found)
        if number is None:
            return None
        if number not in self._days:
            self._days[number] = self._day(number)
        return self._days[number]

    def _quotation(self, found: Found) -> int | None:
        place = self._page.tokens.start[found.first]
        number = bisect_right(self._starts, place) - 1
        return number if number >= 0 and place < self._spans[number].end else None

    def _day(self, number: int) -> Found | None:
        """That of the clauses around a quotation; of the one before it, where it stands alone."""
        for back in range(number, max(number - _BACK, -1), -1):
            span = self._spans[back]
            opening = self._sentence(span.start).start
            days = self._told(Span(opening, span.start))
            days += self._told(Span(span.end, max(span.end, self._sentence(span.end - 1).end)))
            if days:
                return days[0] if len(days) == 1 else None
            before = self._spans[back - 1].end if back else 0
            if opening < span.start or "\n" in self._page.tokens.source[before:opening]:
                break
        return None

    def _sentence(self, place: int) -> Span:
        return self._sentences[max(bisect_right(self._begins, place) - 1, 0)]

    def _told(self, piece: Span) -> list[Found]:
        """The days on which a clause tells that somebody said something."""
        page, within = self._page, self._page.tokens.within(piece)
        tells = [at for at in within if page.low[at] in page.times.glue["tells"]]
        if not tells:
            return []
        begin, end = (bisect_left(self._firsts, at) for at in (within.start, within.stop))
        days = filter(self._is_day, self._found[begin:end])
        return [day for day in days if self._dates(day, tells, within.start)]

    def _is_day(self, found: Found) -> bool:
        day = of_day_beside(found.shape)
        plain = isinstance(day, Weekday | Deictic) or (isinstance(day, Calendar) and day.names_day)
        low, stop = self._page.low, found.stop
        owns = stop < len(low) and low[stop] in self._page.times.glue["genitive"]
        return plain and not owns and self._quotation(found) is None

    def _dates(self, day: Found, tells: list[int], opening: int) -> bool:
        """Whether a day dates what tells: on Friday, he said; he on Friday said; he said on Friday."""
        if day.first - opening <= _OPENING and tells[-1] >= day.stop:
            return True
        near = (
            at for at in tells if day.stop <= at <= day.stop + 1 or 0 < day.first - at <= _REACH
        )
        return any(self._joined(at + 1, day.first) for at in near)

    def _joined(self, first: int, stop: int) -> bool:
        """Whether nothing stands between a verb and its day that has a day of its own."""
        glue = self._page.times.glue
        apart = glue["looks-back"] | glue["preceding-day"] | {","}
        return apart.isdisjoint(self._page.low[first:stop])
