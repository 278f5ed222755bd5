"""Question files to begin with, made from hints at contradictions.

Each is right as it stands: its quotations are found where they are, and tied to the claims that the hint
put together. What it asks is for a person to reword.
"""

import json
from collections.abc import Iterator

from explainer.dossier.anchors import overlapping
from explainer.dossier.contradictions import Hint
from explainer.dossier.model import Claim, Dossier, Place
from explainer.dossier.quotations import Passages, Quote


class Suggestions:
    """Writes question files for one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._passages = Passages(dossier.sheets.values())
        self._claims: dict[str, list[Claim]] = {slug: [] for slug in dossier.sheets}
        for claim in dossier.claims.values():
            for version in claim.versions:
                self._claims[version.place.article].append(version)

    def question(self, hint: Hint) -> str | None:
        """The text of the file; None where the words of a claim are another's as much."""
        answers = []
        for claim in (hint.other, hint.against):
            quoted = next(self._quoted(claim), None)
            if quoted is None:
                return None
            who = self._who(claim)
            says = f"{who}: {self._dossier.stances[claim.stance].word}"
            answers.append((who, says, quoted))
        whom = " and ".join(who for who, _, _ in answers)
        lines = [
            "---",
            "# Reword the question and the answers. A denial stands under the answer that it denies.",
            f"question: {written(f'What do {whom} say differently?')}",
            "answers:",
        ]
        for _, says, quoted in answers:
            lines += [f"  - says: {written(says)}", "    claims:"]
            keys = [f"{key}: {written(value)}" for key, value in quoted.items()]
            lines += [f"      - {keys[0]}", *(f"        {key}" for key in keys[1:])]
        return "\n".join([*lines, "---", ""])

    def _who(self, claim: Claim) -> str:
        """Who says it: by name, or in the article's words between quotation marks."""
        speaker = claim.speaker
        if speaker.actors:
            actors = self._dossier.actors
            return ", ".join(actors[id_].name if id_ in actors else id_ for id_ in speaker.actors)
        if speaker.span is None:
            return "someone"
        return f"“{self._dossier.sheets[claim.place.article].words(speaker.span)}”"

    def _quoted(self, claim: Claim) -> Iterator[dict[str, str]]:
        """The ways to quote a claim that mean no other one, the best first."""
        sheet = self._dossier.sheets[claim.place.article]
        pieces = sorted(claim.content, key=lambda span: span.start - span.end)
        for span in (*pieces, claim.place.span):
            place = sheet.place(span)
            words = " ".join(sheet.words(span).split())
            article = {"article": place.article} if len(self._dossier.sheets) > 1 else {}
            for keys in (article, {**article, "sentence": place.sentence}):
                if words and self._passages.find(Quote(quote=words, **keys)) == place:
                    yield from self._meaning(claim, place, {"quote": words, **keys})
                    break

    def _meaning(
        self, claim: Claim, place: Place, quoted: dict[str, str]
    ) -> Iterator[dict[str, str]]:
        """The quotation, with who says it where the words are another claim's too."""
        read = (other for other in self._claims[place.article] if not other.by_hand)
        found = overlapping(read, place.span)
        if [other.id for other in found] == [claim.id]:
            yield quoted
        for actor in claim.speaker.actors:
            if [other.id for other in found if actor in other.speaker.actors] == [claim.id]:
                yield {**quoted, "who": actor}


def written(words: str) -> str:
    """Words as YAML between quotation marks."""
    signs = json.dumps(" ".join(words.split()), ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in signs)
