"""Blocks: what readers get to see, and what they never do."""

import re
from dataclasses import replace
from typing import Literal

import pytest
from selectolax.lexbor import LexborHTMLParser

from explainer.dossier.model import (
    SURE,
    Answer,
    Cited,
    Correction,
    Dossier,
    HiddenClaim,
    Place,
    Question,
    Role,
)
from explainer.lexicons.statuses import Status
from explainer.pages.addresses import Addresses
from explainer.pages.render import Renderer
from pages.dossiers import Draft, small

HOSTILE = "</title><script>alert(1)</script>"


def parsed(dossier: Dossier, block: str, **options: object) -> LexborHTMLParser:
    """A block's HTML."""
    html = Renderer(dossier, Addresses()).block(block, options, first=True)
    return LexborHTMLParser(str(html))


def words(dossier: Dossier, block: str, **options: object) -> str:
    """A block as a reader reads it."""
    text = parsed(dossier, block, **options).body.text(separator=" ")
    return re.sub(r"\s+([.,;:”])", r"\1", " ".join(text.split()))


def claim(relation: str, source: str = "Ukraine", *actors: str, **facts: object) -> str:
    """One claim as a reader reads it."""
    draft = Draft().actor("ukraine", "Ukraine").actor("b-group", "B Group")
    draft.claim(source, "denies that", "it led the raid", relation=relation, actors=actors, **facts)
    return words(draft.done(), "claims", limit=9)


WHO = {
    "is": (("Ukraine", "ukraine"), "Ukraine • asserts it led the raid"),
    "for": (("Ukraine", "ukraine"), "someone who speaks for Ukraine • asserts"),
    "are": (("Ukraine", "ukraine", "b-group"), "together: Ukraine, B Group • asserts"),
    "one_of": (("Ukraine", "ukraine", "b-group"), "one of: Ukraine, B Group • asserts"),
    "unnamed": (("Ukraine",), "without a name: Ukraine • asserts"),
    "unresolved": (("Ukraine",), "not clear who: Ukraine • asserts"),
    "nobody": (("",), "nobody is named • asserts"),
}


@pytest.mark.parametrize("relation", WHO)
def test_who_says_it_is_said_plainly(relation: str) -> None:
    """Every way in which words and actors belong together has its own wording."""
    arguments, expected = WHO[relation]
    seen = claim(relation, *arguments, stance="asserts", why="because of these words")
    assert expected in seen
    assert "Who: because of these words" in seen


def test_a_claim_shows_all_there_is_to_check_it_by() -> None:
    """Words of source and cue, sentence, date and its basis, type, rule, permanent link."""
    seen = parsed(small(), "claims", limit=9)
    card = seen.css_first("li")
    text = " ".join(card.text(separator=" ").split())
    for piece in ("✗ denies", "denies that", "24 May 2023", "date given by a person", "speech"):
        assert piece in text
    assert "says-that; such readings are right in about 90 of 100 cases" in text
    links = [a.attributes["href"] for a in card.css("a")]
    assert "\x1aarticles/raid/#s-00000000" in links
    assert f"\x1aclaims/#{card.attributes['id']}" in links


def test_all_claims_are_a_table() -> None:
    """Who, how, what, when and where are columns with headings; each claim is a row."""
    table = parsed(small(), "claims").css_first("table")
    columns = [th.text() for th in table.css("thead th[scope=col]")]
    assert columns == ["Who", "How", "What, in the article’s words, and where", "When"]
    assert table.css_first("caption").text().startswith("Who claims what in The raid")
    rows = table.css("tbody tr")
    assert len(rows) == 2
    assert all(len(row.css("th[scope=row]")) == 1 and len(row.css("td")) == 3 for row in rows)


def test_a_reading_that_is_often_wrong_says_so() -> None:
    """A reading that is none of those right in 85 of 100 cases asks to be checked."""
    unsure = claim("is", "Ukraine", "ukraine", stance="asserts", confidence=SURE - 0.01)
    sure = claim("is", "Ukraine", "ukraine", stance="asserts", confidence=SURE)
    assert "check the reading" in unsure
    assert "check the reading" not in sure


