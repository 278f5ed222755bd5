"""What names do in an article: which are places, which act, which are short for others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from explainer.lexicons.words import (
    AUXILIARY,
    BY,
    DEFINITE,
    LINKING,
    MODAL,
    VERB_PAST,
    VERB_S,
)
from explainer.reading.names import Name
from explainer.reading.tagged import Tagged

_FINITE = AUXILIARY | MODAL | VERB_PAST | VERB_S
#: A single word in capitals that is the subject of one verb may be any noun of a heading.
_ENOUGH = 2
_LONGEST_ACRONYM = 8


def places(tagged: Tagged, names: Iterable[Name]) -> frozenset[str]:
    """Names without a kind that stand after "in" or beside "region" somewhere in the article."""
    return frozenset(n.name for n in names if n.kind == "name" and _is_placed(tagged, n))


def _is_placed(tagged: Tagged, name: Name) -> bool:
    low, particles = tagged.low, tagged.lexicon.names.particles
    first = name.inner[0]
    if first and tagged.bits[first - 1] & DEFINITE:
        first -= 1
    if name.stop < len(low) and low[name.stop] in particles["area"]:
        return True
    if not first:
        return False
    if low[first - 1] in particles["locative"]:
        return True
    of = first > 1 and tagged.bits[first - 1] & LINKING
    return bool(of) and low[first - 2] in particles["area"]


def acting(tagged: Tagged, names: Iterable[Name], spoken: set[int]) -> frozenset[str]:
    """Names that do something: they speak, stand after "by", or are subjects of verbs.

    Args:
        tagged: the article.
        names: all its names.
        spoken: the tokens of all sources.
    """
    weight: Counter[str] = Counter()
    for name in names:
        before = tagged.bits[name.first - 1] if name.first else 0
        after = tagged.bits[name.stop] if name.stop < len(tagged.bits) else 0
        if name.inner[0] in spoken or before & BY:
            weight[name.name] += _ENOUGH
        elif after & _FINITE:
            weight[name.name] += 1 if " " not in name.name else _ENOUGH
    return frozenset(name for name, times in weight.items() if times >= _ENOUGH)


def one_name(names: Iterable[Name]) -> Mapping[str, str]:
    """Full names that differ in what is between their first and last word -> the first of them.

    "James Kopp" and "James C. Kopp" are one.
    """
    first_of: dict[tuple[str, str], str] = {}
    same: dict[str, str] = {}
    for name in names:
        words = name.name.split()
        if name.kind in ("person", "name") and len(words) > 1:
            same[name.name] = first_of.setdefault((words[0], words[-1]), name.name)
    return same


def short_forms(
    names: Iterable[Name], placed: frozenset[str], same: Mapping[str, str]
) -> Mapping[str, set[str]]:
    """Last word of a name -> the full names that end in it: "Gladkov" -> "Viaceslav Gladkov".

    Of what has an article before it, and is no person, several words too: "the Dam Authority" -> "the
    Orvel Dam Authority".
    """
    names = list(names)
    after_article = {name.name for name in names if name.first < name.inner[0]}
    full: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = name.name.split()
        if name.kind == "person" or (name.kind == "name" and name.name not in placed):
            full[words[-1]].add(same.get(name.name, name.name))
        if name.kind == "name" and name.name not in placed and name.name in after_article:
            ends = (" ".join(words[cut:]) for cut in range(1, len(words) - 1))
            for end in after_article.intersection(ends):
                full[end].add(name.name)
    # A surname alone is short for a full name if there is one, else it is its own.
    return {last: {name for name in forms if " " in name} or forms for last, forms in full.items()}


def acronyms(tagged: Tagged, names: Iterable[Name]) -> Mapping[str, str]:
    """Short form -> the name before it, in brackets, or the only name that has it for its initials.

    "General Motors (GM)"; "GM", where the article has "General Motors" as well.
    """
    names = list(names)
    found = _initials(names)
    low, text = tagged.low, tagged.document.tokens.text
    explained: dict[str, str] = {}
    for name in names:
        at = name.stop
        if at + 2 < len(low) and low[at] == "(" and low[at + 2] == ")":
            short = text[at + 1]
            if _is_acronym(short):
                explained.setdefault(short, name.name)
    return found | explained


def _initials(names: Iterable[Name]) -> dict[str, str]:
    full: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = name.name.split()
        if len(words) > 1 and all(word[0].isupper() for word in words):
            full["".join(word[0] for word in words)].add(name.name)
    return {short: next(iter(forms)) for short, forms in full.items() if len(forms) == 1}


def _is_acronym(word: str) -> bool:
    return word.isupper() and 1 < len(word) <= _LONGEST_ACRONYM
