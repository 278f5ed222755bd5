"""Whether a clause tells what was or what will be, by the words around an expression.

The nearest word that shows it decides. A participle ("held", "finalized") shows nothing by itself:
the auxiliary before it does.
"""

from explainer.lexicons.times import Times
from explainer.reading.timexes.page import Page

#: The shortest word whose ending may tell: "ended".
_SHORTEST = 5

#: A negation at most so many words before "until" makes of it a beginning.
_NEGATED = 5

#: So many words before an expression at most, and it opens its sentence: "In May, he announced".
_OPENING = 2

#: A verb that is of that tense only if no auxiliary says otherwise, and one only beside its date.
_WEAK, _NEAR, _AUXILIARY = "weak ", "near ", "auxiliary "

_UNSURE = ("", "ahead")


def of_clause(page: Page, left: range, right: range, opening: int) -> str:
    """ "past", "future" or "".

    Args:
        page: the tokens.
        left: those before the expression, the nearest first, no further than its sentence.
        right: those behind it.
        opening: the first token of its sentence.
    """
    beside = True
    for at in left:
        kind = _kind(page.times, page.low[at], page.tokens.text[at])
        if kind == "stop":
            break
        # "closed until Friday" looks ahead; "Until Friday, it was closed" does not.
        if kind == "ahead" and at > opening + 1 and not _denied(page, at, opening):
            return "future"
        if kind not in _UNSURE and (beside or not kind.startswith(_NEAR)):
            return _verb(page, at, kind, opening)
        beside = beside and _between(page, at)
    opens = len(left) <= _OPENING
    for at in right:
        kind = _kind(page.times, page.low[at], page.tokens.text[at])
        if kind == "stop":
            break
        # "In May, he announced that it would close", but not "In May, he said, it will close".
        near = kind.startswith(_NEAR) and not (opens and page.at(at + 1) != ",")
        if kind not in _UNSURE and not near:
            return _verb(page, at, kind, opening)
    return ""


def is_past(page: Page, at: int) -> bool:
    """Whether a form of the past stands there: fled, were, attended."""
    return _kind(page.times, page.at(at), page.text(at)).endswith("past")


def _denied(page: Page, at: int, opening: int) -> bool:
    """Whether a negation stands soon before a word: it did not open until Friday."""
    return any(page.has(before, "not") for before in range(max(opening, at - _NEGATED), at))


def _between(page: Page, at: int) -> bool:
    """Whether a verb and a date still stand beside each other over this word: on, in, late."""
    word = page.low[at]
    glue, times = page.times.glue, page.times
    return word in glue["on"] or word in glue["in"] or word in times.phases or word in times.about


def _verb(page: Page, at: int, kind: str, opening: int) -> str:
    """The tense of a verb: of its first auxiliary, where it has any."""
    shown = kind
    while kind.startswith((_WEAK, _NEAR)) and at > opening:
        at -= 1
        before = _kind(page.times, page.low[at], page.tokens.text[at])
        if before.startswith((_WEAK, _AUXILIARY)):
            shown = kind = before
        elif not page.has(at, "not"):
            break
    return shown.rpartition(" ")[2]


def _kind(times: Times, word: str, written: str) -> str:
    kind = times.tense.get(word)
    if kind is None and len(word) >= _SHORTEST and written.islower():
        return times.tense.get("-" + word[-2:], "")
    return "" if kind in (None, "none") else kind