def test_marks_round_words_with_marks_are_others() -> None:
    """No reader has to guess which of two marks beside each other is the article's."""
    draft = Draft("“The Group” said it was over.").actor("a", "A Group")
    draft.claim("“The Group”", "said", "it was over", actors=["a"])
    seen = parsed(draft.done(), "claims").css("tbody .x-small q")
    assert [(q.text(), q.attributes.get("class")) for q in seen] == [
        ("“The Group”", "x-outer"),
        ("said", None),
    ]


def test_what_a_person_found_right_says_so_where_it_is_read() -> None:
    """It stands beside how the claim was read, and not beside each name."""
    dossier = small()
    name = next(iter(dossier.claims))
    seen = replace(dossier.claims[name], corrections=(Correction("checked", ""),))
    card = parsed(replace(dossier, claims={name: seen}), "claims").css_first("tbody tr")
    assert card.css_first("summary").text() == "How this was read, and checked by hand"
    assert "by hand" not in card.css_first("th").text()


def test_what_is_uncertain_is_counted() -> None:
    """How many readings are checked, claims nobody's, dates a person's word, and entries undated."""
    draft = Draft().actor("a", "A Group").actor("b", "B Group")
    draft.claim("Ukraine", "denies that", "it led the raid", actors=["a"])
    draft.claim("Two groups", "claim", "they were behind the raid", relation="one_of",
                actors=["a", "b"], confidence=SURE - 0.01)  # fmt: skip
    dossier = draft.done()
    first = next(iter(dossier.claims.values()))
    seen = replace(first, corrections=(Correction("checked", ""),))
    told = words(replace(dossier, claims={**dossier.claims, first.id: seen}), "uncertain")
    assert "Rules read 2 claims. People checked 1. 1 asks to be checked." in told
    assert "In 1 claim the article names nobody, or one of several" in told
    assert "The article’s date is a person’s word." in told
    with_events = words(small(), "uncertain")
    assert "People have checked none." in with_events
    assert re.search(r"Of \d+ entr\w+ of the timeline, none has a date", with_events)


def test_pieces_of_a_content_are_joined_by_a_gap() -> None:
    """What stands between the pieces is not passed off as said."""
    draft = Draft("Both said they “want peace”, reporters heard, “and bread”.")
    draft.claim("Both", "said", "they “want peace”", "“and bread”", relation="unnamed")
    quotation = parsed(draft.done(), "claims").css_first("blockquote")
    assert quotation.text() == "they “want peace” … “and bread”"


def test_a_claim_without_words_says_so() -> None:
    """ "The denials of the authorities" has no content."""
    draft = Draft("He spoke of the denials of the authorities.")
    draft.claim("", "denials", relation="nobody")
    assert "The article does not say in words what." in words(draft.done(), "claims")


def test_options_narrow() -> None:
    """by, about, stance, article and limit leave what they name."""
    dossier = small()
    of = {key: len(parsed(dossier, "claims", **options).css("li[id], tr[id]")) for key, options in {
        "all": {}, "by": {"by": "a-group"}, "about": {"about": "ukraine"},
        "both": {"by": "ukraine", "about": "ukraine"}, "stance": {"stance": "denies"},
        "article": {"article": "raid"}, "limit": {"limit": 1},
    }.items()}  # fmt: skip
    assert of == {"all": 2, "by": 1, "about": 1, "both": 0, "stance": 1, "article": 2, "limit": 1}
    assert "All 2 claims" in words(dossier, "claims", limit=1)


def test_an_actor_page_tells_own_from_shared() -> None:
    """What two say together stands apart, with the words that mean them."""
    seen = words(small(), "actor", id="b-group")
    assert "Claims made together with others Through the words Two groups." in seen
    assert "they were behind the raid" in seen
    assert "What others say" not in seen


def test_a_part_of_a_day_without_its_day_says_so() -> None:
    """The reading is marked as one."""
    seen = words(small(), "timeline")
    assert "in the afternoon; day not stated, read as Monday 22 May 2023" in seen


def test_times_have_valid_values() -> None:
    """Only what HTML knows is a <time>."""
    seen = parsed(small(), "timeline")
    values = {time.attributes.get("datetime") for time in seen.css("time")}
    assert values == {"2023-05-22", "2023-05-24"}


def test_a_loaded_clause_is_never_a_heading() -> None:
    """The heading is the time; the clause stands below as the article's own wording."""
    draft = Draft("The murderous regime struck on Monday.")
    draft.event("The murderous regime struck on Monday", "Monday", loaded=True)
    seen = parsed(draft.done(), "timeline")
    assert "murderous" not in seen.css_first(".x-event-head").text()
    assert "In the article’s own wording:" in words(draft.done(), "timeline")


