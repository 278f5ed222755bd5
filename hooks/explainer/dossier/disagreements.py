"""Where two articles tell the same differently: put side by side, with no word on which is right.

Only what cannot be told alike counts: the same words, but a denial here and an assertion there, by
whomever; or the same speaker's same words with other numbers or dates. Like words are not enough, for a
false disagreement is worse than none.
"""

from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from explainer.dossier.model import Claim, Difference, Disagreement, Event
from explainer.dossier.sources import Source
from explainer.dossier.wording import Frame, frame, has
from explainer.lexicons.words import (
    ADVERB,
    ANAPHOR,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    MODAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    THAT,
    TO,
    WH,
)

#: Stances of which nobody can take both to the same words.
_OPPOSITE = frozenset(
    frozenset(pair)
    for pair in (
        ("denies", "asserts"),
        ("denies", "claims"),
        ("denies", "confirms"),
        ("denies", "concedes"),
        ("supports", "opposes"),
        ("demands", "opposes"),
    )
)
#: Words that hold a sentence together and tell nothing by themselves.
_FUNCTION = (
    ADVERB
    | AUXILIARY
    | CONJUNCTION
    | DETERMINER
    | MODAL
    | POSSESSIVE
    | PREPOSITION
    | PRONOUN
    | SUBORDINATOR
    | THAT
    | TO
    | WH
)
#: With fewer words that tell something, beside its numbers, a sentence is said of many things.
_FEW = 2
#: Figures of reports that are further apart may tell of another time.
_NEAR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim, or a clause in an article's own voice, which has no speaker, as it is compared."""

    id: str
    source: Source
    stance: str
    frame: Frame
    speaker: Hashable = None


def disagreements(
    sources: Iterable[Source],
    claims: Mapping[str, list[Claim]],
    events: Mapping[str, list[Event]],
    shown: Container[str],
) -> Iterator[Disagreement]:
    """All pairs that different articles tell differently.

    Args:
        sources: the articles.
        claims, events: those of each article, by its slug, in its own words.
        shown: the ids of what readers see; a person may have put another event in one's place.
    """
    alike: dict[Hashable, list[_Told]] = defaultdict(list)
    contrary: dict[Hashable, list[_Told]] = defaultdict(list)
    for source in sources:
        slug = source.article.slug
        for key, told in _claims(source, claims[slug]):
            alike[told.speaker, key].append(told)
            contrary[key, told.frame].append(told)
        for key, told in _events(source, events[slug]):
            alike[key].append(told)
    pairs = [pair for told in contrary.values() for pair in combinations(told, 2)]
    found: dict[tuple[str, str], Difference] = {
        (one.id, other.id): "stance" for one, other in pairs if _contradict(one, other)
    }
    pairs = [pair for told in alike.values() for pair in combinations(told, 2)]
    found |= {(one.id, other.id): what for one, other in pairs if (what := _differ(one, other))}
    for (one_id, other_id), what in found.items():
        if one_id in shown and other_id in shown:
            yield Disagreement(one_id, other_id, what)


def _claims(source: Source, claims: Iterable[Claim]) -> Iterator[tuple[Hashable, _Told]]:
    for claim in claims:
        found = frame(source, claim.content)
        if claim.speaker.actors and not claim.by_hand and _says_enough(source, found):
            who = (claim.speaker.relation, claim.speaker.actors)
            key = (found.words, found.other_times)
            yield key, _Told(claim.id, source, claim.stance, found, who)


def _events(source: Source, events: Iterable[Event]) -> Iterator[tuple[Hashable, _Told]]:
    """What an article dates in its own voice."""
    for event in events:
        found = frame(source, [event.place.span])
        if event.when.edtf and not event.claims and _says_enough(source, found):
            yield (found.words, found.other_times), _Told(event.id, source, "", found)


def _says_enough(source: Source, found: Frame) -> bool:
    words = [word for word in found.words if "#" not in word]
    telling = [word for word in words if not has(_FUNCTION, source, [word])]
    return len(telling) >= _FEW and not has(ANAPHOR, source, words)


def _contradict(one: _Told, other: _Told) -> bool:
    """Whether two of different articles say and deny the same; who they are is no matter."""
    apart = one.source is not other.source and one.id != other.id
    return apart and frozenset((one.stance, other.stance)) in _OPPOSITE


def _differ(one: _Told, other: _Told) -> Difference | None:
    """In which of its facts two of different articles differ."""
    if one.source is other.source or one.id == other.id or one.frame == other.frame:
        return None
    if one.stance != other.stance or not _near(one.source, other.source):
        return None
    return "numbers" if one.frame.numbers != other.frame.numbers else "dates"


def _near(one: Source, other: Source) -> bool:
    """Whether both came out in the same days; without dates nobody can tell."""
    here, there = one.reading.published, other.reading.published
    return here is not None and there is not None and abs(here.day - there.day) <= _NEAR
