"""The Content-Security-Policy of each built page, and what it forbids, told as problems.

The policy takes the theme's own inline scripts by their hashes and nothing that a page brings along: a
policy made from the finished page would bless whatever an article has smuggled into it. What the
browser would silently leave out is an error in the file that has it.
"""

import re
from base64 import b64encode
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from html.parser import HTMLParser

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_CHARSET = re.compile(r'<meta charset="utf-8">')

#: Scripts that are data: no browser runs them, and no policy forbids them.
_DATA = frozenset({"application/json", "application/ld+json"})

#: Finds whatever may be forbidden; a real parser looks at it again.
_SUSPECT = re.compile(
    r"""<script(?!\ src="[^":]*"></script>
        |\ id="__config"\ type="application/json">|\ type="application/ld\+json">)
      | <style
      | [\s"'/](?:style|on[a-z]+)\s*=
      | [\s"'/](?:src|srcset|poster|data)\s*=\s*["']?\s*(?:[a-z]+:)?//
      | <link(?!\ rel="(?:canonical|prev|next|alternate)")[^>]*//
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
_LOADING = frozenset({"src", "srcset", "poster", "data"})
_LOADING_LINKS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest"})


def inline_scripts(html: str) -> frozenset[str]:
    """The scripts that stand in a template of the theme, as it is rendered."""
    return frozenset(_INLINE.findall(html))


def policy(scripts: Collection[str] = ()) -> str:
    """What a page may load and run: the site's own files, and these inline scripts.

    ``data:`` images are in the theme's style sheets.
    """
    hashes = sorted(b64encode(sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = "".join(f" 'sha256-{found}'" for found in hashes)
    own = "; ".join(
        f"{kind}-src 'self'" for kind in ("style", "font", "media", "connect", "worker")
    )
    return (
        f"default-src 'none'; script-src 'self'{allowed}; {own}; img-src 'self' data:;"
        " manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def with_policy(html: str, scripts: Collection[str] = ()) -> str:
    """A page with its policy, which stands before all that it rules."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(scripts)}">'
    return _CHARSET.sub(lambda found: f"{found[0]}\n{tag}", html, count=1)


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Something in a page that its policy forbids.

    Args:
        tag: the tag that has it, as it is written in the page.
        sign: the words by which it may be found in the file that the page is made from.
        message: what is wrong, for people.
    """

    tag: str
    sign: str
    message: str


def forbidden(html: str, scripts: Collection[str] = ()) -> Iterator[Forbidden]:
    """What a built page has that its policy forbids.

    Args:
        html: the whole page.
        scripts: the inline scripts that the policy allows.
    """
    plain = html
    for script in scripts:
        plain = plain.replace(f"<script>{script}</script>", "")
    if _SUSPECT.search(plain):
        reader = _Reader()
        reader.feed(plain)
        reader.close()
        yield from dict.fromkeys(reader.found)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Forbidden] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "style":
            self._add("<style", "has a <style>, which no browser will apply; leave it out")
        if tag == "script" and "src" not in given and given.get("type") not in _DATA:
            self._add("<script", "has a <script>, which no browser will run; leave it out")
        for name, value in given.items():
            if name == "style":
                message = f"has a `style` on a <{tag}>, which no browser will apply; leave it out"
                self._add("style=", message)
            elif name.startswith("on"):
                message = f"has an `{name}` on a <{tag}>, which no browser will run; leave it out"
                self._add(f"{name}=", message)
            elif _loads(tag, name, given) and _ELSEWHERE.match(value):
                message = f"loads `{value}`, and no browser will; put the file into docs/"
                self._add(value, message)

    def _add(self, sign: str, message: str) -> None:
        self.found.append(Forbidden(self.get_starttag_text() or "", sign, f"the page {message}"))


def _loads(tag: str, name: str, given: dict[str, str]) -> bool:
    """True if a browser fetches what an attribute names."""
    if tag == "link":
        return name == "href" and not _LOADING_LINKS.isdisjoint(
            given.get("rel", "").lower().split()
        )
    return name in _LOADING
