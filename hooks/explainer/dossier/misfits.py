"""What several articles say of one name, where that cannot well be said of one actor.

Only what has nothing in common is told: other kinds, other titles, other professions, other ages. A
person then says whether they are two.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from explainer.dossier.sources import Source
from explainer.lexicons.names import Gender
from explainer.problems import Problem
from explainer.reading.model import Description, LocalActor

_ORGANISATIONS = frozenset({"company", "media", "government body", "alliance", "armed group"})
#: A birthday may lie between two articles.
_YEAR = 1
_DAYS = 365.25

_IF_TWO = "if they are two, say with `mentions:` who this one is"


@dataclass(frozen=True)
class Local:
    """An actor of one article."""

    source: Source
    number: int
    actor: LocalActor
    words: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The article's name in addresses."""
        return self.source.article.slug

    @property
    def descriptions(self) -> Iterator[Description]:
        """What stands beside its name."""
        for mention in self.source.reading.mentions:
            if mention.actor == self.number:
                yield from mention.descriptions

    def problem(self, message: str, rule: str) -> Problem:
        """A notice at the place where its article names it first."""
        mentions = self.source.reading.mentions
        first = next(m.span.start for m in mentions if m.actor == self.number)
        return self.source.article.problem(first, message, rule)


def misfits(group: Sequence[Local], kind: str) -> Iterator[Problem]:
    """What articles say of one actor that does not fit together.

    Args:
        group: the actor in each article.
        kind: the one that is shown.
    """
    for number, local in enumerate(group):
        if not _fits(local.actor.kind, kind):
            yield _other_kind(local, kind)
        pairs = (_differently(earlier, local) for earlier in group[:number])
        if different := next(filter(None, pairs), None):
            yield _told_otherwise(local, *different)


def _differently(there: Local, here: Local) -> tuple[str, str, str] | None:
    """How two articles tell of a person, and the words of each, if nothing of it is in both."""
    for telling in (_gender, _office):
        if titles := _different_titles(telling, there, here):
            return ("called", *titles)
    words = _different_professions(there, here) or _different_ages(there, here)
    return ("described as", *words) if words else None


def _fits(kind: str, shown: str) -> bool:
    """Whether one article's word for what an actor is leaves room for the one that is shown."""
    return kind in {shown, "name"} or (kind == "organisation" and shown in _ORGANISATIONS)


def _other_kind(local: Local, shown: str) -> Problem:
    name, here, there = local.actor.name, _a(local.actor.kind), _a(shown)
    message = (
        f"“{name}” is read as {here} here and as {there} in another article, and shown as one"
        f" actor; {_IF_TWO}"
    )
    return local.problem(message, "may-be-two")


def _told_otherwise(local: Local, how: str, there: str, here: str) -> Problem:
    message = (
        f"“{local.actor.name}” is {how} “{here}” here and “{there}” in another article, and shown"
        f" as one actor; {_IF_TWO}"
    )
    return local.problem(message, "may-be-two")


def _different_titles(
    telling: Callable[[Local, str], str], one: Local, other: Local
) -> tuple[str, str] | None:
    told = [{telling(a, role): role for role in a.actor.roles} for a in (one, other)]
    there, here = ({what: role for what, role in of.items() if what} for of in told)
    if there and here and not there.keys() & here.keys():
        return next(iter(there.values())), next(iter(here.values()))
    return None


def _office(local: Local, role: str) -> str:
    """The last word of a title that says more than “he” or “she”."""
    return "" if _gender(local, role) else role.rsplit(maxsplit=1)[-1]


def _gender(local: Local, role: str) -> str:
    """The gender that a title tells, or ""."""
    lexicon = local.source.lexicon
    told = lexicon.names.titles.get((role.rstrip("."),)) if lexicon else None
    return told if told and told != Gender.EITHER else ""


def _different_professions(one: Local, other: Local) -> tuple[str, str] | None:
    """“a farmer” and “the finance minister”, also where one of the two is a title."""
    there, here = _professions(one), _professions(other)
    lexicon = one.source.lexicon
    if not there or not here or lexicon is None:
        return None
    may_be_one = lexicon.names.may_be_one
    if any(may_be_one(noun, another) for noun in there for another in here):
        return None
    return next(iter(there.values())), next(iter(here.values()))


def _professions(local: Local) -> dict[str, str]:
    """The words that tell what a person does, by their noun."""
    lexicon = local.source.lexicon
    known = lexicon.names.persons if lexicon else {}
    told = {_office(local, role).casefold(): role for role in local.actor.roles}
    told |= {d.noun: _words(local, d) for d in local.descriptions}
    return {noun: words for noun, words in told.items() if noun in known}


def _different_ages(one: Local, other: Local) -> tuple[str, str] | None:
    """Ages that no years between the two articles explain; nothing where a date is not known."""
    days = [local.source.reading.published for local in (one, other)]
    ages = [next((d for d in a.descriptions if d.age), None) for a in (one, other)]
    (there, here), (then, now) = ages, days
    if not (there and here and there.age and here.age and then and now):
        return None
    years = (now.day - then.day).days / _DAYS
    if abs(here.age - there.age - years) <= _YEAR:
        return None
    return _words(one, there), _words(other, here)


def _words(local: Local, description: Description) -> str:
    return " ".join(description.span.of(local.source.article.text).split())


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
