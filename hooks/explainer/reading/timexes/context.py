"""What stands around an expression: the article's date, the dates told before it, the tense."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date

from explainer.lexicons.times import Scale
from explainer.reading.model import Published
from explainer.reading.timexes.found import Found, Known, is_day, of_day_beside
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.tense import of_clause
from explainer.reading.timexes.values import Value, When, calendar_day

#: How far the tense of a clause is looked for, in tokens to the left and to the right.
_LEFT, _RIGHT = 14, 8


#: A bare year so many years away from the story's months and days is named in passing.
_PASSING = 3

#: A story's next day or month lies at most so many days on.
_GOES_ON = 45

#: So many characters before an expression at most, and it opens its sentence: "Meanwhile, in".
_OPENING = 14

#: Between a day and its clock time stand at most so many tokens: "Monday, at about noon".
_BESIDE = 3

#: A day at most so many tokens behind a clock time is its day.
_BEHIND = 8


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text told, and where.

    Args:
        when: the date.
        words: the text's words for it.
        block: the number of the block in which it stands.
        opens: whether hardly a word of its sentence stands before it.
        published: whether it rests on the article's date, as all does that is counted from it.
        day_stated: whether the text says of which day it is.
    """

    when: When
    words: str
    block: int
    opens: bool
    published: bool
    day_stated: bool

    def known(self, value: Value, why: str, *, tells: bool = True) -> Known:
        """A value that was worked out from this date.

        Args:
            value: the value.
            why: how, a clause that ends before the words of this date.
            tells: False where the story does not go on from the value.
        """
        why = f"{why}, “{self.words}”"
        return Known(value, "inferred", why, self.published, self.day_stated, tells)


@dataclass(frozen=True, slots=True)
class Begin:
    """The day with which a range of days begins."""

    day: date
    words: str
    known: Known


