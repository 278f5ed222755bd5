"""The dates that a text has told so far, and from which of them a month or a day goes on."""

from dataclasses import dataclass
from datetime import date

from explainer.lexicons.times import Scale
from explainer.reading.timexes.found import Known
from explainer.reading.timexes.values import Value, When, calendar_day

#: A bare year so many years away from the story's months and days is named in passing.
_PASSING = 3

#: A story's next day or month lies at most so many days on.
_GOES_ON = 45

#: Within a sentence a story goes on over months from a date at most so many years old.
_RECENT = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text told, and where.

    Args:
        when: the date.
        words: the text's words for it.
        block, sentence: the numbers of the block and the sentence in which it stands.
        opens: whether hardly a word of its sentence stands before it.
        published: whether it rests on the article's date, as all does that is counted from it.
        day_stated: whether the text says of which day it is.
        birth: whether somebody was born then: the story does not go on from there.
    """

    when: When
    words: str
    block: int
    sentence: int
    opens: bool
    published: bool
    day_stated: bool
    birth: bool = False

    def known(self, value: Value, why: str, *, tells: bool = True) -> Known:
        """A value that was worked out from this date.

        Args:
            value: the value.
            why: how, a clause that ends before the words of this date.
            tells: False where the story does not go on from the value.
        """
        why = f"{why}, “{self.words}”"
        return Known(value, "inferred", why, self.published, self.day_stated, tells)

    @property
    def leads(self) -> bool:
        """Whether it is not named in passing: it has a month, or opens its sentence."""
        return self.when.month is not None or self.opens


class Story:
    """What a text has told of when, up to the place where it is read.

    Args:
        written: the article's date, where expressions are read from it.

    ``day`` is the last day told, over months and years named since.
    """

    def __init__(self, written: date | None) -> None:
        self.day: Told | None = None
        self._written = written
        self._told: dict[Scale, Told] = {}
        self._dated: Told | None = None
        self._opening_year: Told | None = None
        self._shown: dict[tuple[Scale, int | None], Told] = {}

    def add(self, told: Told) -> None:
        """The story goes on to a date, which hides what was told before it."""
        when = told.when
        if when.month and when.scale in (Scale.DAY, Scale.MONTH) and not told.birth:
            self._dated = told
        if when.scale is Scale.YEAR and told.opens and not told.published:
            self._opening_year = told
        self._told = {Scale.YEAR: told}
        if when.scale is Scale.QUARTER and when.number:
            self._told[Scale.QUARTER] = told
        if when.month and when.scale <= Scale.MONTH:
            self._told[Scale.MONTH] = told
            if when.scale is Scale.DAY and when.day:
                self._told[Scale.DAY] = self.day = told

    def show(self, told: Told) -> None:
        """A month whose year the text has shown: where it comes again, it is the same one."""
        self._shown[told.when.scale, told.when.month] = told

    def shown(self, scale: Scale, month: int, day: int | None) -> Told | None:
        """The same month or day, told before with a sign of which year it is."""
        told = self._shown.get((scale, month))
        return told if told and told.when.day == day else None

    def forget_day(self) -> None:
        """What follows an open day cannot be counted from the day before it."""
        self._told.pop(Scale.DAY, None)

    def again(self, when: When) -> bool:
        """Whether the text told this year right before, and goes on in it: not in passing."""
        last = self._told.get(Scale.YEAR)
        if last is None:
            return False
        same = when.year == last.when.year and last.opens
        return same or (when == last.when and when.scale is Scale.YEAR)

    def told(self, scale: Scale) -> Told | None:
        """The last date told that is at least as precise as that."""
        if scale is Scale.DAY:
            return self._told.get(Scale.DAY)
        if scale is Scale.QUARTER:
            return self._told.get(Scale.QUARTER) or self._told.get(Scale.MONTH)
        return self._told.get(Scale.MONTH if scale <= Scale.MONTH else Scale.YEAR)

    def year(self, block: int, *, history: bool) -> Told | None:
        """The last date told, if a month or day of a block may take its year from it."""
        told, dated = self._told.get(Scale.YEAR), self._dated
        if told and dated and told.block != block and _apart(told.when, dated.when):
            # A year named in passing: the story stays in the years of its months and days.
            told = dated
        if told is None or history:
            return told
        # News names many years in passing: one is gone on from only in its own paragraph.
        told = told if told.leads else dated
        return told if told and told.leads and told.block == block else None

    def beside(
        self, block: int, sentence: int, month: int, day: int | None
    ) -> tuple[Told, int] | None:
        """A date with its year, told right before, from which a month or day goes on; and its year.

        "Arrested on 3 May 2021 and freed on 4 July"; "opened on 4 February 1945. On 11 February it
        closed"; "In 2019, Christmas was wet". A month is not gone on from one of long ago: "The mill
        of July 1950 burnt in August".
        """
        opening, told = self._opening_year, self._dated
        if opening and opening.sentence == sentence and opening.when.year:
            return opening, opening.when.year
        if told is None or told.published or told.block != block:
            return None
        year = self._on_from(told.when, month, day, sentence - told.sentence)
        return (told, year) if year else None

    def _on_from(self, when: When, month: int, day: int | None, later: int) -> int | None:
        """The year of the first such month or day from a date on, so many sentences later, if near."""
        begin = calendar_day(when.year, when.month or 1, when.day or 1)
        if begin is None or when.year is None or later > 1:
            return None
        for year in (when.year, when.year + 1):
            then = calendar_day(year, month, day or (when.day or 1 if month == when.month else 1))
            if then and then >= begin:
                soon = bool(day and when.day) and (then - begin).days <= _GOES_ON
                recent = self._written is not None and self._written.year - when.year <= _RECENT
                return year if soon or (recent and not later) else None
        return None

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


def _apart(one: When, other: When) -> bool:
    """Whether a bare year lies years away from a month or day."""
    if one.month or one.year is None or other.year is None:
        return False
    return abs(one.year - other.year) >= _PASSING
