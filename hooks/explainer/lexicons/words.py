"""Word classes and word forms: what a word may be, before its neighbours decide what it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from explainer.lexicons.tables import read_table, shown
from explainer.problems import Problem, Problems

# A word's classes are bits of one integer: the reading tests several of them at once, for every
# word of an article.
DETERMINER = 1 << 0
POSSESSIVE = 1 << 1
NUMBER = 1 << 2
SUBJECT = 1 << 3
PRONOUN = 1 << 4
OBJECT = 1 << 5
RELATIVE = 1 << 6
WH = 1 << 7
CONJUNCTION = 1 << 8
SUBORDINATOR = 1 << 9
PREPOSITION = 1 << 10
AUXILIARY = 1 << 11
BE = 1 << 12
MODAL = 1 << 13
NEGATIVE = 1 << 14
ADVERB = 1 << 15
DISCOURSE = 1 << 16
VERB_BASE = 1 << 18
VERB_S = 1 << 19
VERB_PAST = 1 << 20
VERB_PARTICIPLE = 1 << 21
VERB_ING = 1 << 22
CUE = 1 << 23
CUE_NOUN = 1 << 24
SIGN = 1 << 25
CAPITAL = 1 << 26
WORD = 1 << 27
NOUN = 1 << 28
PLURAL = 1 << 29
LINKING = 1 << 30
RAISING = 1 << 31
BEARER = 1 << 32
THAT = 1 << 33
TO = 1 << 34
BY = 1 << 35
ONE = 1 << 36
DEFINITE = 1 << 37
PERSON = 1 << 38
FEMININE = 1 << 40
ANAPHOR = 1 << 39
TIME = 1 << 41
ADVERSATIVE = 1 << 42
AS = 1 << 43
PHRASAL = 1 << 44
THEY = 1 << 45
APPROXIMATING = 1 << 46
VENUE = 1 << 47
WHERE = 1 << 48
WITHHOLDING = 1 << 49

VERB_FINITE = VERB_S | VERB_PAST | VERB_BASE
VERB = VERB_FINITE | VERB_PARTICIPLE | VERB_ING

_CLASSES = {
    "determiner": DETERMINER,
    "possessive": POSSESSIVE,
    "number": NUMBER,
    "subject": SUBJECT,
    "pronoun": PRONOUN,
    "object": OBJECT,
    "relative": RELATIVE,
    "wh": WH,
    "conjunction": CONJUNCTION,
    "adversative": ADVERSATIVE,
    "as": AS,
    "subordinator": SUBORDINATOR,
    "preposition": PREPOSITION,
    "auxiliary": AUXILIARY,
    "be": BE,
    "modal": MODAL,
    "negative": NEGATIVE,
    "adverb": ADVERB,
    "discourse": DISCOURSE,
    "noun": NOUN,
    "plural": PLURAL,
    "linking": LINKING,
    "raising": RAISING,
    "bearer": BEARER,
    "that": THAT,
    "to": TO,
    "by": BY,
    "one": ONE,
    "definite": DEFINITE,
    "person": PERSON,
    "feminine": FEMININE,
    "anaphor": ANAPHOR,
    "they": THEY,
    "approximating": APPROXIMATING,
    "venue": VENUE,
    "where": WHERE,
    "withholding": WITHHOLDING,
}


@dataclass(frozen=True)
class Forms:
    """The forms of one verb."""

    base: str
    third: str
    past: str
    participle: str
    ing: str

    def __iter__(self) -> Iterator[tuple[str, int]]:
        yield self.base, VERB_BASE
        yield self.third, VERB_S
        yield self.past, VERB_PAST
        yield self.participle, VERB_PARTICIPLE
        yield self.ing, VERB_ING


def inflect(base: str, irregular: Mapping[str, tuple[str, ...]]) -> Forms:
    """All forms of a verb, by rule but for what ``irregular`` says (past, participle, -ing)."""
    consonant_y = base.endswith("y") and base[-2:-1] not in "aeiou"
    if consonant_y:
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    else:
        third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
        past = base + ("d" if base.endswith("e") else "ed")
    silent_e = base.endswith("e") and not base.endswith(("ee", "oe", "ye"))
    ing = (base[:-1] if silent_e else base) + "ing"
    past, participle, *rest = irregular.get(base, (past, past))
    return Forms(base, third, past, participle, rest[0] if rest else ing)


def spellings(base: str) -> tuple[str, ...]:
    """A verb in its American spelling, and in the British one: "criticize", "criticise"."""
    return (base, base[:-3] + "ise") if base.endswith("ize") else (base,)


def read_irregular(path: Path, problems: Problems) -> dict[str, tuple[str, ...]]:
    """Verbs whose forms are not made by rule: base -> (past, participle[, -ing form])."""
    rows = read_table(path, problems, range(3, 5))
    return {row.fields[0]: row.fields[1:] for row in rows}


def read_classes(path: Path, problems: Problems) -> dict[str, int]:
    """Word -> its classes as bits."""
    words: dict[str, int] = {}
    for row in read_table(path, problems, range(2, 3)):
        name, listed = row.fields
        if name not in _CLASSES:
            problems.add(_unknown_class(path, row.line, name))
            continue
        for word in listed.split():
            words[word] = words.get(word, 0) | _CLASSES[name]
    return words


def add_verbs(
    words: dict[str, int],
    verbs: Iterable[str],
    irregular: Mapping[str, tuple[str, ...]],
    more: int = 0,
) -> None:
    """Adds every form of the verbs to the word classes, each with the bits of ``more``."""
    for base in (spelling for verb in verbs for spelling in spellings(verb)):
        for form, bit in inflect(base, irregular):
            words[form] = words.get(form, 0) | bit | more


def _unknown_class(path: Path, line: int, name: str) -> Problem:
    message = f"{name!r} is no word class; there are: {', '.join(_CLASSES)}"
    return Problem(shown(path), line, 1, message, "lexicon-line")
