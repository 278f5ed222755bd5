"""What two articles' words are compared by: not by white space, capitals or the shape of their marks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from explainer.dossier.identifiers import normalised
from explainer.dossier.sources import Source
from explainer.lexicons.words import THAT
from explainer.reading.model import Timex
from explainer.text.spans import Span

_NUMBER = re.compile(r"(?P<before>[^0-9]*)(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<after>[^0-9]*)")
_MARKS = "\"'`.,;:!?()"


def compared(source: Source, spans: Sequence[Span]) -> tuple[str, ...]:
    """An article's words without quotation marks, a "that" before them, and what ends a sentence."""
    words = _split(" ".join(span.of(source.article.text) for span in spans))
    return words[1:] if has(THAT, source, words[:1]) else words


def _split(text: str) -> tuple[str, ...]:
    pieces = normalised(text).casefold().split()
    return tuple(word for piece in pieces if (word := piece.strip(_MARKS)))


def has(class_: int, source: Source, words: Iterable[str]) -> bool:
    """Whether any of the words is of a class."""
    lexicon = source.lexicon
    return lexicon is not None and any(lexicon.words.get(word, 0) & class_ for word in words)


def times(source: Source, spans: Sequence[Span]) -> tuple[str, ...]:
    """What the times in the words mean: "last year" is another one in another article."""
    timexes = source.reading.timexes
    return tuple(t.value for t in timexes if any(span.contains(t.span) for span in spans))


@dataclass(frozen=True, slots=True)
class Frame:
    """Words with their facts taken out.

    Args:
        words: those that stay, with a sign for each fact.
        numbers: the numbers, as numbers.
        dates: the times that stand whole in the text, but for a year; others stay in ``words``.
        other_times: what these others mean.
    """

    words: tuple[str, ...]
    numbers: tuple[float, ...]
    dates: tuple[str, ...]
    other_times: tuple[str, ...]


def frame(source: Source, spans: Sequence[Span]) -> Frame:
    """The frame of an article's words."""
    inside = [t for t in source.reading.timexes if any(span.contains(t.span) for span in spans)]
    stated = [timex for timex in inside if _is_date(source, timex)]
    others = tuple(timex.value for timex in inside if timex not in stated)
    words = compared(source, list(_without(spans, [timex.span for timex in stated])))
    taken = [_taken_out(source, word) for word in words]
    return Frame(
        tuple(rest for rest, _ in taken),
        tuple(number for _, number in taken if number is not None),
        tuple(timex.value for timex in stated),
        others,
    )


def _is_date(source: Source, timex: Timex) -> bool:
    """ "5 March 2024" and "5 March", the day of which is known; "Monday" depends on the article."""
    if timex.basis == "stated":
        return True
    words = _split(timex.span.of(source.article.text))
    months = source.lexicon.times.months if source.lexicon else {}
    numbered = any(_NUMBER.fullmatch(word) for word in words)
    return bool(timex.edtf) and numbered and any(word in months for word in words)


def _without(spans: Iterable[Span], holes: Iterable[Span]) -> Iterator[Span]:
    """What is left of spans; the holes are in order and cross no border."""
    for span in spans:
        start = span.start
        for hole in holes:
            if span.contains(hole) and hole.start >= start:
                yield Span(start, hole.start)
                start = hole.end
        yield Span(start, span.end)


def _taken_out(source: Source, word: str) -> tuple[str, float | None]:
    """A word with a sign for its number, and the number: "$5.9" is "$#" and 5.9."""
    if found := _NUMBER.fullmatch(word):
        return f"{found['before']}#{found['after']}", float(found["number"].replace(",", ""))
    number = source.lexicon.times.numbers.get(word) if source.lexicon else None
    return (word, None) if number is None else ("#", number)
