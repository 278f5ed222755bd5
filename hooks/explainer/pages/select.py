"""Which claims and events a block shows: its options narrow, they never add."""

from collections.abc import Iterable, Mapping
from typing import Any

from explainer.dossier.model import Actor, Claim, Dossier, Event, Told
from explainer.pages.times import between, order


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
    ids = _of_actors(dossier, options)
    start, end = (str(options.get(name) or "") for name in ("from", "to"))
    found = []
    for event in dossier.events.values():
        if not _is_in(event, options):
            continue
        if (start or end) and not between(event.when.edtf, start, end):
            continue
        if options.get("undated") is False and not event.when.edtf:
            continue
        if ids is not None and event.claim not in ids and event.id not in ids:
            continue
        if "stance" in options and not _has_stance(dossier, event, options["stance"]):
            continue
        found.append(_seen(event, options))
    found.sort(key=lambda event: order(event.when.edtf, event.when.value))
    return found[: options.get("limit")]


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
    """Ids of the claims and events that ``by`` and ``about`` leave; None if neither is given."""
    ids: set[str] | None = None
    if by := options.get("by"):
        actor = dossier.actors[by]
        ids = {*actor.claims, *actor.shared}
    if about := options.get("about"):
        actor = dossier.actors[about]
        others = {*actor.about, *actor.events}
        ids = others if ids is None else ids & others
    return ids


def _fits(claim: Claim, options: Mapping[str, Any]) -> bool:
    stance = options.get("stance")
    if not _is_in(claim, options):
        return False
    # No cue tells the stance of a claim by hand.
    return stance is None or (stance == claim.stance and not claim.by_hand)


def _has_stance(dossier: Dossier, event: Event, stance: str) -> bool:
    return event.claim is not None and dossier.claims[event.claim].stance == stance


def _is_in(told: Told, options: Mapping[str, Any]) -> bool:
    """True if the article that the options name, if any, has it."""
    article = options.get("article")
    return article is None or any(v.place.article == article for v in told.versions)


def _seen(told: Told, options: Mapping[str, Any]) -> Told:
    """In the words of the article that the options name, if any."""
    article = options.get("article")
    return told.seen_from(article) if article else told