@pytest.mark.parametrize(
    ("status", "own", "label"),
    [
        ("happened", True, ""),
        ("said", True, "said then"),
        ("claimed", False, "somebody’s word"),
        ("planned", True, "planned"),
        ("wanted", False, "wanted"),
        ("feared", False, "feared"),
        ("conditional", True, "conditional"),
        ("denied", False, "denied"),
        ("denied", True, "does not happen"),
    ],
)
def test_only_a_fact_looks_like_one(status: str, own: bool, label: str) -> None:
    """What is only said, planned, feared or denied has a word beside it, and a frame of its own."""
    draft = Draft()
    draft.claim("Ukraine", "denies that", "it led the raid", relation="nobody")
    whose = None if own else next(iter(draft.claims))
    draft.event("The town was attacked on Monday", "Monday", status=status, claim=whose)
    entry = parsed(draft.done(), "timeline").css_first(f".x-event-is-{status}")
    assert "".join(found.text() for found in entry.css(".x-event-head .x-status")) == label


def test_what_is_cited_says_whose_word_it_is() -> None:
    """A citation leaves the page without its frame: the status and who says so go with it."""
    draft = Draft().actor("ukraine", "Ukraine", "Ukraine")
    draft.claim("Ukraine", "denies that", "it led the raid", actors=["ukraine"], stance="denies")
    (claim,) = draft.claims
    draft.event("The town was attacked on Monday", "Monday", status="denied", claim=claim)
    draft.event("The special measures were lifted in the afternoon", "in the afternoon")
    cited = [
        " ".join(found.text().split())
        for found in parsed(draft.done(), "timeline").css(".x-cite p")
    ]
    assert cited[0].startswith(
        "“The town was attacked on Monday” [denied]: Monday 22 May 2023 (inferred). Ukraine (denies)."
    )
    assert (
        "lifted in the afternoon”: Monday 22 May 2023 (inferred). In the article’s own" in cited[1]
    )


@pytest.mark.parametrize("status", ["happened", "planned"])
def test_status_by_a_person_is_marked(status: Status) -> None:
    """What a person says an event is, is shown as their word, on the timeline and on its page."""
    draft = Draft()
    draft.event("The town was attacked on Monday", "Monday")
    dossier = draft.done()
    ((id_, event),) = dossier.events.items()
    dossier.events[id_] = replace(event, heading="The attack", told_as=status)
    for name, options in (("timeline", {}), ("event", {"id": id_})):
        told = " ".join(parsed(dossier, name, **options).body.text().split())
        assert f"{status} status given by a person" in told


def test_undated_events_have_a_lane_of_their_own() -> None:
    """They are listed apart, with the reason."""
    draft = Draft()
    draft.event("The town was attacked on Monday", "Monday", edtf=None, value="XXXX-WXX-1",
                basis="open", why="the article has no date", uses_publication=False)  # fmt: skip
    seen = parsed(draft.done(), "timeline")
    assert seen.css_first("ol") is None
    assert "open: the article has no date" in words(draft.done(), "timeline")


def test_each_sentence_links_back() -> None:
    """In the notes on a sentence stands what rests on it; the article's own voice is marked."""
    seen = parsed(small(), "article", id="raid")
    first, *_, last = seen.css(".x-line")
    links = [a.attributes["href"] for a in seen.css(f"#n-{first.attributes['id']} a")]
    assert any(link.startswith("\x1aclaims/#s-") for link in links)
    assert "x-own" not in first.attributes["class"]
    assert "x-own" in last.attributes["class"]
    assert "the article’s own voice" in seen.css_first(f"#n-{last.attributes['id']}").text()


def test_excerpts_publish_no_other_sentence() -> None:
    """What nothing rests on is a gap with its length, on every block."""
    dossier = small(show="excerpts")
    for block, options in {
        "article": {"id": "raid"}, "actor": {"id": "ukraine"}, "actors": {}, "claims": {},
        "timeline": {}, "desk": {}, "voices": {}, "articles": {},
    }.items():  # fmt: skip
        assert "Nothing rests upon" not in words(dossier, block, **options), block
    assert "[7 words not reproduced]" in words(dossier, "article", id="raid")
    assert "Named 1 time more in sentences that are not reproduced" in words(
        dossier, "actor", id="ukraine"
    )


