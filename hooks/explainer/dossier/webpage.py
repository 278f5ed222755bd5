"""An article taken out of a web page: its text, and what the page says of it.

Which of a page's words are the article is for trafilatura to say; it is asked for here alone, and only
when somebody drafts from a page.
"""

import re
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from explainer import lexicons
from explainer.dossier.drafts import Stated

_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class WebPage:
    """The article of a page, a paragraph a line with empty lines between, and what the page states."""

    text: str
    stated: Stated


def can_read() -> bool:
    """True if the package that takes pages apart is installed."""
    return find_spec("trafilatura") is not None


def read_page(data: bytes, url: str = "") -> WebPage | None:
    """The article in a web page; None if there is none.

    Args:
        data: the page, as it was saved or sent.
        url: where it was found, if it does not say so itself.
    """
    import trafilatura

    tree = trafilatura.load_html(data)
    if tree is None:
        return None
    language = _LANGUAGE.match((tree.get("lang") or "").casefold())
    found: Any = trafilatura.bare_extraction(
        tree,
        url=url or None,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        # A day that only looks like one of publication is worse than none.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or not (found.text or "").strip():
        return None
    # One paragraph a line; what breaks lines inside of one would part it.
    paragraphs = (" ".join(line.split()) for line in found.text.split("\n"))
    day = _DAY.match(found.date or "")
    stated = Stated(
        title=_one_line(found.title),
        published=day[0] if day else "",
        author=_one_line(found.author),
        publisher=_one_line(found.sitename or found.hostname),
        url=_one_line(found.url or url),
        language=language[0] if language else "",
    )
    lexicon = lexicons.load(stated.language or "en")
    kept = (line for line in paragraphs if line and not (lexicon and lexicon.is_furniture(line)))
    return WebPage("\n\n".join(kept) + "\n", stated)


def _one_line(words: str | None) -> str:
    return "".join(c for c in " ".join((words or "").split()) if c.isprintable())
