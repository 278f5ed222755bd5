"""Sentences with marks."""

import random
from html.parser import HTMLParser

import pytest

from explainer.pages.marks import Mark, marked
from explainer.text.spans import Span

TEXT = "The <authorities> in Kiev say that it was Russia"


def at(words: str) -> Span:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


CASES = {
    "no mark": ([], "The &lt;authorities&gt; in Kiev say that it was Russia"),
    "one in another": (
        [Mark(at("in Kiev"), "actor"), Mark(at("The <authorities> in Kiev"), "source")],
        '<span class="x-source">The &lt;authorities&gt; <span class="x-actor">in Kiev</span></span>'
        " say that it was Russia",
    ),
    "crossing": (
        [Mark(at("Kiev say"), "cue", "b"), Mark(at("say that it"), "content", "mark")],
        'The &lt;authorities&gt; in <b class="x-cue">Kiev <mark class="x-content">say</mark></b>'
        '<mark class="x-content"> that it</mark> was Russia',
    ),
    "the same span twice": (
        [Mark(at("Kiev"), "actor"), Mark(at("Kiev"), "actor")],
        'The &lt;authorities&gt; in <span class="x-actor">Kiev</span> say that it was Russia',
    ),
    "a link in a link": (
        [Mark(at("in Kiev"), "actor", "a"), Mark(at("Kiev"), "actor", "a")],
        'The &lt;authorities&gt; <a class="x-actor">in <span class="x-actor">Kiev</span></a>'
        " say that it was Russia",
    ),
    "beyond the sentence": (
        [Mark(Span(-5, 3), "source"), Mark(Span(len(TEXT) - 6, 999), "content", "mark")],
        '<span class="x-source">The</span> &lt;authorities&gt; in Kiev say that it was '
        '<mark class="x-content">Russia</mark>',
    ),
}


@pytest.mark.parametrize(("marks", "expected"), CASES.values(), ids=CASES)
def test_marks_stand_where_their_words_are(marks: list[Mark], expected: str) -> None:
    """Each mark surrounds its own words, and text is escaped."""
    assert marked(TEXT, Span(0, len(TEXT)), marks) == expected


class _Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert not (tag == "a" and "a" in self.stack), "a link in a link"
        self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("seed", range(200))
def test_whatever_overlaps_stays_valid(seed: int) -> None:
    """Any set of spans gives elements that nest, and loses no character."""
    rng = random.Random(seed)
    marks = []
    for _ in range(rng.randint(1, 12)):
        start, end = sorted(rng.sample(range(-2, len(TEXT) + 3), 2))
        element = rng.choice(["a", "b", "mark", "span"])
        marks.append(Mark(Span(start, end), rng.choice("xyz"), element))
    parser = _Nesting()
    parser.feed(str(marked(TEXT, Span(0, len(TEXT)), marks)))
    parser.close()
    assert parser.stack == []
    assert parser.text == TEXT