def test_a_hostile_text_stays_text() -> None:
    """Names, titles, sentences: whatever they hold is shown, not run."""
    attack = f'He said "{HOSTILE} {{{{ config }}}} [x](javascript:alert(1)) \u202e" on Monday.'
    draft = Draft(attack, title=HOSTILE, publisher=HOSTILE, rights=HOSTILE,
                  url="javascript:alert(1)", published_basis=HOSTILE)  # fmt: skip
    draft.actor("x", HOSTILE, "He", kind=HOSTILE, roles=(HOSTILE,))
    draft.claim("He", "said", HOSTILE, actors=["x"], why=HOSTILE, rule=HOSTILE)
    draft.event(attack[:-1], "Monday", actors=("x",))
    dossier = draft.done()
    for block, options in {
        "article": {"id": "raid"}, "actor": {"id": "x"}, "actors": {}, "claims": {},
        "timeline": {}, "desk": {}, "voices": {}, "articles": {},
    }.items():  # fmt: skip
        html = Renderer(dossier, Addresses()).block(block, options, first=True)
        assert "<script" not in html, block
        assert "\u202e" not in html, block
        assert 'href="javascript' not in html, block
    assert "⟦U+202E⟧" in words(dossier, "article", id="raid")


def test_a_denial_beside_a_claim_is_a_hint() -> None:
    """The desk names the pair, and does not judge."""
    assert "Ukraine: denies beside A Group, B Group: claims" in words(small(), "desk")


def disputed(**facts: object) -> Dossier:
    """The small dossier with one question that two claims answer."""
    dossier = small(**facts)
    one, two = dossier.claims.values()
    places = [dossier_place(dossier, claim.id) for claim in (one, two)]
    answers = (
        Answer(HOSTILE, (Cited(one.id, places[0]),)),
        Answer("The groups", (Cited(two.id, places[1]),)),
    )
    other = Question("other", "What else?", (Answer("Nothing", (Cited(one.id, places[0]),)),))
    return replace(dossier, questions={"who": Question("who", "Who?", answers), "other": other})


def dossier_place(dossier: Dossier, claim: str) -> Place:
    """The place of a claim's content."""
    found = dossier.claims[claim]
    return replace(found.place, span=found.content[0])


def test_a_matrix_has_a_column_for_each_who_answers() -> None:
    """Rows are questions, columns are actors; empty cells say that the article has nothing."""
    table = parsed(disputed(), "matrix").css_first("table")
    assert [th.text() for th in table.css("thead th")] == [
        "Question", "Ukraine", "A Group", "B Group",
    ]  # fmt: skip
    cells = [[" ".join(td.text().split()) for td in tr.css("td")] for tr in table.css("tbody tr")]
    assert cells[0][0] == f"{HOSTILE} ✗ denies it led the raid"
    assert cells[0][1].startswith("The groups ◦ claims they were behind the raid")
    assert cells[1][1:] == ["not in this article", "not in this article"]


def test_a_claim_of_one_of_several_is_no_ones_answer() -> None:
    """It stands in the column of others, with whom it may be."""
    draft = Draft().actor("a", "A Group").actor("b", "B Group")
    draft.claim("Two groups", "claim", "they were behind the raid", relation="one_of",
                actors=["a", "b"])  # fmt: skip
    dossier = draft.done()
    (name,) = dossier.claims
    answer = Answer("They", (Cited(name, dossier_place(dossier, name)),))
    dossier = replace(dossier, questions={"who": Question("who", "Who?", (answer,))})
    table = parsed(dossier, "matrix").css_first("table")
    assert [th.text() for th in table.css("thead th")] == ["Question", "Others"]
    assert "one of: A Group, B Group" in table.css_first("td").text()


def test_a_question_tells_who_says_nothing_of_it() -> None:
    """Answers, the denials among them marked, and those who answer elsewhere only."""
    seen = parsed(disputed(), "question", id="who")
    assert [h.text() for h in seen.css("h1, h2")] == ["Who?", HOSTILE, "The groups"]
    assert [li.css_first(".x-who").text() for li in seen.css(".x-denial")] == ["Ukraine"]
    other = words(disputed(), "question", id="other")
    assert "on this one nothing of theirs is reported: A Group, B Group." in other


