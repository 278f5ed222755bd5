"""Whether a clause tells what was or what will be, by the words around an expression.

The nearest word that shows it decides. A participle ("held", "finalized") shows nothing by itself:
the auxiliary before it does.
"""

from explainer.reading.timexes.page import Page

#: The shortest word whose ending may tell: "ended".
_SHORTEST = 5

#: A negation at most so many words before "until" makes of it a beginning.
_NEGATED = 5

#: So many words before an expression at most, and it opens its sentence: "In May, he announced".
_OPENING = 2

#: A verb that is of that tense only if no auxiliary says otherwise, and one only beside its date.
_WEAK, _NEAR, _AUXILIARY = "weak ", "near ", "auxiliary "

#: A verb that says what is possible or due: of the future, but for "could have".
_MODAL = "modal"

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
        kind = _kind(page, at)
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
        kind = _kind(page, at)
        if kind == "stop":
            break
        # "In May, he announced that it would close", but not "In May, he said, it will close".
        near = kind.startswith(_NEAR) and not (opens and page.at(at + 1) != ",")
        if kind not in _UNSURE and not near:
            return _verb(page, at, kind, opening)
    return ""


def is_past(page: Page, at: int) -> bool:
    """Whether a form of the past stands there: fled, were, attended."""
    return page.at(at) != "" and _kind(page, at).endswith("past")


def of_verb_beside(page: Page, left: range, opening: int) -> str:
    """The tense of a verb right before the expression: "opened on 1 June" is past; else "".

    Such a verb says more than one further off, "subpoenaed him to speak on 1 June".
    """
    for at in left:
        kind = _kind(page, at)
        if kind not in (*_UNSURE, "stop"):
            return _verb(page, at, kind, opening)
        if not _between(page, at):
            break
    return ""


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
        before = _kind(page, at)
        if before.startswith((_WEAK, _AUXILIARY)):
            shown = kind = before
        elif not page.has(at, "not"):
            break
    return shown.rpartition(" ")[2]


def _kind(page: Page, at: int) -> str:
    word, written = page.low[at], page.tokens.text[at]
    tense = page.times.tense
    kind = tense.get(word)
    if kind is None and len(word) >= _SHORTEST and written.islower():
        return tense.get("-" + word[-2:], "")
    if kind == _MODAL:
        # "Could burst on Friday" lies ahead, "could have burst" behind; "May" is a month.
        return f"{_AUXILIARY}{_of_modal(page, at)}" if written.islower() else ""
    return "" if kind in (None, "none") else kind


def _of_modal(page: Page, at: int) -> str:
    denied = page.has(at + 1, "not")
    if denied and page.has(at, "could"):
        return "past"
    return "past" if page.has(at + 1 + denied, "have") else "future"
