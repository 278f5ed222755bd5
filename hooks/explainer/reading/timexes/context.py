"""What stands around an expression: the article's date, the dates told before it, the tense."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from explainer.lexicons.times import Scale
from explainer.reading.model import Published
from explainer.reading.timexes.found import Found, Known, is_day, of_day_beside
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.story import Story, Told
from explainer.reading.timexes.tense import is_owed, of_clause, of_verb_beside
from explainer.reading.timexes.values import When, calendar_day

#: How far the tense of a clause is looked for, in tokens to the left and to the right.
_LEFT, _RIGHT = 30, 8


#: So many characters before an expression at most, and it opens its sentence: "Meanwhile, in".
_OPENING = 14

#: Between a day and its clock time stand at most so many tokens: "Monday, at about noon".
_BESIDE = 3

#: A day at most so many tokens behind a clock time is its day.
_BEHIND = 8


#: Signs that end a clause.
_ENDS_CLAUSE = frozenset(".;:?!")


@dataclass(frozen=True, slots=True)
class Begin:
    """The date with which a range begins: its year and month at least, the words, how it is known."""

    when: When
    words: str
    known: Known


@dataclass(frozen=True, slots=True)
class Writing:
    """The day from which "today" counts.

    Args:
        day: the day.
        words: what it is, for readers: "the article’s date, 24 May 2023".
        published: whether it rests on the article's date.
    """

    day: date
    words: str
    published: bool = True


class Context:
    """The place at which an expression is read; it moves through the text with the expressions.

    Args:
        page: the tokens.
        published: the article's date, if known.
        history: True if the text tells of times long before its own date: its months and days
            belong to the years it tells, not to the year in which it was written.
        said: gives, for an expression in quotation marks, the one that tells when it was said.

    ``years`` are those that stand in the text: without an article's date, no other may be given.
    """

    def __init__(
        self,
        page: Page,
        published: Published | None,
        history: bool,
        said: Callable[[Found], Found | None],
    ) -> None:
        self.page = page
        self._said = said
        self.published = published
        self.history = history
        self.found: Found | None = None
        self.following: Found | None = None
        self.block = 0
        self.years: frozenset[int] | None = None
        self.story = Story(self.day)
        self._last: tuple[Found, Known, str] | None = None
        self._tense: tuple[Found, str] | None = None
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
                self.story.forget_day()
            return
        told = self._told(when, words, known)
        if when.month and (known.shown or known.basis == "stated"):
            self.story.show(told)
        if when.scale <= Scale.YEAR and not self._looks_back(when):
            self.story.add(told)

    def _told(self, when: When, words: str, known: Known) -> Told:
        assert self.found is not None
        return Told(
            when,
            words,
            self.block,
            self._sentence_number(),
            self._opens_sentence() or self.story.again(when),
            known.published,
            known.day_stated,
            birth=any(self.page.has(self.found.first - back, "born") for back in (1, 2)),
        )

    def _looks_back(self, when: When) -> bool:
        """Whether a year does not move the story: the highest since 1983; the second of 1975-1976."""
        assert self.found is not None
        since = self.page.has(self.found.first - 1, "since")
        return when.scale is Scale.YEAR and (since or self.found.cut[0] > 0)

    def allowed(self, known: Known) -> Known:
        """What was made of an expression; without a day that no calendar has, or a year from nowhere."""
        known = _existing(known)
        value = known.value
        if self.years is None or not isinstance(value, When) or value.year is None:
            return known
        if abs(value.year) in self.years or value.year in self.years or known.basis == "stated":
            return known
        why = f"{known.why}; but its year stands nowhere in the text, and stays open"
        if value.scale in (Scale.WEEK, Scale.WEEKEND):
            return Known(When(value.scale), "open", why)
        return Known(replace(value, year=None), "open", why)

    def told(self, scale: Scale) -> Told | None:
        """The last date told that is at least as precise as that."""
        return self.story.told(scale)

    def year_told(self) -> Told | None:
        """The last date told, if a month or day without a year may take its year from it.

        What is still to come in news does not.
        """
        told = self.story.year(self.block, history=self.history)
        return told if told and (self.history or self.tense() != "future") else None

    def stated_beside(self, month: int, day: int | None) -> tuple[Told, int] | None:
        """A date with its year right before the expression, which goes on from it; and its year."""
        return self.story.beside(self.block, self._sentence_number(), month, day)

    @property
    def day(self) -> date | None:
        """The article's date, where expressions are to be read from it."""
        return self.published.day if self.published and not self.history else None

    @property
    def writing(self) -> Writing | None:
        """The day from which "today" counts: in quotation marks that of the saying, or the article's."""
        return self._saying() or self.unsaid

    @property
    def unsaid(self) -> Writing | None:
        """The article's date, where expressions are to be read from it."""
        return None if self.history else self.written

    @property
    def written(self) -> Writing | None:
        """The article's date, also where expressions are not read from it."""
        day = self.published.day if self.published else None
        return Writing(day, f"the article’s date, {on(day)}") if day else None

    def _saying(self) -> Writing | None:
        """The day on which the words around the expression were said, if another than the article's."""
        one = self.found
        other = self._said(one) if one else None
        if other is None:
            return None
        self.found = other
        known = other.shape.resolve(self)
        self.found = one
        day = known.value.exact if isinstance(known.value, When) else None
        if day is None or (self.published and day >= self.published.day):
            return None
        tokens = self.page.tokens
        words = tokens.source[tokens.start[other.first] : tokens.end[other.stop - 1]]
        return Writing(day, f"the day of the saying, “{words}”, {on(day)}", known.published)

    def day_behind(self) -> Known | None:
        """The day that stands a few words behind the expression: 16:15 UTC, June 1st."""
        one, other = self.found, self.following
        if one is None or other is None:
            return None
        if self.page.links(one.stop, other.first):
            # From 2 to 4 p.m. on Friday: the day of the second is that of the first.
            day = getattr(other.shape, "clock_day", None)
        else:
            day = of_day_beside(other.shape) if self._leads_to(one.stop, other.first) else None
        return day.resolve(self) if day else None

    def _leads_to(self, first: int, stop: int) -> bool:
        """Whether nothing stands between a clock time and a day but what ties them together."""
        tokens = self.page.tokens
        near = stop <= min(first + _BEHIND, self.page.hi - 1)
        return (
            near
            and "\n" not in tokens.source[tokens.end[first - 1] : tokens.start[stop]]
            and all(map(self._ties, range(first, stop)))
        )

    def _ties(self, at: int) -> bool:
        """Whether a token may stand between a clock time and its day: 0735 GMT, local time on the."""
        word, times = self.page.at(at), self.page.times
        if not word[:1].isalpha():
            return word not in _ENDS_CLAUSE
        tied = word in times.zones or word in times.clock or self.page.has(at, "before-its-day")
        return tied or self.page.has(at + 1, "time")

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
        """The date before the expression, if the two are a range: Wednesday through Friday."""
        if self._last is None or self.found is None:
            return None
        found, known, words = self._last
        if self.found.first != found.stop + 1 or not self._ranges(found.first, found.stop):
            return None
        when = known.value
        dated = isinstance(when, When) and when.year and when.month
        return Begin(when, words, known) if dated and isinstance(when, When) else None

    def _ranges(self, first: int, at: int) -> bool:
        """Whether the word behind a date makes it the beginning of a range: to; between … and."""
        page = self.page
        pair = page.has(at, "and") and not page.has(at, "or") and page.has(first - 1, "between")
        return page.has(at, "to") or page.has(at, "range-dash") or pair

    def goes_on_after(self, day: date) -> bool:
        """Whether the sentence has told a day after that one."""
        told = self.told(Scale.DAY)
        exact = told.when.exact if told and told.sentence == self._sentence_number() else None
        return exact is not None and exact > day

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
        shown = self._shown()
        term = self._is_term() and (not shown or self._is_owed())
        return "future" if shown == "present" or term else shown

    def tells_once(self) -> bool:
        """Whether the sentence tells what was or will be, and not what is so each time."""
        return self._shown() not in ("", "present")

    def _shown(self) -> str:
        """The tense around the expression, looked for once, for each is asked for it often."""
        assert self.found is not None
        if self._tense is None or self._tense[0] is not self.found:
            self._tense = self.found, self._tense_around(self.found)
        return self._tense[1]

    def _tense_around(self, found: Found) -> str:
        if self.since():
            return "past"
        start, stop = self._sentence()
        left = range(found.first - 1, start - 1, -1)
        return of_clause(self.page, left, range(found.stop, stop), start)

    def verb_beside(self) -> str:
        """ "past", "future" or "": by a verb right before the expression."""
        assert self.found is not None
        start, _ = self._sentence()
        return of_verb_beside(self.page, range(self.found.first - 1, start - 1, -1), start)

    def since(self) -> bool:
        """Whether something has gone on from then: since January, since early May."""
        assert self.found is not None
        return self.page.has(self.found.first - 1, "since")

    def _is_term(self) -> bool:
        """Whether something is to be done by then: "by June 30", "no later than Friday"."""
        assert self.found is not None
        return self.page.has(self.found.first - 1, "term")

    def _is_owed(self) -> bool:
        assert self.found is not None
        return is_owed(self.page, range(self.found.first - 1, self._sentence()[0] - 1, -1))

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


def on(day: date) -> str:
    """A day in words for readers: 24 May 2023."""
    return f"{day.day} {day:%B} {day.year}"
