"""Corrections: what people say of readings, what becomes of the claims, and what people are told."""

from pathlib import Path

import pytest

from dossier.test_actors import read_cases, site
from explainer.dossier import Dossier
from explainer.dossier.model import Claim

TEXTS = {
    "talks": (
        "Anna Berg said that the dam was safe. Carl Dahl claims 70 were hurt and insists they were"
        " old.\n\nThe town was quiet. The Northern Militia denies that it rained. The dam was “as"
        " safe” as ever.\n"
    ),
    "flood": "Carl Dahl said that the bridge fell.\n",
}


def shown(dossier: Dossier, claim: Claim) -> str:
    """A claim on one line."""
    how = [claim.stance] if claim.has_stance else []
    how += ["by hand"] if claim.by_hand else []
    sheet = dossier.sheets[claim.place.article]
    what = " … ".join(sheet.words(span) for span in claim.content)
    said = ", ".join(correction.what for correction in claim.corrections)
    return f"{', '.join(claim.speaker.actors)}: {', '.join(how)}: {what}; {said}".rstrip()


@pytest.mark.parametrize(
    ("files", "told", "claims"), list(read_cases("corrections/corrections.txt"))
)
def test_case(files: dict[str, str], told: list[str], claims: list[str], tmp_path: Path) -> None:
    """Every mistake is told at once, at its place and with the way out; what is right counts."""
    dossier = site(tmp_path, files, TEXTS)
    assert sorted(map(str, dossier.problems)) == sorted(told)
    talks = [claim for claim in dossier.claims.values() if claim.place.article == "talks"]
    assert [shown(dossier, claim) for claim in talks] == claims


def corrected(tmp_path: Path, correction: str) -> Dossier:
    """The dossier with one correction."""
    return site(tmp_path, {"seeds/talks.yml": f"corrections: [{{{correction}, why: So.}}]"}, TEXTS)


def test_ids_stay(tmp_path: Path) -> None:
    """No correction changes the address of a claim."""
    before = site(tmp_path, {}, TEXTS)
    fields = "who: carl-dahl, stance: doubts, content: The town was quiet"
    after = corrected(tmp_path, f"quote: that it rained, {fields}")
    assert list(after.claims) == list(before.claims)
    (claim,) = (claim for claim in after.claims.values() if claim.corrections)
    assert claim.read == before.claims[claim.id]
    assert claim.place.sentence == before.claims[claim.id].place.sentence


def test_what_follows_from_a_correction(tmp_path: Path) -> None:
    """Speakers, who is spoken about, the kind and the sentences follow what a person says."""
    fields = "content: Anna Berg said, who: northern-militia"
    dossier = corrected(tmp_path, f"quote: 70 were hurt, {fields}")
    (claim,) = (claim for claim in dossier.claims.values() if claim.corrections)
    assert claim.id in dossier.actors["northern-militia"].claims
    assert claim.id in dossier.actors["anna-berg"].about
    assert claim.id not in dossier.actors["carl-dahl"].claims
    first = next(dossier.sheets["talks"].lines)
    assert claim.id in first.claims
    # The words of the source name somebody else: they are no words for it.
    assert (claim.speaker.span, claim.speaker.given, claim.speaker.why) == (None, True, "So.")


def test_the_kind_follows_the_content(tmp_path: Path) -> None:
    """What a person says is the content is direct, indirect or mixed by its own quotation marks."""
    dossier = corrected(tmp_path, "quote: it rained, content: as safe")
    assert [claim.kind for claim in dossier.claims.values() if claim.corrections] == ["direct"]


def test_what_is_hidden_is_nowhere(tmp_path: Path) -> None:
    """A hidden claim is no one's and rests on no sentence; the dossier knows who hid it, and why."""
    dossier = corrected(tmp_path, "quote: it rained, hide: true")
    assert dossier.actors["northern-militia"].claims == ()
    assert all(line.own_voice for line in list(dossier.sheets["talks"].lines)[2:])
    (hidden,) = dossier.hidden_claims
    assert (hidden.claim.stance, hidden.why, hidden.at) == ("denies", "So.", "seeds/talks.yml:1")
