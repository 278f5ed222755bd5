"""A site of several articles, built from the openings of ten reports of Wikinews."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT, run_build
from explainer.dossier import Dossier
from explainer.dossier import build as read_seeds
from explainer.problems import Level

pytestmark = pytest.mark.slow

PROJECT = ROOT / "tests" / "sites" / "wikinews"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """What the site was made from."""
    return read_seeds(PROJECT / "seeds", docs=PROJECT / "docs")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly, once for all tests; nobody may change it."""
    folder = tmp_path_factory.mktemp("several") / "site"
    done = run_build(PROJECT, "--strict", "--site-dir", str(folder))
    assert done.returncode == 0, done.stderr
    return folder


def page(site: Path, path: str) -> LexborHTMLParser:
    """A page of the site."""
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


def words(site: Path, path: str) -> str:
    """A page as a reader reads it."""
    return " ".join(page(site, path).css_first("article").text(separator=" ").split())


def test_one_actor_one_page(site: Path, dossier: Dossier) -> None:
    """An actor of several articles has one page, which names each of them."""
    shared = {
        actor.id: {place.article for place in actor.mentions}
        for actor in dossier.actors.values()
        if len({place.article for place in actor.mentions}) > 1
    }
    known = {"chrysler", "ford-motor-company", "general-motors", "united-states"}
    assert known <= shared.keys()
    assert len(shared["general-motors"]) >= 5
    for name, slugs in shared.items():
        seen = words(site, f"actors/{name}")
        assert all(dossier.sheets[slug].title in seen for slug in slugs)


def test_quotations_are_the_articles_own_words(site: Path, dossier: Dossier) -> None:
    """Each quotation of a claim is article[start:end], on the page of all and on its article's."""
    for slug, sheet in dossier.sheets.items():
        claims = [c for c in dossier.claims.values() if c.place.article == slug]
        for path in ("claims", f"articles/{slug}/claims"):
            seen = page(site, path)
            for claim in claims:
                quotation = seen.css_first(f"#{claim.id} blockquote p")
                pieces = [sheet.words(span) for span in claim.content]
                assert (quotation.text() if quotation else "") == " … ".join(pieces)


@pytest.mark.parametrize("path", ["", "claims", "articles", "timeline", "actors"])
def test_openings_are_said_to_be_openings(site: Path, path: str) -> None:
    """The texts are openings of articles: where readers come in, the site says so."""
    assert "opening" in words(site, path)


def test_questions_say_that_openings_answer_them(site: Path, dossier: Dossier) -> None:
    """What no answer says may stand in the rest of a report: each question's page tells so."""
    for name in dossier.questions:
        assert "these openings" in words(site, f"questions/{name}")


def test_a_quotation_over_two_sentences_has_one_speaker(dossier: Dossier) -> None:
    """Nobody is quoted with one half of what they say: both answer the same question."""
    question = dossier.questions["what-is-said-about-public-money-for-carmakers"]
    said = [cited.claim for answer in question.answers for cited in answer.cited]
    for who in ("dana-perino", "stephen-harper"):
        claims = [
            dossier.claims[id_] for id_ in said if id_ and who in dossier.claims[id_].speaker.actors
        ]
        assert len(claims) == 2, who


def test_two_numbers_for_one_plan(dossier: Dossier) -> None:
    """Where two reports tell another number of one plan, the numbers are two answers."""
    question = dossier.questions["how-many-jobs-was-ford-to-cut"]
    assert [answer.says for answer in question.answers] == ["30,000", "25,000 to 30,000"]


def test_one_day_for_one_filing(dossier: Dossier) -> None:
    """What two reports date differently is one event, with the words of both."""
    event = dossier.events["gm-files-for-bankruptcy"]
    assert event.when.edtf == "2009-06-01"
    assert {found.place.article for found in event.evidence} == {
        "gm-seeks-protection",
        "gm-plan-for-new-gm",
    }
    assert not [e.id for e in dossier.events.values() if e.when.edtf in {"2009-06-04", "2005"}]


def test_everybody_is_credited(site: Path, dossier: Dossier) -> None:
    """Each article's page names its publisher, its licence and the corpus that it came in."""
    for slug, sheet in dossier.sheets.items():
        seen = words(site, f"articles/{slug}")
        assert all(name in seen for name in ("Wikinews", "CC BY 2.5", "MEANTIME", "CC BY 4.0"))
        links = {a.attributes["href"] for a in page(site, f"articles/{slug}").css(".x-facts a")}
        licences = "https://creativecommons.org/licenses/by/"
        assert {sheet.url, f"{licences}2.5/", f"{licences}4.0/"} <= links


@pytest.mark.parametrize("block", ["claims", "timeline", "actors"])
def test_filters_need_no_script(site: Path, dossier: Dossier, block: str) -> None:
    """Table, timeline and glossary link to a page for each article, which holds that one's alone."""
    titles = {sheet.title for sheet in dossier.sheets.values()}
    links = page(site, block).css(".x-by-article a")
    assert {link.text() for link in links} == titles
    for slug, sheet in dossier.sheets.items():
        seen = page(site, f"articles/{slug}/{block}")
        proofs = [a.attributes["href"] for a in seen.css(".x-block a.x-proof")]
        # The glossary introduces an actor in the words of whichever article does it best.
        assert block == "actors" or all(f"articles/{slug}/#" in str(href) for href in proofs)
        assert sheet.title in seen.css_first("h1").parent.text()


def test_questions_go_across_articles(site: Path, dossier: Dossier) -> None:
    """A question of the site has answers from more than one article."""
    assert len(dossier.questions) == 3
    for question in dossier.questions.values():
        assert len({cited.place.article for cited in question.cited}) > 1
        assert question.question in words(site, "claims")


def test_articles_in_order_of_publication(dossier: Dossier) -> None:
    """Articles stand in the order in which they came out."""
    days = [str(sheet.published) for sheet in dossier.sheets.values()]
    assert days == sorted(days)
    assert all(sheet.published_given is False for sheet in dossier.sheets.values())


def test_nothing_is_wrong(dossier: Dossier) -> None:
    """What the machine is unsure of is a notice, and nothing that people wrote is an error."""
    assert [str(p) for p in dossier.problems if p.level is Level.ERROR] == []
