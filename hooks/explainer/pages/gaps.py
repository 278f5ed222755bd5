"""What of a passage is printed: its sentences, and neutral gaps where they may not be."""

from dataclasses import dataclass

from explainer.dossier.model import Line, Passage, Sheet
from explainer.pages.index import Index


@dataclass(frozen=True, slots=True)
class Gap:
    """Sentences that are not reproduced: their anchors, and how many words they have."""

    ids: tuple[str, ...]
    words: int


def rows(index: Index, sheet: Sheet, passage: Passage) -> list[Line | Gap]:
    """The sentences of a passage in order; neighbours that may not be shown are one gap."""
    found: list[Line | Gap] = []
    for line in passage.lines:
        if index.published(sheet.article.slug, line):
            found.append(line)
            continue
        gap = Gap((line.id,), len(sheet.words(line.span).split()))
        if found and isinstance(found[-1], Gap):
            before = found.pop()
            assert isinstance(before, Gap)
            gap = Gap(before.ids + gap.ids, before.words + gap.words)
        found.append(gap)
    return found


@dataclass(frozen=True, slots=True)
class Reproduced:
    """How many words an article has, and how many of them the site reproduces."""

    words: int
    reproduced: int

    @property
    def percent(self) -> float:
        """The share, of 100."""
        return 100 * self.reproduced / (self.words or 1)


def reproduced(index: Index, sheet: Sheet) -> Reproduced:
    """How much of an article the site reproduces."""
    slug = sheet.article.slug
    counted = [
        (len(sheet.words(line.span).split()), index.published(slug, line)) for line in sheet.lines
    ]
    return Reproduced(sum(n for n, _ in counted), sum(n for n, public in counted if public))
