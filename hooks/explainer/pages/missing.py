"""Articles that pages quote and that are not in seeds/: one problem for each, with all places.

An article is known to be missing when several quotations name it. Where they name none, it is when many
quotations of several files stand nowhere, nor does anything like them: nobody invents so many.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from explainer.dossier.advice import close
from explainer.dossier.anchors import nearest_passage, plain_text
from explainer.dossier.curated import is_draft
from explainer.dossier.model import Dossier
from explainer.pages.quoting import quotations
from explainer.problems import Problem
from explainer.text.spans import Lines

#: So many quotations, in so many files, that stand nowhere are of an article that was taken away.
_MANY, _FILES = 5, 2
#: So many that name the same article did not all misspell it.
_NAMED = 2
_PAGES = "articles/"


@dataclass(frozen=True, slots=True)
class Missing:
    """The slugs of articles that are missing ("" where nobody names it), and what is told of them."""

    slugs: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


#: A place in a file: its path and its line.
_Place = tuple[str, int]


def missing_articles(dossier: Dossier, pages: Mapping[str, str], docs: str = "docs") -> Missing:
    """The articles that are quoted and are not there.

    Args:
        dossier: has those that are there.
        pages: the Markdown files that people wrote: their texts by their paths in docs/.
        docs: what that folder is called.
    """
    needed: dict[str, list[_Place]] = defaultdict(list)
    for page, text in pages.items():
        if "quote" in text and not is_draft(text):
            for slug, line in _needed(dossier, f"{docs}/{page}", text):
                needed[slug].append((f"{docs}/{page}", line))
    nameless = needed.pop("", [])
    known = {slug: found for slug, found in needed.items() if len(found) >= _NAMED}
    if known and nameless and len(known) == 1:
        (found,) = known.values()
        found += nameless
    elif nameless and (not dossier.sheets or _are_many(nameless)):
        known[""] = nameless
    for slug, found in known.items():
        own = f"{_PAGES}{slug}.md"
        if own in pages:
            found.append((f"{docs}/{own}", 0))
    return Missing(frozenset(known), tuple(_problem(*one) for one in known.items()))


def _needed(dossier: Dossier, path: str, text: str) -> Iterator[tuple[str, int]]:
    """The slugs of missing articles that a page's quotations need ("" for any), and their lines."""
    texts = {slug: sheet.article.text for slug, sheet in dossier.sheets.items()}
    lines = Lines(text)
    for one in quotations(path, text):
        words, slug = one.words.value, one.article
        if not words.strip() or slug in dossier.sheets or (slug and slug in dossier.lost):
            continue
        if any(plain_text(other).find(words) for other in texts.values()):
            continue
        if slug and not close(slug, texts):
            yield slug, lines.place(one.words.start)[0]
        elif not slug and not dossier.lost and not nearest_passage(words, texts):
            yield "", lines.place(one.words.start)[0]


def _are_many(found: list[_Place]) -> bool:
    return len(found) >= _MANY and len({path for path, _ in found}) >= _FILES


def _problem(slug: str, found: list[_Place]) -> Problem:
    if slug:
        path, start = f"seeds/{slug}.txt", f"there is no article `{slug}`, and these need it"
    elif len(found) > 1:
        path = "seeds"
        start = (
            f"an article is missing: {len(found)} quotations are in none, nor is anything like them"
        )
    else:
        path = "seeds"
        start = "an article is missing: a quotation is in none, nor is anything like it"
    message = (
        f"{start}: {', '.join(_listed(found))}; put its text back into seeds/, or take these out;"
        " what quotes this article is not checked before"
    )
    return Problem(path, 0, 0, message, "no-such-article")


def _listed(found: Iterable[_Place]) -> Iterator[str]:
    lines: dict[str, list[int]] = defaultdict(list)
    for path, line in sorted(set(found)):
        lines[path] += [line] if line else []
    for path, numbers in lines.items():
        where = f" ({'lines' if len(numbers) > 1 else 'line'} {', '.join(map(str, numbers))})"
        yield path + (where if numbers else "")
