"""Ids that pages had before: each old address leads to one page that is there now.

``formerly: [old-id]`` in the front matter of an actor, a question or an event. What would lead to two
pages, or away from a page that is still there, is told at its place and left out.
"""

from collections.abc import Collection, Iterable, Iterator

from explainer.dossier.curated import Curated, PageModel
from explainer.problems import Problems


def former_ids(
    files: Iterable[Curated[PageModel]], taken: Collection[str], problems: Problems
) -> dict[str, tuple[str, ...]]:
    """The former ids of each file of one kind, without those that are wrong.

    Args:
        files: what people wrote.
        taken: the ids of this kind that have a page now.
        problems: takes what is wrong.
    """
    leads: dict[str, str] = {}
    return {file.id: tuple(_right(file, taken, leads, problems)) for file in files}


def _right(
    file: Curated[PageModel], taken: Collection[str], leads: dict[str, str], problems: Problems
) -> Iterator[str]:
    for number, old in enumerate(file.given.formerly):
        wrong = ""
        if old == file.id:
            wrong = "is what the page is called now; take it out"
        elif old in taken:
            wrong = "is still a page; an old address can lead here when that page has gone"
        elif leads.get(old) == file.id:
            wrong = "stands twice; take one out"
        elif old in leads:
            wrong = f"leads to {leads[old]} already; it can lead to one page only"
        if wrong:
            loc = ("formerly", number)
            problems.add(file.places.problem(loc, f"formerly: {old!r} {wrong}", "formerly"))
        else:
            leads[old] = file.id
            yield old
