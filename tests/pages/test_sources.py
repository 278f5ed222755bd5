"""Blocks in people's Markdown: cases are text and what is said about it."""

import pytest

from explainer.pages.index import Index
from explainer.pages.site import Site
from explainer.pages.sources import check_source, places, scan
from pages.dossiers import small

INDEX = Index(small())

CASES = {
    "all right": ("/// claims\n    by: ukraine\n    limit: 3\n///\n", []),
    "no options": ("Text\n\n/// timeline\n///\n", []),
    "in a code fence": ("```\n/// nonsense\n///\n```\n", []),
    "in a longer fence": ("~~~~\n~~~\n/// nonsense\n~~~~\n", []),
    "another extension's": ("/// tab | Name\ntext\n///\n", []),
    "block misspelt": (
        "Text\n\n/// clams\n///\n",
        ["docs/x.md:3:1: there is no block `clams`; did you mean `claims`? [unknown-block]"],
    ),
    "option misspelt": (
        "/// claims\n    bye: ukraine\n///\n",
        [
            "docs/x.md:2:5: there is no option `bye` of /// claims; did you mean `by`? [unknown-option]"
        ],
    ),
    "actor misspelt": (
        "/// claims\n    limit: 2\n    about: ukrain\n///\n",
        ["docs/x.md:3:5: there is no actor 'ukrain'; did you mean 'ukraine'? [option-value]"],
    ),
    "question misspelt": (
        "/// question\n    id: who\n///\n",
        ["docs/x.md:2:5: there is no question `who` [option-value]"],
    ),
    "a number that is none": (
        "/// claims\n    limit: many\n///\n",
        ["docs/x.md:2:5: `limit:` takes a number from 1 [option-value]"],
    ),
    "a day that is none": (
        "/// timeline\n    from: 2023-02-31\n///\n",
        ["docs/x.md:2:5: `from:` takes a year, a month or a day, as in 2023-05-22 [option-value]"],
    ),
    "no list": (
        "/// timeline\n    from 2023\n///\n",
        ["docs/x.md:2:5: the options of /// timeline are no list of `name: value` [block-options]"],
    ),
    "a month that is none": (
        "/// timeline\n    from: '2023-13'\n///\n",
        ["docs/x.md:2:5: `from:` takes a year, a month or a day, as in 2023-05-22 [option-value]"],
    ),
    "a list where one name belongs": (
        "/// claims\n    by: [ukraine, russia]\n///\n",
        [
            "docs/x.md:2:5: `by:` takes one name; for several write as many blocks, each with one"
            " [option-value]"
        ],
    ),
    "nothing behind an option": (
        "/// claims\n    stance:\n///\n",
        ["docs/x.md:2:5: `stance:` takes one name: a stance, such as `denies` [option-value]"],
    ),
    "an end before its beginning": (
        "/// timeline\n    from: 2023-06\n    to: 2023-05\n///\n",
        ["docs/x.md:2:5: `from:` is later than `to:`, so nothing could be shown [option-value]"],
    ),
    "a month up to the end of its year": (
        "/// timeline\n    from: 2023-06\n    to: 2023\n///\n",
        [],
    ),
    "something missing": (
        "/// actor\n///\n",
        ["docs/x.md:1:1: /// actor needs the option `id:` [missing-option]"],
    ),
    "not indented": (
        "/// claims\nby: ukraine\n///\n",
        [
            "docs/x.md:2:1: /// claims holds options only, each indented by four spaces,"
            " with no empty line before the first [block-content]"
        ],
    ),
    "behind a bar": (
        "/// claims | by: ukraine\n///\n",
        [
            "docs/x.md:1:1: /// claims takes nothing behind its name; write `    by: ukraine`"
            " on a line of its own below it [block-argument]"
        ],
    ),
    "no end": (
        "/// claims\n    by: ukraine\n\nText\n",
        ["docs/x.md:1:1: /// claims has no end: a line with nothing but `///` [open-block]"],
    ),
    "an end alone": (
        "Text\n\n///\n",
        [
            "docs/x.md:3:1: `///` here neither opens a block nor ends one;"
            " each block is `/// name` … `///` [stray-block]"
        ],
    ),
    "a quotation that is none": (
        '/// quote\n    text: "it lead the raid"\n///\n',
        [
            "docs/x.md:2:5: these words stand in no article;"
            ' did you mean `text: "it led the raid"`? [quote-not-found]'
        ],
    ),
    "a quotation in two places": (
        '/// quote\n    text: "Ukraine"\n///\n',
        [
            "docs/x.md:2:5: these words stand in 2 places;"
            " say which with `sentence:` s-00000000 or s-000000a5 [quote-ambiguous]"
        ],
    ),
    "a quotation in one of two places": (
        '/// quote\n    text: "Ukraine"\n    sentence: s-00000000\n///\n',
        [],
    ),
    "a quotation that is not in the sentence": (
        '/// quote\n    text: "Monday"\n    sentence: s-00000000\n///\n',
        [
            "docs/x.md:3:5: these words are not in this sentence; they stand in s-00000051"
            " [quote-not-found]"
        ],
    ),
    "two mistakes": (
        "/// clams\n///\n\n/// claims\n    stance: denise\n///\n",
        [
            "docs/x.md:1:1: there is no block `clams`; did you mean `claims`? [unknown-block]",
            "docs/x.md:5:5: there is no stance `denise`; did you mean `denies`? [option-value]",
        ],
    ),
}


@pytest.mark.parametrize(("markdown", "expected"), CASES.values(), ids=CASES)
def test_every_mistake_has_its_line(markdown: str, expected: list[str]) -> None:
    """A wrong block is a problem at its line, and leaves no raw text on the page."""
    text, problems = check_source(scan(markdown, {"tab"}), INDEX, "docs/x.md")
    assert [str(problem) for problem in problems] == expected
    assert len(text.split("\n")) == len(markdown.splitlines())
    if expected:
        wrong = [p.line for p in problems]
        assert not any(text.split("\n")[n - 1].strip() for n in wrong)


def test_lines_count_from_the_top_of_the_file() -> None:
    """Front matter counts."""
    _, problems = check_source(scan("/// clams\n///"), INDEX, "docs/x.md", offset=4)
    assert problems[0].line == 5


def test_a_narrowed_block_does_not_hold_everything() -> None:
    """A page that shows some claims still gets the block that shows all."""
    assert not places(scan("/// claims\n    by: ukraine\n///"), "claims")
    assert places(scan("/// claims\n///"), "claims")


def test_another_ones_block_does_not_stand_for_the_pages_own() -> None:
    """A page may show what belongs to another page, and still gets its own block."""
    source = scan("/// question\n    id: one\n///\n")
    assert places(source, "question", {"id": "one"})
    assert not places(source, "question", {"id": "two"})


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("claims", {"by": "ukrane"}),
        ("quote", {"text": "it led the rad"}),
        ("actor", {}),
        ("timeline", {"about": ["x"]}),
    ],
)
def test_a_wrong_block_that_only_markdown_finds_shows_nothing(
    name: str, options: dict[str, object]
) -> None:
    """It is a problem of its page, and never stops a build."""
    site = Site(INDEX.dossier, {"page.md": ""})
    site.enter("page.md", "page/")
    assert site.render(name, options) == ""
    (problem,) = site.problems
    assert str(problem).startswith(
        f"docs/page.md: in a block that Markdown finds on this page, /// {name}:"
    )
