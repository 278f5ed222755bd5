"""Words that point from the article's date: today, yesterday, tomorrow, tonight."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from explainer.lexicons.times import DayWord, Scale
from explainer.reading.timexes.context import Context
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.vague import Ref
from explainer.reading.timexes.values import Vague, When, of_day

_REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


@dataclass(frozen=True, slots=True)
class Deictic:
    """Days from the article's date, and a part of that day or ""."""

    by: int
    part: str = ""
    names_day: ClassVar[bool] = True

    def resolve(self, context: Context) -> Known:
        time = f"T{self.part}" if self.part else ""
        writing = context.writing
        if writing is None and context.history:
            value = When(Scale.DAY, time=time) if time else Vague(_REFS[self.by])
            return Known(value, "open", "is said of no day in particular here")
        if writing is None:
            why = "counts from the day of writing, and no date of publication is known"
            return Known(When(Scale.DAY, time=time), "open", why)
        try:
            day = writing.day + timedelta(days=self.by)
        except OverflowError:
            return Known(When(Scale.DAY, time=time), "open", "lies outside of the calendar")
        counted = {0: "is the day of", -1: "is the day before", 1: "is the day after"}[self.by]
        why = f"{counted} {writing.words}"
        return Known(of_day(day, time), "inferred", why, writing.published)


def find(page: Page, at: int) -> Iterator[Found]:
    """Today, yesterday, tomorrow, tonight; not Lopez Tonight. "Today's youth" is of these years."""
    if page.in_name(at):
        return
    word = page.times.days[page.low[at]]
    if word == DayWord(0) and page.has(at + 1, "genitive") and page.has(at + 2, "of-these-days"):
        yield Found(at, at + 1, Ref("PRESENT_REF"))
        return
    yield Found(at, at + 1, Deictic(word.by, word.part))
