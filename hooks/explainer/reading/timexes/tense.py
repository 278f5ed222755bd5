"""Whether a clause tells what was or what will be, by the words around an expression.

The nearest word that shows it decides; where none does, what is to be done ("to win in May") and what
may be ("if he wins in May") lie ahead.
"""

from explainer.reading.timexes.page import Page
from explainer.reading.timexes.signs import (
    AHEAD,
    AUXILIARY,
    BESIDE,
    FAINT,
    FAR,
    NEAR,
    PRESENT,
    STOP,
    UNSURE,
    WEAK,
    is_achieved,
    sign,
    verb,
)

#: How far before an expression a verb shows its tense, in tokens.
_REACH = 14

#: A negation at most so many words before "until" makes of it a beginning.
_NEGATED = 5

#: So many words before an expression at most, and it opens its sentence: "In May, he announced".
_OPENING = 2

#: What stands behind "to" and is no verb.
_NO_VERBS = ("the", "a", "possessive", "preposition")

#: Behind a sign of the sentence, a quotation ends or begins here, and with it what it tells.
_QUOTES, _BEFORE_QUOTES = frozenset("\"“”'’"), frozenset(",.?!:…")


def of_clause(page: Page, left: range, right: range, opening: int) -> str:
    """ "past", "future", "present" or "".

    What stands in the present tense beside a time lies ahead of it, or is said of every such time: "is
    held on Friday".

    Args:
        page: the tokens.
        left: those before the expression, the nearest first, no further than its sentence. The far
            ones show nothing by themselves; they only tell whether a guess can stand.
        right: those behind it.
        opening: the first token before it.
    """
    opens = len(left) <= _OPENING
    placed = bool(left) and _between(page, left.start)
    if _opens_clause(page, left) and (shown := _of_right(page, right, opening, True, placed)):
        return shown
    shown, hint = _of_left(page, left, opening)
    if hint == "past":
        # "Told people on Friday the mill will close", but not "said the mill on Friday will close".
        shown, hint = "past" if page.has(right.start, "subject") else shown, ""
    return shown or _of_right(page, right, opening, opens, opens and placed) or hint


def of_verb_beside(page: Page, left: range, opening: int) -> str:
    """The tense of a verb right before the expression: "opened on 1 June" is past; else "".

    Such a verb says more than one further off, "subpoenaed him to speak on 1 June".
    """
    for at in left:
        kind = sign(page, at)
        if kind not in (*UNSURE, STOP):
            shown = (
                "" if kind.startswith((FAR, FAINT)) else verb(page, at, kind, opening, beside=True)
            )
            return "" if shown == PRESENT else shown
        if not _between(page, at):
            break
    return ""


def is_owed(page: Page, left: range) -> bool:
    """Whether something was to be done by then: "promised to pay by Friday", "told him to leave"."""
    aim = next((at for at in left if _is_aim(page, at) or sign(page, at) == STOP), left.stop)
    asked = page.has(aim - 1, "owed") or (
        page.has(aim - 2, "owed") and page.text(aim - 1).islower()
    )
    return _is_aim(page, aim) and asked


def _of_left(page: Page, left: range, opening: int) -> tuple[str, str]:
    """What the words before an expression show, and what they let guess where nothing shows it."""
    beside, hint = True, ""
    ahead = not page.has(left.start, "looks-back")
    for at in left:
        far = left.start - at >= _REACH
        kind = sign(page, at)
        if (kind == STOP and not _points(page, at, left.start)) or _quotes(page, at):
            # "Who declared victory on Friday", but not "said the vote on Friday will be close".
            return "past" if hint == "past" else "", hint
        if kind.startswith(FAINT):
            return "", "future"
        if page.has(at, "since"):
            # "Will be the first since the flood of May".
            return "past", ""
        # "closed until Friday" looks ahead; "Until Friday, it was closed" does not.
        if kind == AHEAD and at > opening + 1 and not _denied(page, at, opening):
            return "past" if _went_on(page, at - 1, opening) else "future", ""
        if kind == PRESENT and ahead and (beside or hint == "future"):
            return PRESENT if beside else "future", ""
        if _shows(kind, beside):
            shown = verb(page, at, kind, opening, beside=beside and ahead)
            return ("", hint if shown == hint else "") if far else (shown, "")
        if hint == "future" and _joins_clauses(page, at):
            return "", hint
        # Behind a comma another clause may stand: "to leave, Friday's vote was lost".
        ahead = ahead and page.at(at) != ","
        hint = _hint(page, at, kind, hint) if ahead else hint
        beside = beside and _between(page, at)
    return "", hint


