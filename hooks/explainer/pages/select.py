"""Which claims and events a block shows: its options narrow, they never add."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from explainer.dossier.model import Actor, Claim, Dossier, Event, Place, Told
from explainer.pages.times import between


def select_claims(dossier: Dossier, options: Mapping[str, Any]) -> list[Claim]:
    """The claims that a block's options leave."""
    ids = _of_actors(dossier, options)
    if question := options.get("question"):
        cited = {cited.claim for cited in dossier.questions[question].cited}
        ids = cited if ids is None else ids & cited
    claims: Iterable[Claim] = dossier.claims.values()
    if ids is not None:
        claims = (claim for claim in claims if claim.id in ids)
    found = [claim for claim in claims if _fits(claim, options)]
    return [_seen(claim, options) for claim in found[: options.get("limit")]]


def select_events(dossier: Dossier, options: Mapping[str, Any]) -> list[Event]:
    """The events that a block's options leave, in the order of time, the undated ones last."""
    fits = [test for name, test in _EVENT_TESTS.items() if options.get(name) is not None]
    found = [
        _seen(event, options)
        for event in dossier.events.values()
        if _in_time(event, options) and all(fit(dossier, event, options) for fit in fits)
    ]
    return found[: options.get("limit")]


def _in_time(event: Event, options: Mapping[str, Any]) -> bool:
    """Whether it may lie between ``from`` and ``to``; without a date, whether ``undated`` keeps it."""
    start, end = (str(options.get(name) or "") for name in ("from", "to"))
    if not event.when.edtf:
        return bool(options.get("undated", not (start or end)))
    return between(event.when.edtf, start, end)


def _said_by(dossier: Dossier, event: Event, options: Mapping[str, Any]) -> bool:
    actor = dossier.actors[options["by"]]
    return not {*actor.claims, *actor.shared}.isdisjoint(event.claims)


def _answers(dossier: Dossier, event: Event, options: Mapping[str, Any]) -> bool:
    """Whether what it rests on answers a question: its claims, or its words."""
    cited = list(dossier.questions[options["question"]].cited)
    return any(
        answer.claim in event.claims or _overlap(answer.place, found.place)
        for answer in cited
        for found in event.evidence
    )


def _overlap(one: Place, other: Place) -> bool:
    return one.article == other.article and one.span.overlaps(other.span)


def _has_stance(dossier: Dossier, event: Event, options: Mapping[str, Any]) -> bool:
    claims = (dossier.claims[claim] for claim in event.claims)
    return any(_stands(claim, options["stance"]) for claim in claims)


_Test = Callable[[Dossier, Event, Mapping[str, Any]], bool]
#: What each option asks of an event.
_EVENT_TESTS: Mapping[str, _Test] = {
    "by": _said_by,
    "about": lambda _, event, options: options["about"] in event.actors,
    "article": lambda _, event, options: options["article"] in event.articles,
    "question": _answers,
    "stance": _has_stance,
}


def select_actors(dossier: Dossier, options: Mapping[str, Any]) -> list[Actor]:
    """The actors of a kind or of an article; ``limit`` keeps those that say or are named most."""
    found = list(dossier.actors.values())
    if kind := options.get("kind"):
        found = [actor for actor in found if actor.kind == kind]
    if article := options.get("article"):
        found = [a for a in found if any(p.article == article for p in a.mentions)]
    limit = options.get("limit")
    if limit is None or limit >= len(found):
        return found
    found.sort(key=lambda a: -(3 * len(a.claims) + 3 * len(a.shared) + len(a.mentions)))
    return found[:limit]


def _of_actors(dossier: Dossier, options: Mapping[str, Any]) -> set[str] | None:
    """Ids of the claims that ``by`` and ``about`` leave; None if neither is given."""
    ids: set[str] | None = None
    if by := options.get("by"):
        actor = dossier.actors[by]
        ids = {*actor.claims, *actor.shared}
    if about := options.get("about"):
        others = set(dossier.actors[about].about)
        ids = others if ids is None else ids & others
    return ids


def _fits(claim: Claim, options: Mapping[str, Any]) -> bool:
    stance = options.get("stance")
    if not _is_in(claim, options):
        return False
    return stance is None or _stands(claim, stance)


def _stands(claim: Claim, stance: str) -> bool:
    # No cue tells the stance of a claim by hand.
    return stance == claim.stance and claim.has_stance


def _is_in(told: Told, options: Mapping[str, Any]) -> bool:
    """True if the article that the options name, if any, has it."""
    article = options.get("article")
    return article is None or article in told.articles


def _seen(told: Told, options: Mapping[str, Any]) -> Told:
    """In the words of the article that the options name, if any."""
    article = options.get("article")
    return told.seen_from(article) if article else told
