"""What the site's search is given of a page: text that tells as much as the page does.

On the page a style sheet draws the marks around a quotation, a frame stands for those of a block, and
facts and figures stand in columns. A list of results has none of these: it would tell an article's
words as the site's own, and run figures together.
"""

import re
from html import unescape

from explainer.pages.plain import has_marks

#: As our templates print them: words in a line of ours, in a block of their own, or in a list.
_QUOTED = re.compile(
    r'(<q\b[^>]*>|<blockquote class="x-words"[^>]*><p>|<span class="x-words" lang[^>]*>)'
    r"(.*?)(</q>|</p></blockquote>|</span>)",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")
_CELL = re.compile(r"</(dt|dd|t[dh])>")
_BEHIND = {"dt": ": ", "dd": ". "}


def searchable(html: str) -> str:
    """A page's HTML for the search.

    There are marks around each quotation, single ones where it has its own; names of facts end in a
    colon, facts in a full stop, and a space parts the cells of a table.
    """
    html = _QUOTED.sub(_marked, html)
    return _CELL.sub(lambda end: _BEHIND.get(end[1], " ") + end[0], html)


def _marked(found: re.Match[str]) -> str:
    before, words, after = found.groups()
    own = has_marks(unescape(_TAG.sub("", words)))
    opening, closing = "‘’" if own else "“”"
    return f"{before}{opening}{words}{closing}{after}"
