"""What two articles tell alike stands once, with both as its sources.

Alike means the same speakers, the same words and the same times, whatever the white space, the capitals
and the quotation marks: a word more, or another Monday, and both stand for themselves. What one article
tells twice stays twice: each has its own sentence there.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import replace

from explainer.dossier.model import Claim, Event, Told
from explainer.dossier.sources import Source
from explainer.dossier.wording import compared, has, times
from explainer.lexicons.words import ANAPHOR

#: With fewer words there is nothing to tell one claim from another.
_FEW = 3
#: The same where a word points back, and may point at anything: "it was not to blame".
_FEW_POINTING_BACK = 6


class Repeats:
    """Finds, article after article, what an earlier one has told already."""

    def __init__(self) -> None:
        self._claims: dict[Hashable, list[list[Claim]]] = defaultdict(list)
        self._events: dict[Hashable, list[list[Event]]] = defaultdict(list)

    def claims(self, source: Source, claims: Iterable[Claim]) -> list[Claim]:
        """The claims of an article; a repeat has the id of the claim that it repeats."""
        keys = ((claim, _claim_key(source, claim)) for claim in claims)
        return [_joined(claim, self._claims[key]) if key else claim for claim, key in keys]

    def events(self, source: Source, events: Iterable[Event]) -> list[Event]:
        """The events of an article; a repeat has the id of the event that it repeats."""
        keys = ((event, _event_key(source, event)) for event in events)
        return [_joined(event, self._events[key]) if key else event for event, key in keys]


def by_id(told: Iterable[Told]) -> dict[str, Told]:
    """Each once, with its repeats."""
    groups: dict[str, list[Told]] = {}
    for one in told:
        groups.setdefault(one.id, []).append(one)
    found: dict[str, Told] = {}
    for id_, group in groups.items():
        found[id_] = replace(group[0], repeats=tuple(group[1:]))
    return found


def _joined(told: Told, alike: list[list[Told]]) -> Told:
    """The same with the id of the first that it repeats, or itself as the first of its kind."""
    for group in alike:
        if all(one.place.article != told.place.article and _may_be_one(one, told) for one in group):
            group.append(told)
            return replace(told, id=group[0].id, anchor=told.id)
    alike.append([told])
    return told


def _may_be_one(one: Told, other: Told) -> bool:
    """Said at another time it was said again, and of others it is something else."""
    if one.when and other.when and one.when.value != other.when.value:
        return False
    first, second = _named(one), _named(other)
    return first <= second or second <= first


def _named(told: Told) -> set[str]:
    return set(told.about if isinstance(told, Claim) else told.actors)


def _claim_key(source: Source, claim: Claim) -> Hashable:
    """What repeats of a claim have in common; None where nobody can tell that it is one."""
    speaker = claim.speaker
    words = compared(source, claim.content)
    needed = _FEW_POINTING_BACK if has(ANAPHOR, source, words) else _FEW
    if claim.by_hand or not speaker.actors or len(words) < needed:
        return None
    who = (speaker.relation, speaker.actors)
    return (who, claim.stance, words, times(source, claim.content))


def _event_key(source: Source, event: Event) -> Hashable:
    """The same for an event; without a day in the calendar it may be on any."""
    spans = (event.place.span,)
    words = compared(source, spans)
    if event.when.edtf is None or (not event.claims and has(ANAPHOR, source, words)):
        return None
    when = (event.when.edtf, event.when.part, event.when.day_stated)
    return (words, when, event.claims, times(source, spans))