def _shows(kind: str, beside: bool) -> bool:
    """Whether a word shows the tense where it stands: right beside the expression, or further off."""
    return kind not in (*UNSURE, STOP) and not kind.startswith(FAR if beside else (NEAR, BESIDE))


def _hint(page: Page, at: int, kind: str, hint: str) -> str:
    """What a word lets guess, where no other shows it: "if he wins in May", "to win in May"."""
    said = kind.rpartition(" ")[2]
    if kind.startswith(BESIDE):
        return hint
    if hint and said == "past":
        # "Asked for money to build it in May" may be either.
        return ""
    return hint or ("future" if _is_aim(page, at) else "" if kind in (*UNSURE, STOP) else said)


def _of_right(page: Page, right: range, opening: int, opens: bool, placed: bool) -> str:
    """What the words behind an expression show.

    Args:
        page, right, opening: as for `of_clause`.
        opens: whether the expression opens its sentence or clause.
        placed: whether it opens it as a time: "On Monday, that is over", not "Monday is over".
    """
    for at in right:
        kind = sign(page, at)
        # "On Monday, that changes".
        pronoun = page.has(at, "that") and page.at(at - 1) == "," and at == right.start + 1
        if (kind == STOP and not pronoun) or (not opens and _joins_clauses(page, at)):
            break
        if kind == PRESENT and placed:
            return PRESENT
        # "In May, he announced that it would close", but not "In May, he said, it will close".
        near = kind.startswith((NEAR, BESIDE)) and not (opens and page.at(at + 1) != ",")
        faint = kind.startswith(FAINT) and opens
        if kind not in (*UNSURE, STOP) and not near and not faint:
            return verb(page, at, kind, opening)
    return ""


def _opens_clause(page: Page, left: range) -> bool:
    """Whether an expression opens the second of two clauses: "he was jailed, and in June he will"."""
    at = next((at for at in left if not (_between(page, at) or page.has(at, "the"))), None)
    return at is not None and _joins_clauses(page, at)


def _joins_clauses(page: Page, at: int) -> bool:
    return page.at(at) == ";" or (page.has(at, "joins-clauses") and page.at(at - 1) == ",")


def _quotes(page: Page, at: int) -> bool:
    """Whether the words of somebody else begin or end there, which tell in a tense of their own."""
    return page.low[at] in _QUOTES and page.at(at - 1) in _BEFORE_QUOTES


def _points(page: Page, at: int, last: int) -> bool:
    """Whether "that" points to a noun, and opens no clause: "will reach that number on Friday"."""
    between = range(at + 1, last + 1)
    nouns = sum(not _between(page, word) and not page.has(word, "the") for word in between)
    return page.has(at, "that") and nouns == 1


def _is_aim(page: Page, at: int) -> bool:
    """Whether something is to be done: "to win on Friday"."""
    if not page.has(at, "aim"):
        return False
    word = page.at(at + 1)
    known = word in page.times.numbers or any(page.has(at + 1, role) for role in _NO_VERBS)
    plain = word.isalpha() and page.text(at + 1).islower() and not page.plural(at + 1)
    return plain and not known and not is_achieved(page, at)


def _denied(page: Page, at: int, opening: int) -> bool:
    """Whether a negation stands soon before a word: it did not open until Friday."""
    return any(page.has(before, "not") for before in range(max(opening, at - _NEGATED), at))


def _went_on(page: Page, at: int, opening: int) -> bool:
    """Whether a verb before "until" tells of what has ended: lasted from Monday until Friday.

    What is "closed until Friday", or "was extended until Friday", need not have.
    """
    while at > opening and _in_stretch(page, at):
        at -= 1
    helped = sign(page, at - 1).startswith((AUXILIARY, WEAK))
    return sign(page, at) == f"{WEAK}past" and not helped and not page.has(at, "defers")


def _in_stretch(page: Page, at: int) -> bool:
    """Whether the beginning of a stretch may stand there: from 2 p.m., from Monday evening."""
    clock = page.at(at)[:1].isdigit() or page.at(at) in page.times.clock
    return clock or page.of_time(at) or page.has(at, "from")


def _between(page: Page, at: int) -> bool:
    """Whether a verb and a date still stand beside each other over this word: on, in, for, late."""
    word = page.low[at]
    glue, times = page.times.glue, page.times
    if word in glue["sets-to"]:
        return True
    return word in glue["on"] or word in glue["in"] or word in times.phases or word in times.about
