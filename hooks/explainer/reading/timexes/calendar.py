"""What a date with a month says, and the year that it means where it names none."""

from dataclasses import dataclass, replace
from datetime import date

from explainer.lexicons.times import Scale
from explainer.reading.timexes.context import Begin, Context, on
from explainer.reading.timexes.found import Known, Shape
from explainer.reading.timexes.values import When, calendar_day, of_day

#: So many times nearer, and a month or day lies on that side of the article's date without a sign.
_FAR = 4

#: A story that goes from a month to one so many months earlier in the year has come to the next year.
_TURN = 8

_TENSES = ("past", "future")

#: Before this year some states still counted by a calendar with other weekdays.
_ONE_CALENDAR = 1924

#: So many days back, a day of the year before has its year with it.
_LONG = 180

#: Days within which nobody means the month or day of another year, whatever the tense says.
_SOON = 45


@dataclass(frozen=True, slots=True)
class Calendar:
    """A month, with or without a day and a year; 1 (Monday) to 7 where a weekday is told with it."""

    month: int
    day: int | None = None
    year: int | None = None
    weekday: int | None = None

    @property
    def names_day(self) -> bool:
        return self.day is not None

    def in_year(self, year: int | None) -> When:
        scale = Scale.MONTH if self.day is None else Scale.DAY
        return When(scale, year, self.month, self.day)

    def lies_near(self, day: date, days: int) -> bool:
        """Whether it lies within so many days of another one, in whichever year."""
        years = (day.year - 1, day.year, day.year + 1)
        return any(abs(self._distance(year, day)) <= days for year in years)

    def resolve(self, context: Context) -> Known:
        known = self._dated(context)
        day = known.value.exact if isinstance(known.value, When) else None
        if day is None or self._is_weekday(day):
            return known
        if context.day and self.year is None and (other := self._other(day, context.day)):
            why = f"is read as in {other.year}, in which it is a {other:%A}"
            return Known(of_day(other), "inferred", why, published=True, shown=True)
        told = date(2024, 1, self.weekday or 1)
        odd = f"is a {day:%A}, and not a {told:%A}"
        return replace(known, why=f"{known.why}; it {odd}", odd=odd)

    def _is_weekday(self, day: date) -> bool:
        return self.weekday is None or day.isoweekday() == self.weekday or day.year < _ONE_CALENDAR

    def _other(self, day: date, published: date) -> date | None:
        """The same day on the other side of the article's date, if only there the weekday is right."""
        if abs((day - published).days) <= _SOON:
            return None
        year = day.year + (1 if day < published else -1)
        other = calendar_day(year, day.month, day.day)
        return other if other and self._is_weekday(other) else None

    def _dated(self, context: Context) -> Known:
        if self.year is not None:
            return Known(self.in_year(self.year), "stated", "stands in the text with its year")
        begin = context.range_begins()
        # In a text of history the range may as well end in the year that is told of.
        sure = begin and (context.day or begin.known.basis == "stated")
        if begin and sure and (known := self._up_to(begin)):
            return known
        if context.day:
            return self._by_publication(context, context.day)
        return self._by_text(context)

    def _up_to(self, begin: Begin) -> Known | None:
        """The end of "December 2019 to January": the first such month or day from there on."""
        year, month = begin.when.year, begin.when.month or self.month
        if year is None or year < 0:
            return None
        if month == self.month and (begin.when.day or 0) > (self.day or 31):
            return None
        year += self.month < month
        why = f"is read as in {year}, the first one after the date before it, “{begin.words}”"
        return replace(begin.known, value=self.in_year(year), basis="inferred", why=why)

    def _by_publication(self, context: Context, published: date) -> Known:
        tense = context.tense()
        beside = context.stated_beside(self.month, self.day)
        if beside and self._goes_on(beside[0].when, tense, published):
            told, year = beside
            return told.known(
                self.in_year(year), f"is read as in {year}, going on from the date told before it"
            )
        sure = "past" if context.since() else context.verb_beside()
        if not tense and not sure and (again := self._again(context, published)):
            return again
        year = self._year_near(published, tense, sure)
        ahead = self._distance(year, published) > 0
        # A far verb that points the other way has been overruled by what is near.
        said = f"; its sentence is about the {tense}" if tense == _TENSES[ahead] else ""
        why = f"is read as in {year}, by the article’s date, {on(published)}{said}"
        shown = bool(said or sure)
        return Known(self.in_year(year), "inferred", why, published=True, shown=shown)

    def _goes_on(self, when: When, tense: str, published: date) -> bool:
        """Whether the story may go on from a date: not into what is past from what is to come."""
        begin = when.first
        ahead = begin is not None and begin > published
        return tense != "future" and not (ahead and tense == "past")

    def _again(self, context: Context, published: date) -> Known | None:
        """The same month or day as one that the text told before, and showed which year it is of."""
        scale = Scale.MONTH if self.day is None else Scale.DAY
        told = context.story.shown(scale, self.month, self.day)
        year = told.when.year if told else None
        if told is None or year is None or abs(year - published.year) > 1:
            return None
        return told.known(self.in_year(year), f"is read as in {year}, like the one told before it")

    def _year_near(self, published: date, tense: str, sure: str) -> int:
        """The year before or after the article's date: by tense, else whichever is nearer.

        Args:
            published: the article's date.
            tense: that of the clause, which a date close by on the other side overrules.
            sure: that of the verb right beside, which nothing overrules.
        """
        years = (published.year - 1, published.year, published.year + 1)
        distances = {y: self._distance(y, published) for y in years}
        past = max((y for y in years if distances[y] <= 0), default=published.year)
        future = min((y for y in years if distances[y] >= 0), default=published.year)
        if past == future or sure:
            return past if past == future or sure == "past" else future
        behind, ahead = -distances[past], distances[future]
        if tense == "future":
            return past if behind * _FAR < ahead and behind < _SOON else future
        near = ahead * _FAR < behind and (tense != "past" or ahead < _SOON)
        # A day of the year before, long ago, would be told with its year.
        this_year = (
            self.day is not None and past < published.year and not tense and ahead < behind > _LONG
        )
        return future if near or this_year else past

    def _distance(self, year: int, published: date) -> int:
        if self.day is None:
            months = (year - published.year) * 12 + self.month - published.month
            return months * 30
        day = calendar_day(year, self.month, self.day) or calendar_day(year, self.month, 28)
        return (day - published).days if day else 0

    def _by_text(self, context: Context) -> Known:
        told = context.year_told()
        if told and (dated := context.story.goes_on(self.month, self.day)):
            told = dated
        if told is None or told.when.year is None:
            why = "has no year in the text, and no date of publication is known to read it from"
            return Known(self.in_year(None), "open", why)
        year = told.when.year
        near = context.block - told.block <= 1
        if near and told.when.month and year > 0 and told.when.month - self.month >= _TURN:
            year += 1
        why = f"is read as in {abs(year)}, by the date told before it"
        return told.known(self.in_year(year), why)


@dataclass(frozen=True, slots=True)
class Rough:
    """A date of which only the beginning, middle or end is meant."""

    inner: Shape

    def resolve(self, context: Context) -> Known:
        known = self.inner.resolve(context)
        if isinstance(known.value, When):
            return replace(known, value=replace(known.value, rough=True))
        return known
