"""What a word shows of when its clause was or will be, by the kinds of tense.txt.

A participle ("held", "finalized") shows nothing by itself: the auxiliary before it does.
"""

from explainer.reading.timexes.page import Page

#: The shortest word whose ending may tell: "ended".
_SHORTEST = 5

#: A verb that is of that tense only if no auxiliary says otherwise, and one only beside its date.
WEAK, NEAR, AUXILIARY = "weak ", "near ", "auxiliary "

#: A verb that is of that tense only beside its date, and lets guess nothing further off.
BESIDE = "beside "

#: A word that looks ahead, but as a noun right before its date: "unveiled his plans in May".
FAR = "far "

#: A word that looks ahead where no verb of its clause shows anything: if.
FAINT = "faint "

#: A verb that says what is possible or due: of the future, but for "could have".
_MODAL = "modal"

#: A verb that tells of now: it shows nothing but beside its date, or before what is to be done.
PRESENT = "present"

#: What looks ahead, but for where it opens its sentence; and what ends a clause.
AHEAD, STOP = "ahead", "stop"

#: Kinds that are no tense by themselves.
UNSURE = ("", AHEAD, PRESENT)


def sign(page: Page, at: int) -> str:
    """The kind of a word, or ""; behind the last word there is none."""
    if at >= page.size:
        return ""
    word, written = page.low[at], page.tokens.text[at]
    tense = page.times.tense
    kind = tense.get(f"{word} {page.at(at + 1)}") or tense.get(word)
    if kind is None and len(word) >= _SHORTEST and written.islower():
        ending = tense.get("-" + word[-2:], "")
        return "" if ending and _qualifies(page, at) else ending
    if kind == _MODAL:
        # "Could burst on Friday" lies ahead, "could have burst" behind; "May" is a month.
        return f"{AUXILIARY}{_of_modal(page, at)}" if written.islower() else ""
    if kind is not None and kind.startswith(WEAK) and page.has(at - 1, "aim"):
        # "Seemed to be ill", "refused to hit back": the verb before "to" shows it; "to be opened" does.
        return kind if kind.endswith("future") and is_past(page, at + 1) else ""
    if kind is not None and kind.startswith((NEAR, BESIDE)) and is_achieved(page, at - 1):
        return ""
    return "" if kind in (None, "none") else kind


def is_achieved(page: Page, at: int) -> bool:
    """Whether what stands behind "to" was done, or not, when the verb before it was: managed to leave,
    was the first to arrive; not "is able to leave".
    """
    counted = any(page.at(before) in page.times.ordinals for before in (at - 1, at - 2))
    done = page.has(at - 1, "achieved") and page.times.tense.get(page.at(at - 2)) != PRESENT
    return page.has(at, "aim") and (counted or done)


def verb(page: Page, at: int, kind: str, opening: int, *, beside: bool = False) -> str:
    """The tense of a verb: of its first auxiliary, where it has any.

    Args:
        page: the tokens.
        at: the verb.
        kind: what it shows by itself.
        opening: the first token that may be its auxiliary.
        beside: whether its date stands right behind it: "is held on Friday" tells of now.
    """
    shown = kind
    while kind.startswith((WEAK, NEAR, BESIDE)) and at > opening:
        at -= 1
        before = sign(page, at)
        if before.startswith((WEAK, AUXILIARY)):
            shown = kind = before
        elif before == PRESENT and beside:
            return PRESENT
        elif not page.has(at, "not") and not page.has(at, "asked-of"):
            break
    return shown.rpartition(" ")[2]


def is_past(page: Page, at: int) -> bool:
    """Whether a form of the past stands there: fled, were, attended."""
    return page.at(at) != "" and sign(page, at).endswith("past")


def _qualifies(page: Page, at: int) -> bool:
    """Whether a participle stands before its noun, and tells no tense: a contested vote."""
    return any(page.has(at - 1, role) for role in ("the", "a", "possessive", "genitive"))


def _of_modal(page: Page, at: int) -> str:
    """The tense of "could" and the like: "could have burst" is past, "could have a meeting" is not."""
    denied = page.has(at + 1, "not")
    if denied and page.has(at, "could"):
        return "past"
    owned = sign(page, at + 1 + denied) == PRESENT
    return "past" if page.has(at + 1 + denied, "have") and not owned else "future"