def asked(draft: Draft, **answers: int) -> Dossier:
    """Questions, each answered by the claim with a number."""
    dossier = draft.done()
    claims = list(dossier.claims)
    questions = {}
    for name, number in answers.items():
        cited = Cited(claims[number], dossier_place(dossier, claims[number]))
        questions[name] = Question(name, f"{name}?", (Answer("Yes", (cited,)),))
    return replace(dossier, questions=questions)


def cells_of(dossier: Dossier) -> dict[str, list[str]]:
    """The cells of each actor's column."""
    table = parsed(dossier, "matrix").css_first("table")
    rows = [[" ".join(c.text().split()) for c in row.css("th, td")] for row in table.css("tr")]
    return {name: list(cells) for name, *cells in zip(*rows, strict=True)}


def test_who_may_have_answered_is_not_silent() -> None:
    """Neither the matrix nor the question says that one of several has nothing to say."""
    draft = Draft().actor("a", "A Group").actor("b", "B Group").actor("c", "C Group")
    draft.claim("Two groups", "claim", "they were behind the raid", relation="one_of",
                actors=["a", "b"])  # fmt: skip
    draft.claim("Ukraine", "denies that", "it led the raid", relation="are", actors=["a", "c"])
    dossier = asked(draft, raid=0, lead=1)
    cells = cells_of(dossier)
    assert cells["A Group"][0].endswith("may have answered: one of: A Group, B Group")
    assert cells["C Group"][0] == "not in this article"
    assert "B Group" not in cells
    seen = words(dossier, "question", id="raid")
    assert "A Group may have answered: one of: A Group, B Group ◦ claims “Yes”" in seen
    assert "nothing of theirs is reported: C Group." in seen


def test_who_answers_in_a_group_or_through_a_part_is_not_silent() -> None:
    """A group's claim is its members' together; the whole is told through which part it answers."""
    draft = Draft().actor("us", "United States").actor("ministry", "Ministry", part_of="us")
    draft.actor("a", "A Group").actor("both", "Both", kind="group", members=("a",))
    draft.claim("Two groups", "claim", "they were behind the raid", actors=["both"])
    draft.claim("Ukraine", "denies that", "it led the raid", actors=["ministry"])
    draft.claim("Nothing", "rests upon", "this sentence", actors=["us"])
    draft.actors["a"] = replace(draft.actors["a"], shared=draft.actors["both"].claims)
    dossier = asked(draft, raid=0, lead=1, other=2)
    cells = cells_of(dossier)
    assert cells["A Group"][0].endswith("together: Both")
    assert cells["United States"][:2] == ["not in this article", "through Ministry"]
    seen = words(dossier, "question", id="lead")
    assert "United States: through Ministry." in seen
    assert "nothing of theirs is reported: A Group, Both." in seen


def test_questions_leave_no_trace_where_there_are_none() -> None:
    """No heading, no table, no empty list."""
    assert Renderer(small(), Addresses()).block("questions", {}).strip() == ""
    assert Renderer(small(), Addresses()).block("matrix", {}).strip() == ""


def test_a_claim_by_hand_says_so() -> None:
    """No stance and no cue are made up for it."""
    dossier = small()
    one, two = dossier.claims.values()
    made = replace(one, by_hand=True, rule="by hand", speaker=replace(one.speaker, span=None))
    dossier = replace(dossier, claims={made.id: made, two.id: two})
    for options in ({"limit": 1}, {}):
        seen = words(dossier, "claims", **options)
        assert "Ukraine added by hand" in seen
        assert "✗ denies" not in seen
        assert "no rule read this" in seen
    assert "Ukraine: denies" not in words(dossier, "article", id="raid")
    assert "Ukraine: added by hand" in words(dossier, "article", id="raid")


def test_claims_know_their_questions() -> None:
    """Each claim links to what it answers; the option narrows to it; the desk lists the rest."""
    dossier = disputed()
    assert "Answers: Who? · What else?" in words(dossier, "claims", by="ukraine")
    assert len(parsed(dossier, "claims", question="other").css("tbody tr[id]")) == 1
    assert "What no file in docs/questions/ quotes. None." in words(dossier, "desk")
    assert "quotes. Ukraine: denies A Group, B Group: claims" in words(small(), "desk")


