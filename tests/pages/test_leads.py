"""Where navigation and links lead, told without a build."""

import shutil
from pathlib import Path

import pytest

from explainer.pages.check import all_problems
from text.cases import CASES

SETTINGS = """\
site_name: The flood
nav:
  - Home: index.md
  - Elsewhere: https://valley.example/
  - More:
      - Clams: clams.md
      - Old: harbour-plans.md
      - plan.pdf
validation:
  nav: {omitted_files: warn}
  links: {absolute_links: warn, unrecognized_links: warn}
"""
PAGE = """\
# A page

[a](clam.md), [b](claims.md), ![c](plan.png "A plan"), [d](plan.pdf), [e](../seeds/flood.txt).

[f](/claims/), [g](claims/), [h](claims.html), [i](#place), [j](mailto:a@b.example), \\[l](m.md), [k][]

`[n](n.md)`, [“the dam was safe”](quote:), [o](<o.md>), [p](articles/flood.md), [q](data/claims.csv)

[k]: k.md

<div>
[r](r.md)
</div>
"""
_A_FILE = "leads to no page; write the way to a file from this one, as `claims.md`"
TOLD = f"""\
docs/page.md:3:5: the link `clam.md` leads to docs/clam.md, which is not there
docs/page.md:3:36: the link `plan.png` leads to docs/plan.png, which is not there
docs/page.md:3:75: the link `../seeds/flood.txt` leads to docs/../seeds/flood.txt, which is not there
docs/page.md:5:5: the link `/claims/` {_A_FILE}
docs/page.md:5:20: the link `claims/` {_A_FILE}
docs/page.md:5:34: the link `claims.html` leads to docs/claims.html, which is not there
docs/page.md:7:49: the link `o.md` leads to docs/o.md, which is not there
docs/page.md:9:6: the link `k.md` leads to docs/k.md, which is not there
mkdocs.yml:2:1: docs/page.md is not in the navigation; below `nav:` add `- Page: page.md`
mkdocs.yml:6:16: there is no page docs/clams.md; did you mean `claims.md`?
mkdocs.yml:7:14: there is no page docs/harbour-plans.md; take this line out of `nav:`
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site with a navigation, a page with links, and a file that is no page."""
    made = Path(shutil.copytree(CASES / "mistakes" / "site", tmp_path / "site"))
    (made / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (made / "docs/page.md").write_text(PAGE, encoding="utf-8")
    (made / "docs/plan.pdf").write_bytes(b"%PDF")
    return made


def told(project: Path) -> list[str]:
    return [str(problem).rpartition(" [")[0] for problem in all_problems(project)]


def test_what_leads_nowhere(project: Path) -> None:
    """Each at its place in the file; what is code, HTML, or another site is left alone."""
    assert told(project) == TOLD.splitlines()


def test_settings_decide(project: Path) -> None:
    """What a site's settings let pass is not told; a file that is not there always is."""
    text = SETTINGS.partition("validation:")[0]
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    gone = [line for line in TOLD.splitlines() if "to no page" not in line and "add `" not in line]
    assert told(project) == gone


@pytest.mark.parametrize(
    ("settings", "wrong"),
    [
        ("only words\n", "mkdocs.yml:1:1: settings are lines of the form `name: value`"),
        ("site_name: X\ndocs_dir: pages\n", "mkdocs.yml:2:1: there is no folder pages/ here;"),
    ],
)
def test_settings_of_another_kind(settings: str, wrong: str, project: Path) -> None:
    """A builder would end at them in words of its own."""
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert [line for line in told(project) if line.startswith(wrong)]
