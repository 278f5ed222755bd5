"""Where the words and phrases that hedge stand in an article: looked up once, and asked for often."""

from bisect import bisect_left

from explainer.lexicons.statuses import Status, Use
from explainer.reading.attributions.finding import Range
from explainer.reading.tagged import Tagged

#: The first token of a phrase, the one behind its last, and what it shows.
Mark = tuple[int, int, Status]


class Marks:
    """The hedges of an article, by how they are used.

    Args:
        tagged: the article.
    """

    def __init__(self, tagged: Tagged) -> None:
        hedges = tagged.lexicon.statuses.hedges
        self._by_use: dict[Use, list[Mark]] = {}
        for at, uses in hedges.beginnings(tagged.low):
            for use in uses:
                if found := hedges.at(use, tagged.low, at):
                    self._by_use.setdefault(use, []).append((at, *found))

    def inside(self, use: Use, around: Range) -> list[Mark]:
        """Those of a use that begin in a range of tokens, in their order."""
        marks, (first, stop) = self._by_use.get(use, []), around
        return marks[bisect_left(marks, (first,)) : bisect_left(marks, (stop,))]