def test_an_introduction_says_whose_words_it_is_in() -> None:
    """Who is introduced within somebody's claim is so "as said by" them, on the page and in the list."""
    draft = Draft("Kiev said that Ann, a spy, was gone. Bo, a baker, said so too.")
    draft.actor("kiev", "Ukraine", "Kiev")
    said, own = draft.place(draft.span("Ann")), draft.place(draft.span("Bo"))
    draft.actor("ann", "Ann", "Ann", kind="person", intro=said)
    draft.actor("bo", "Bo", "Bo", kind="person", intro=own)
    draft.claim("Kiev", "said that", "Ann, a spy, was gone", actors=["kiev"])
    dossier = draft.done()
    assert "As said by: Ukraine ( Kiev )" in words(dossier, "actor", id="ann")
    assert "As said by" not in words(dossier, "actor", id="bo")
    assert words(dossier, "actors").count("As said by") == 1


def test_an_introduction_may_be_somebodys_words_in_part() -> None:
    """A sentence that is not all a claim, its source and its cue is so in part."""
    draft = Draft("As the siege went on, Kiev said that Ann was gone.")
    draft.actor("kiev", "Ukraine", "Kiev")
    draft.actor("ann", "Ann", "Ann", kind="person", intro=draft.place(draft.span("Ann")))
    draft.claim("Kiev", "said that", "Ann was gone", actors=["kiev"])
    assert "In part as said by: Ukraine ( Kiev )" in words(draft.done(), "actor", id="ann")


def test_actors_of_an_article_are_introduced_by_it() -> None:
    """What “only from” an article has no sentence of another one."""
    draft = Draft("Ann is a spy.", "one").actor("ann", "Ann", "Ann")
    first = draft.actors["ann"].mentions[0]
    draft.article("Ann was seen.", "two").actor("ann", "Ann", "Ann")
    second = draft.actors["ann"].mentions[1]
    draft.actors["ann"] = replace(draft.actors["ann"], intro=first, intros=(first, second))
    dossier = draft.done()
    assert "Ann is a spy." in words(dossier, "actors")
    assert "Ann was seen." in words(dossier, "actors", article="two")


def test_one_of_nobody_knows_whom_is_told_in_the_words_of_the_article() -> None:
    """Without candidates the words themselves stand there."""
    assert "one of several: Ukraine • asserts" in claim("one_of", stance="asserts")


def test_what_a_person_gave_is_marked() -> None:
    """Facts of an actor that no article tells say that a person gave them, and why."""
    draft = Draft().actor("ukraine", "Ukraine", "Ukraine")
    draft.actor(
        "a", "A Group", "Two groups", part_of="ukraine", kind="armed group",
        held=(Role("Guard", "2020-11", "2024", "as its site says"),), wikidata="Q42",
        homepage="https://example.org/", given=frozenset({"name", "part_of"}),
        intro=draft.place(draft.span("The town")),
    )  # fmt: skip
    seen = words(draft.done(), "actor", id="a")
    assert "Name A Group given by a person" in seen
    assert "Kind armed group Part of Ukraine given by a person" in seen
    role = "Guard, from November 2020 until 2024 given by a person: as its site says"
    assert f"Role {role}" in seen
    links = [a.attributes for a in parsed(draft.done(), "actor", id="a").css("a[rel]")]
    addresses = [(link["href"], link["rel"]) for link in links]
    assert addresses == [
        ("https://www.wikidata.org/wiki/Q42", "external noreferrer"),
        ("https://example.org/", "external noreferrer"),
    ]


def test_nobody_gave_anything() -> None:
    """An actor that no one has written about bears no mark."""
    assert not parsed(small(), "actor", id="a-group").css(".x-given-by")


def corrected() -> Dossier:
    """The small dossier, its denial corrected in all that can be, its claim checked."""
    dossier = small()
    one, two = dossier.claims.values()
    whats: tuple[Literal["who", "stance", "content"], ...] = ("who", "stance", "content")
    changed = replace(
        one,
        stance="claims",
        speaker=replace(one.speaker, actors=("a-group",), given=True, why="as heard"),
        content=(one.cue,),
        corrections=tuple(Correction(what, f"heard {what}") for what in whats),
        read=one,
    )
    checked = replace(two, confidence=0.1, corrections=(Correction("checked", ""),))
    return replace(
        dossier,
        claims={changed.id: changed, checked.id: checked},
        hidden_claims=(HiddenClaim(one, "no claim", "seeds/raid.yml:3"),),
    )


