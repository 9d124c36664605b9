from __future__ import annotations

import pytest

from plainspeak.checking.finding import LeftAlone
from plainspeak.glossary.entry import Glossary
from plainspeak.reports.left_terms import LeftTerms
from plainspeak.reports.report import DocumentReport


@pytest.fixture
def glossary(make_entry) -> Glossary:
    approach = make_entry(
        "strengths-based approach", "noun", also=("asset-based approach",), what_we_mean="What works."
    )
    hub = make_entry("hub", "noun", level="should", what_we_mean="A place.")
    impact = make_entry("impact", "noun", what_we_mean="What changes.")
    to_impact = make_entry("impact", "verb", what_we_mean="To change.")._replace(id="impact-verb")
    sector = make_entry("the third sector", "phrase", what_we_mean="Charities.")
    plethora = make_entry("a plethora of", "phrase", what_we_mean="Many.")
    return Glossary([approach, hub, impact, to_impact, sector, plethora])


def terms(glossary: Glossary, *documents: DocumentReport, level: str = "should") -> LeftTerms:
    left = LeftTerms(glossary, level)
    assert list(left.of(documents)) == list(documents)
    return left


def found(make, words: str, entry: str, **changes):
    return make.finding(words, entry=entry, **changes)


def test_terms_once_each_in_order(make, glossary) -> None:
    first = DocumentReport("a", "txt", (found(make, "hubs", "hub"), found(make, "Hub", "hub")))
    second = DocumentReport("b", "txt", (found(make, "Strengths based approaches", "strengths-based-approach"),))
    assert terms(glossary, first, second).in_order() == [
        ("hub", "A place."),
        ("strengths-based approach", "What works."),
    ]


def test_an_article_has_no_place_in_the_alphabet(make, glossary) -> None:
    ids = ("the-third-sector", "strengths-based-approach", "a-plethora-of", "hub")
    findings = tuple(found(make, "x", key) for key in ids)
    assert [term.jargon for term in terms(glossary, DocumentReport("a", "txt", findings)).in_order()] == [
        "hub",
        "a plethora of",
        "strengths-based approach",
        "the third sector",
    ]


def test_the_wording_is_the_one_that_stands_in_the_text(make, glossary) -> None:
    asset = found(make, "asset based approach", "strengths-based-approach")
    strengths = found(make, "strengths-based approaches", "strengths-based-approach")
    (term,) = terms(glossary, DocumentReport("a", "txt", (asset,))).in_order()
    assert term.jargon == "asset-based approach"
    (term,) = terms(glossary, DocumentReport("a", "txt", (asset, strengths, strengths))).in_order()
    assert term.jargon == "strengths-based approach, asset-based approach"


def test_two_that_are_called_the_same_say_what_they_are(make, glossary) -> None:
    findings = (found(make, "impact", "impact"), found(make, "impacted", "impact-verb"))
    assert [term.jargon for term in terms(glossary, DocumentReport("a", "txt", findings)).in_order()] == [
        "impact (noun)",
        "impact (verb)",
    ]


@pytest.mark.parametrize(
    ("reason", "count"), [("quotation", 1), ("explained", 1), ("name", 0), ("code", 0), ("address", 0)]
)
def test_what_was_left_alone_is_explained_where_it_is_read_as_a_word(glossary, reason, count) -> None:
    document = DocumentReport("a", "txt", (), (LeftAlone("hub", 0, 3, "hub", reason),))
    assert len(terms(glossary, document).in_order()) == count
    assert terms(glossary, document, level="must").in_order() == []


def test_initials_without_an_entry_are_told_apart(make, glossary) -> None:
    unknown = found(make, "NCAG", "", check="acronym")
    spelling = found(make, "recieve", "", check="spelling")
    left = terms(
        glossary, DocumentReport("a", "txt", (unknown, unknown, found(make, "BCF", "", check="acronym"), spelling))
    )
    assert left.in_order() == []
    assert left.unexplained == ["NCAG", "BCF"]
