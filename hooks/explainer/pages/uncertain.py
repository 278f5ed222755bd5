"""What is uncertain in a dossier, as counts: for readers who have not asked yet."""

from collections import Counter
from dataclasses import dataclass

from explainer.dossier.model import Claim, Dossier

_NOBODY = frozenset({"one_of", "unnamed", "unresolved", "nobody"})


@dataclass(frozen=True, slots=True)
class Uncertain:
    """How many there are of what a reader may doubt.

    Args:
        claims: all claims.
        checked, corrected, added: those that people compared with the article, changed, or put there.
        unsure: those whose reading nobody checked, although such readings are often wrong.
        nobody: those that are no named actor's.
        events: all entries of the timeline.
        stated: entries whose whole date stands in the article.
        undated: entries without a place in the calendar.
        given: articles whose date is a person's word.
        dateless: articles whose date is not known.
    """

    claims: int
    checked: int
    corrected: int
    added: int
    unsure: int
    nobody: int
    events: int
    stated: int
    undated: int
    given: int
    dateless: int


def uncertain(dossier: Dossier) -> Uncertain:
    """Counts what is uncertain in all articles together."""
    claims = dossier.claims.values()
    known = Counter(map(_how_known, claims))
    events = dossier.events.values()
    sheets = dossier.sheets.values()
    return Uncertain(
        claims=len(claims),
        checked=known["checked"],
        corrected=known["corrected"],
        added=known["added"],
        unsure=known["unsure"],
        nobody=sum(claim.speaker.relation in _NOBODY for claim in claims),
        events=len(events),
        stated=sum(event.when.basis == "stated" for event in events),
        undated=sum(not event.when.edtf for event in events),
        given=sum(bool(sheet.published and sheet.published_given) for sheet in sheets),
        dateless=sum(not sheet.published for sheet in sheets),
    )


def _how_known(claim: Claim) -> str:
    if claim.by_hand:
        return "added"
    if claim.read:
        return "corrected"
    if claim.corrections:
        return "checked"
    return "read" if claim.is_sure else "unsure"
