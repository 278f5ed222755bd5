"""How many: numbers in digits and words before a unit of time, read from the unit leftwards."""

import re
from typing import NamedTuple
from unicodedata import numeric

from explainer.lexicons.times import Scale
from explainer.reading.timexes.page import Page

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3}){1,3}\Z|\d{1,9}(?:\.\d{1,3})?\Z")
#: No amount, but a clock time: 0530 hours.
_PADDED = re.compile(r"0\d\d\d\Z", re.ASCII)
_FRACTION = re.compile(r"(?:(?P<whole>\d{1,3})-)?(?P<part>[1-9])/(?P<of>[1-9])\Z", re.ASCII)
_SIGN = re.compile(r"(?P<whole>\d{0,3})(?P<part>[¼½¾])\Z", re.ASCII)

#: TIMEX3 writes decades and centuries as years.
_CODES = {
    Scale.SECOND: ("T", "S", 1), Scale.MINUTE: ("T", "M", 1), Scale.HOUR: ("T", "H", 1),
    Scale.DAY: ("", "D", 1), Scale.WEEKEND: ("", "WE", 1), Scale.WEEK: ("", "W", 1),
    Scale.FORTNIGHT: ("", "W", 2), Scale.MONTH: ("", "M", 1), Scale.QUARTER: ("", "Q", 1),
    Scale.SEASON: ("", "S", 1), Scale.YEAR: ("", "Y", 1), Scale.DECADE: ("", "Y", 10),
    Scale.CENTURY: ("", "Y", 100), Scale.MILLENNIUM: ("", "Y", 1000),
}  # fmt: skip


class Amount(NamedTuple):
    """A number before a unit: its first token, and how many; None for a number left open."""

    first: int
    size: float | None
    article: bool = False


def before(page: Page, unit: int) -> Amount | None:
    """The number before a unit of time: two, 12-, several, two and a half, 5 1/2, six straight."""
    at = unit - 1
    for _ in range(2):
        if page.has(at, "between-number-and-unit") or page.has(at, "more"):
            at -= 1
    if page.has(at, "and-more") and page.at(at - 1) == "-":
        at -= 1
    if page.at(at) == "-" and page.joined(at) and page.joined(at - 1):
        at -= 1
    unit_word = page.times.units.get(page.at(unit))
    if page.at(at) == "]" and page.at(at - 2) == "[":
        # A word that an editor put in: "[Ten] years ago".
        return _inserted(page, at - 1)
    return _digits(page, at, unit_word is None or unit_word.many) or _words(page, at)


def _inserted(page: Page, at: int) -> Amount | None:
    found = _digits(page, at) or _words(page, at)
    return found._replace(first=at - 1) if found else None


def length(count: float | None, scale: Scale) -> str:
    """A length as TIMEX3 writes it: P2Y, PT30M, P2.5Y, PT5H30M, PXD."""
    time, code, times = _CODES[scale]
    if count is None:
        return f"P{time}X{code}"
    count *= times
    if scale is Scale.HOUR and count % 0.25 == 0 and count % 1:
        hours = f"{count // 1:.0f}H" if count > 1 else ""
        return f"PT{hours}{count % 1 * 60:.0f}M"
    if scale is Scale.YEAR and count in (0.25, 0.5, 0.75):
        return f"P{count * 12:.0f}M"
    shown = f"{count:.0f}" if count % 1 == 0 else f"{count:g}"
    return f"P{time}{shown}{code}"


def number(page: Page, word: str) -> tuple[bool, float | None]:
    """Whether a word is a number, and which: "twenty-five" is 25."""
    head, _, last = word.rpartition("-")
    if head and last in page.times.glue["and-more"]:
        word = head
    whole = without_half(page, word)
    found, count = _plain_number(page, whole or word)
    return found, count + 0.5 if count and whole else count


def _plain_number(page: Page, word: str) -> tuple[bool, float | None]:
    numbers = page.times.numbers
    if word in numbers:
        return True, numbers[word]
    tens, dash, ones = word.partition("-")
    if dash and (a := numbers.get(tens)) and (b := numbers.get(ones)) and a >= 20 and b < 10:
        return True, a + b
    return False, None


def without_half(page: Page, word: str) -> str:
    """What stands before "-and-a-half" in one token, or ""."""
    head, *half = word.rsplit("-", 3)
    roles = ("and", "a", "half")
    fits = len(half) == len(roles) and all(
        piece in page.times.glue[role] for piece, role in zip(half, roles, strict=True)
    )
    return head if fits else ""


def _digits(page: Page, at: int, many: bool = True) -> Amount | None:
    word = page.at(at)
    if fraction := _FRACTION.match(word) or _SIGN.match(word):
        part = fraction["part"]
        size = int(part) / int(fraction["of"]) if part.isdecimal() else numeric(part)
        whole = page.integer(at - 1)
        if fraction["whole"]:
            return Amount(at, int(fraction["whole"]) + size)
        return Amount(at - 1, whole + size) if whole is not None else Amount(at, size)
    if not _NUMBER.match(word) or _PADDED.match(word):
        return None
    if page.has(at - 1, "at") and len(word) == 4 and page.has(at + 1, "by-the-clock"):
        # At 1900 hours: by the clock.
        return None
    if page.at(at - 1) in ("$", "€", "£", "¥") or (page.year(at) and not many):
        return None
    return Amount(at, float(word.replace(",", "")))


def _words(page: Page, at: int) -> Amount | None:
    link = at - 1 - page.has(at - 1, "a")
    if page.has(at, "half") and page.has(link, "and"):
        found, count = number(page, page.at(link - 1))
        if not found:
            whole = _digits(page, link - 1)
            found, count = whole is not None, whole.size if whole else None
        return Amount(link - 1, count + 0.5 if count else None) if found else None
    if part := _part_of(page, at):
        return part
    if page.has(at, "of"):
        at -= 1
    found, count = number(page, page.at(at))
    if not found:
        return None
    first = at
    if count is None or page.has(at, "multiple"):
        return _larger(page, first, count)
    if page.has(at, "a"):
        half = page.has(at - 1, "half")
        return Amount(at - 1, 0.5) if half else Amount(at, 1, article=True)
    return Amount(first, count)


def _part_of(page: Page, article: int) -> Amount | None:
    """The quarters of "a quarter of a century", "three quarters of an hour", "a quarter century"."""
    of = page.has(article, "a") and page.has(article - 1, "of")
    at = article - 2 if of else article
    part = page.times.units.get(page.at(at))
    if part is None or part.scale is not Scale.QUARTER:
        return None
    found, count = number(page, page.at(at - 1))
    return Amount(at - 1, count / 4) if found and count and (of or count == 1) else None


def _larger(page: Page, first: int, count: float | None) -> Amount:
    """ "a few", "a couple of", "two hundred", "a hundred", "half a dozen", "several dozen"."""
    if page.has(first - 1, "a"):
        if count and page.has(first - 2, "half"):
            return Amount(first - 2, count / 2)
        return Amount(first - 1, count)
    found, factor = number(page, page.at(first - 1))
    if found and count:
        return _of_few(page, first - 1) if factor is None else Amount(first - 1, factor * count)
    return Amount(first, count)


def _of_few(page: Page, at: int) -> Amount:
    """Several hundred, a few dozen: how many, the words leave open."""
    return Amount(at - page.has(at - 1, "a"), None)
