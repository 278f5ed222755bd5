"""The Content-Security-Policy of this project's own site, and what a build tells of it."""

import re
from pathlib import Path

import pytest
from handmade import SiteOf, site_fixture  # noqa: F401 -- pytest finds it here
from selectolax.lexbor import LexborHTMLParser

from pages.dossiers import small

pytestmark = pytest.mark.slow

PAGE = """\
# Method

```html
<p style="color: red">
```

Red.
{: style="color: red" }

<script>alert(1)</script>

![](https://example.org/x.png)

[x](javascript:alert(2)) and [y][], [mail](mailto:a@example.org).

[y]: data:text/html,y
"""


def test_every_page_has_a_policy_before_all_else(built_site: Path) -> None:
    """The page for addresses that do not exist and those that lead on are no exceptions."""
    for path in built_site.rglob("*.html"):
        seen = LexborHTMLParser(path.read_text(encoding="utf-8"))
        found = seen.css("head > meta[http-equiv=Content-Security-Policy]")
        assert len(found) == 1, path
        assert "default-src 'none'" in str(found[0].attributes["content"]), path
        before = seen.html.partition("Content-Security-Policy")[0]  # type: ignore[union-attr]
        assert "<link" not in before, path
        assert "<script" not in before, path


def test_what_a_person_writes_against_it_fails(site_of: SiteOf) -> None:
    """Each with the line of the page that has it; what stands in code is text."""
    built = site_of(small(), {"method.md": PAGE})
    assert built.failed
    assert sorted(re.split(", (?:which|and) ", warning)[0] for warning in built.warnings) == [
        "docs/method.md:10:1: the page has a <script>",
        "docs/method.md:12:5: the page loads `https://example.org/x.png`",
        "docs/method.md:14:5: the page has a link to `javascript:alert(2)`",
        "docs/method.md:16:6: the page has a link to `data:text/html,y`",
        "docs/method.md:8:4: the page has a `style` on a <p>",
    ]


def test_what_a_setting_brings_is_told_once(site_of: SiteOf) -> None:
    """A style sheet from elsewhere is no page's mistake."""
    built = site_of(small(), extra_css=["https://example.org/x.css"])
    assert [warning.partition(",")[0] for warning in built.warnings] == [
        "mkdocs.yml: the page loads `https://example.org/x.css`"
    ]


def test_aligned_tables_have_classes(site_of: SiteOf) -> None:
    """A style inside the page would not be applied."""
    table = "# Method\n\n| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |\n"
    built = site_of(small(), {"method.md": table})
    assert built.warnings == []
    seen = LexborHTMLParser(built.read("method/index.html"))
    classes = [cell.attributes.get("class") for cell in seen.css("article th, article td")]
    assert classes == ["x-left", "x-right", "x-center", None] * 2
