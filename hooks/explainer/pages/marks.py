"""A sentence with its marks, as HTML that is valid whatever overlaps.

Spans may lie in each other or cross. The text is cut at their borders: a mark that would cross
another one's end is closed there and opened again, so elements always nest.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import escape

from explainer.pages.safe import Fragment, visible
from explainer.text.spans import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be marked.

    Args:
        span: its place in the article; what lies outside the sentence is cut off.
        kind: its class in HTML: source, cue, content, actor, time.
        element: the name of the HTML element.
        attributes: further attributes, escaped, with a space before them.
    """

    span: Span
    kind: str
    element: str = "span"
    attributes: str = ""

    @property
    def start_tag(self) -> str:
        """The opening tag."""
        return f'<{self.element} class="x-{self.kind}"{self.attributes}>'

    @property
    def end_tag(self) -> str:
        """The closing tag."""
        return f"</{self.element}>"


def marked(text: str, sentence: Span, marks: Iterable[Mark]) -> Fragment:
    """The sentence's words, escaped, with the marks round them.

    A link inside a link would be invalid: the outer one stays, the inner one loses its address.
    """
    todo = sorted(_within(marks, sentence), key=lambda m: (m.span.start, -m.span.end))
    out: list[str] = []
    stack: list[Mark] = []
    at, number = sentence.start, 0
    while at < sentence.end or stack:
        _close(out, stack, at)
        while number < len(todo) and todo[number].span.start == at:
            _open(out, stack, todo[number])
            number += 1
        ends = [m.span.end for m in stack]
        if number < len(todo):
            ends.append(todo[number].span.start)
        stop = min(ends, default=sentence.end)
        out.append(str(escape(visible(text[at:stop]))))
        if at == stop:
            break
        at = stop
    _close(out, stack, at)
    return Fragment("".join(out))


def _within(marks: Iterable[Mark], sentence: Span) -> Iterable[Mark]:
    seen = set()
    for mark in marks:
        start, end = max(mark.span.start, sentence.start), min(mark.span.end, sentence.end)
        if start < end:
            cut = Mark(Span(start, end), mark.kind, mark.element, mark.attributes)
            if cut not in seen:
                seen.add(cut)
                yield cut


def _open(out: list[str], stack: list[Mark], mark: Mark) -> None:
    if mark.element == "a" and any(m.element == "a" for m in stack):
        mark = Mark(mark.span, mark.kind)
    stack.append(mark)
    out.append(mark.start_tag)


def _close(out: list[str], stack: list[Mark], at: int) -> None:
    """Closes what ends here; what lies above it is closed too and opened again."""
    lowest = next((n for n, mark in enumerate(stack) if mark.span.end <= at), None)
    if lowest is None:
        return
    above = stack[lowest:]
    del stack[lowest:]
    out.extend(mark.end_tag for mark in reversed(above))
    for mark in above:
        if mark.span.end > at:
            _open(out, stack, mark)