def test_a_corrected_claim_says_what_was_read() -> None:
    """The mark stands beside the claim; below it what was read, and why it is not so."""
    for options in ({"limit": 9}, {}):
        seen = words(corrected(), "claims", **options)
        assert "corrected by hand" in seen
        assert "who. The program had read: Ukraine. Why: heard who" in seen
        assert "stance. The program had read: denies. Why: heard stance" in seen
        assert "content. The program had read: it led the raid. Why: heard content" in seen


def test_what_a_person_took_out_is_no_own_voice() -> None:
    """The sentence's notes say that a reading was taken out, and why."""
    dossier = small()
    draft = Draft().claim("", "rests upon", "this sentence", relation="nobody").done()
    (claim,) = draft.claims.values()
    before = words(dossier, "article", id="raid")
    hidden = (HiddenClaim(claim, "It rests on nothing.", "seeds/raid.yml:3"),)
    seen = words(replace(dossier, hidden_claims=hidden), "article", id="raid")
    assert "A reading was taken out by hand: It rests on nothing." in seen
    voice = "the article’s own voice"
    assert seen.count(voice) == before.count(voice) - 1
    html = parsed(replace(dossier, hidden_claims=hidden), "article", id="raid")
    line = html.css_first(f"[id='{claim.place.sentence}']")
    assert "x-own" not in line.attributes["class"]


def test_an_answer_says_why_it_is_corrected() -> None:
    """The reason stands beside the mark, on the question's page."""
    dossier = corrected()
    (one, *_) = dossier.claims.values()
    answer = Answer("Yes", (Cited(one.id, dossier_place(dossier, one.id)),))
    dossier = replace(dossier, questions={"who": Question("who", "Who?", (answer,))})
    seen = words(dossier, "question", id="who")
    assert "corrected by hand Corrected by hand (who): heard who" in seen


def test_a_checked_claim_asks_for_no_check() -> None:
    """That somebody has looked at it stands with how it was read; the mark that asks for it is gone."""
    seen = words(corrected(), "claims")
    assert "Checked by hand" in seen
    assert "check the reading" not in seen


def test_what_was_read_is_not_published_beyond_excerpts() -> None:
    """Words in a sentence that is not reproduced do not come back as what had been read."""
    draft = Draft(show="excerpts")
    draft.actor("ukraine", "Ukraine")
    draft.claim("Ukraine", "denies that", "it led the raid", actors=["ukraine"])
    dossier = draft.done()
    (one,) = dossier.claims.values()
    read = replace(one, content=(draft.span("Nothing rests upon this sentence"),))
    after = replace(one, read=read, corrections=(Correction("content", "heard"),))
    seen = words(replace(dossier, claims={one.id: after}), "claims")
    assert "Nothing rests" not in seen
    assert "The program had read: words that are not reproduced here" in seen


def test_the_desk_lists_what_people_corrected() -> None:
    """Corrected, checked and hidden claims, each with its reason."""
    seen = words(corrected(), "desk")
    assert "A Group: claims; who: heard who; stance: heard stance; content: heard content." in seen
    assert "A Group, B Group: claims; checked." in seen
    assert "Hidden (seeds/raid.yml:3): denies that in its sentence; no claim." in seen


def test_a_stance_by_hand_is_shown() -> None:
    """A claim that a person added has a stance if the person gave one."""
    dossier = small()
    one, two = dossier.claims.values()
    made = replace(one, by_hand=True, corrections=(Correction("stance", "heard"),))
    dossier = replace(dossier, claims={made.id: made, two.id: two})
    assert "✗ denies added by hand" in words(dossier, "claims", limit=1)
    assert "Ukraine: denies, added by hand" in words(dossier, "article", id="raid")
    assert len(parsed(dossier, "claims", stance="denies").css("tbody tr[id]")) == 1


def test_the_desk_asks_for_no_speaker_twice() -> None:
    """Where a person has said that it is one of several, nothing more can be asked for."""
    draft = Draft().actor("a", "A Group").actor("b", "B Group")
    draft.claim("Two groups", "claim", "they were behind", relation="one_of", actors=["a", "b"])
    dossier = draft.done()
    assert "Two groups: one of: A Group, B Group" in words(dossier, "desk")
    (one,) = dossier.claims.values()
    given = replace(one, speaker=replace(one.speaker, given=True))
    seen = words(replace(dossier, claims={one.id: given}), "desk")
    assert "Two groups: one of" not in seen