class Context:
    """The place at which an expression is read; it moves through the text with the expressions.

    Args:
        page: the tokens.
        published: the article's date, if known.
        history: True if the text tells of times long before its own date: its months and days
            belong to the years it tells, not to the year in which it was written.

    ``years`` are those that stand in the text: without an article's date, no other may be given.
    """

    def __init__(self, page: Page, published: Published | None, history: bool) -> None:
        self.page = page
        self.published = published
        self.history = history
        self.found: Found | None = None
        self.following: Found | None = None
        self.block = 0
        self.years: frozenset[int] | None = None
        self._told: dict[Scale, Told] = {}
        self._dated: Told | None = None
        self._day: Told | None = None
        self._last: tuple[Found, Known, str] | None = None
        self._sentences = [s.span.start for s in page.document.sentences]

    def move(self, found: Found, following: Found | None) -> None:
        """On to the next expression, and the one after it."""
        self.found, self.following = found, following
        self.page.turn_to(found.first)
        self.block = self.page.block

    def tell(self, known: Known, words: str) -> None:
        """Remembers a date for the expressions after it."""
        assert self.found is not None
        self._last = (self.found, known, words)
        when = known.value
        if not known.tells or not isinstance(when, When):
            return
        if when.year is None:
            if when.scale is Scale.DAY and (when.number or when.day):
                # An open day: what follows it cannot be counted from the day before it.
                self._told.pop(Scale.DAY, None)
            return
        if when.scale is Scale.YEAR and self.page.has(self.found.first - 1, "since"):
            # "The highest since 1983" looks back; the story stays where it is.
            return
        opens = self._opens_sentence() or self._again(when)
        told = Told(when, words, self.block, opens, known.published, known.day_stated)
        if when.scale > Scale.YEAR or self._ends_range(when):
            return
        if when.month and when.scale in (Scale.DAY, Scale.MONTH):
            self._dated = told
        self._told = {Scale.YEAR: told}
        if when.scale is Scale.QUARTER and when.number:
            self._told[Scale.QUARTER] = told
        if when.month and when.scale <= Scale.MONTH:
            self._told[Scale.MONTH] = told
            if when.scale is Scale.DAY and when.day:
                self._told[Scale.DAY] = self._day = told

    def _again(self, when: When) -> bool:
        """Whether this is a year that the text told right before: it names it not in passing."""
        last = self._told.get(Scale.YEAR)
        return bool(last and when == last.when and when.scale is Scale.YEAR)

    def _ends_range(self, when: When) -> bool:
        """Whether this is the second year of 1975-1976: the story goes on in the first."""
        return when.scale is Scale.YEAR and self.found is not None and self.found.cut[0] > 0

    def allowed(self, known: Known) -> Known:
        """What was made of an expression; without a day that no calendar has, or a year from nowhere."""
        known = _existing(known)
        value = known.value
        if self.years is None or not isinstance(value, When) or value.year is None:
            return known
        if value.year in self.years or known.basis == "stated":
            return known
        why = f"{known.why}; but its year stands nowhere in the text, and stays open"
        if value.scale in (Scale.WEEK, Scale.WEEKEND):
            return Known(When(value.scale), "open", why)
        return Known(replace(value, year=None), "open", why)

    def told(self, scale: Scale) -> Told | None:
        """The last date told that is at least as precise as that."""
        if scale is Scale.DAY:
            return self._told.get(Scale.DAY)
        if scale is Scale.QUARTER:
            return self._told.get(Scale.QUARTER) or self._told.get(Scale.MONTH)
        return self._told.get(Scale.MONTH if scale <= Scale.MONTH else Scale.YEAR)

    def day_of_story(self) -> Told | None:
        """The last day told, over months and years named since: "… on Friday. … the highest since
        March, ending the day at 39 points"."""
        return self._day

    def year_told(self) -> Told | None:
        """The last date told, if a month or day without a year may take its year from it."""
        told = self._told.get(Scale.YEAR)
        dated = self._dated
        if told and dated and told.block != self.block and _apart(told.when, dated.when):
            # A year named in passing: the story stays in the years of its months and days.
            told = dated
        # News without a date tells of many years: only one of the same paragraph is taken over.
        return told if told and (self.history or self.block == told.block) else None

    def goes_on(self, month: int, day: int | None) -> Told | None:
        """The last month or day told, if the story goes on from it over a year named in passing.

        "On 10 March 1975 … The plan was for 1976. On 11 March …": the plan's year is not its year.
        """
        told, dated = self._told.get(Scale.YEAR), self._dated
        if told is None or dated is None or told.when.month or dated.when.first is None:
            return None
        if told.when.year == dated.when.year or told.opens:
            return None
        next_ = calendar_day(dated.when.year, month, day or 28)
        days = (next_ - dated.when.first).days if next_ else -1
        return dated if 0 <= days <= _GOES_ON else None

    @property
    def day(self) -> date | None:
        """The article's date, where expressions are to be read from it."""
        return self.published.day if self.published and not self.history else None

    def day_behind(self) -> Known | None:
        """The day that stands a few words behind the expression: 16:15 UTC, June 1st."""
        one, other = self.found, self.following
        if one is None or other is None or other.first - one.stop > _BEHIND:
            return None
        day = of_day_beside(other.shape)
        return day.resolve(self) if day else None

    def day_before(self) -> Known | None:
        """The day right before the expression: on Monday at noon; 3 March 1999, about 6 p.m."""
        if self._last is None or self.found is None:
            return None
        found, known, _ = self._last
        between = range(found.stop, self.found.first)
        page = self.page
        beside = len(between) <= _BESIDE and all(
            page.has(at, "at") or page.at(at) == "," or page.at(at) in page.times.about
            for at in between
        )
        return known if beside and is_day(found.shape) else None

    def range_begins(self) -> Begin | None:
        """The day before the expression, if the two are a range: Wednesday through Friday."""
        if self._last is None or self.found is None:
            return None
        found, known, words = self._last
        between = self.page.low[found.stop : self.found.first]
        if len(between) != 1 or between[0] not in self.page.times.glue["to"]:
            return None
        day = known.value.exact if isinstance(known.value, When) else None
        return Begin(day, words, known) if day else None

    def soon(self) -> bool:
        """Whether "as early as", "as soon as" stands before the expression."""
        assert self.found is not None
        page, at = self.page, self.found.first
        return page.has(at - 1, "as") and page.has(at - 3, "as") and not page.has(at - 2, "of")

    def owns(self) -> bool:
        """Whether a genitive makes something its own: Monday's attack."""
        return self.found is not None and self.page.has(self.found.stop, "genitive")

    def tense(self) -> str:
        """ "past", "future" or "": by the nearest word of the sentence that shows it."""
        assert self.found is not None
        start, stop = self._sentence()
        left = range(self.found.first - 1, start - 1, -1)
        if self.since():
            return "past"
        shown = of_clause(self.page, left, range(self.found.stop, stop), start)
        return "future" if not shown and self._is_term() else shown

    def since(self) -> bool:
        """Whether something has gone on from then: since January, since early May."""
        assert self.found is not None
        return self.page.has(self.found.first - 1, "since")

    def _is_term(self) -> bool:
        """Whether something is to be done by then: "by June 30", "no later than Friday"."""
        assert self.found is not None
        return self.page.has(self.found.first - 1, "term")

    def _opens_sentence(self) -> bool:
        """Whether hardly a word stands before the expression: "In 1917, …" moves the story."""
        assert self.found is not None
        number = self._sentence_number()
        begin = self._sentences[number] if number >= 0 else 0
        return self.page.tokens.start[self.found.first] - begin <= _OPENING

    def _sentence_number(self) -> int:
        assert self.found is not None
        return bisect_right(self._sentences, self.page.tokens.start[self.found.first]) - 1

    def _sentence(self) -> tuple[int, int]:
        """The tokens around the expression that may show its tense."""
        assert self.found is not None
        tokens = self.page.tokens
        number = self._sentence_number()
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


def _existing(known: Known) -> Known:
    """Without a day that its month does not have: "February 30" is in February."""
    when = known.value
    if not isinstance(when, When) or when.month is None or when.day is None:
        return known
    # Years outside of Python's calendar are taken as leap years.
    year = when.year if when.year and 1 <= when.year <= 9999 else 2000
    if calendar_day(year, when.month, when.day):
        return known
    why = f"{known.why}; but there is no such day"
    return replace(known, value=replace(when, day=None), why=why)


def _apart(one: When, other: When) -> bool:
    """Whether a bare year lies years away from a month or day."""
    if one.month or one.year is None or other.year is None:
        return False
    return abs(one.year - other.year) >= _PASSING


def on(day: date) -> str:
    """A day in words for readers: 24 May 2023."""
    return f"{day.day} {day:%B} {day.year}"
