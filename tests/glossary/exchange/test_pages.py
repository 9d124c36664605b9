"""Pages and files for other programs: whole, safe and in order."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from xml.parsers import expat

import pytest
import yaml
from lxml import etree

from plainspeak.glossary.candidates import Candidate
from plainspeak.glossary.exchange.jargon_buster import html, markdown
from plainspeak.glossary.exchange.tbx import tbx
from plainspeak.glossary.exchange.vale import vale_files
from plainspeak.glossary.exchange.voting_sheet import csv_sheet, html_sheet
from plainspeak.glossary.layers import load_glossary
from tests.glossary.making import Conditions, Entry, Example, Wording, entry

CASES = Path(__file__).parents[2] / "cases"
HOSTILE = entry(
    "R&D <b>*x*",
    "a < b",
    what_we_mean='He said "yes" & <script>alert(1)</script>.',
    examples=(Example("A & B.", flag=True),),
)


class Outline(HTMLParser):
    """The tags of a page that is well formed, and its headings."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.headings: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"h1", "h2", "h3"}:
            self.headings.append((self.open[-1], data))


def outline(page: str) -> Outline:
    read = Outline()
    read.feed(page)
    assert read.open == []
    return read


@pytest.fixture(scope="module")
def shipped() -> list[Entry]:
    return list(load_glossary().entries)


def test_the_page_has_headings_in_order_and_no_script(shipped: list[Entry]) -> None:
    page = "".join(html(shipped, "Ours & yours"))
    read = outline(page)
    assert read.headings[0] == ("h1", "Ours & yours")
    assert sum(level == "h3" for level, _ in read.headings) >= len(shipped)
    letters = [words for level, words in read.headings if level == "h2"]
    assert letters == sorted(letters)
    assert not read.tags & {"script", "img", "link", "iframe"}
    assert "http" not in page.partition("<main>")[0]
    assert '<html lang="en-GB">' in page


def test_words_on_a_page_are_never_tags() -> None:
    page = "".join(html([HOSTILE]))
    assert "<script>" not in page
    assert ("h3", "The jargon: R&D <b>*x*") in outline(page).headings or "R&amp;D &lt;b&gt;*x*" in page
    assert "The jargon: R&D \\<b\\>\\*x\\*" in "".join(markdown([HOSTILE]))


def test_terms_that_begin_with_a_number_come_first() -> None:
    page = "".join(markdown([entry("beta"), entry("111"), entry("Alpha")]))
    assert [line for line in page.splitlines() if line.startswith("##")] == [
        "## 0–9",
        "### The jargon: 111",
        "## A",
        "### The jargon: Alpha",
        "## B",
        "### The jargon: beta",
    ]


def test_tbx_is_well_formed_with_one_entry_for_each(shipped: list[Entry]) -> None:
    started: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, given: started.append((tag, given))
    parser.Parse("".join(tbx([*shipped, HOSTILE])), True)
    ids = [given["id"] for tag, given in started if tag == "termEntry"]
    assert len(ids) == len(set(ids)) == len(shipped) + 1
    assert sum(tag == "langSet" for tag, _ in started) == len(ids)


def test_tbx_keeps_the_order_of_its_standard(shipped: list[Entry]) -> None:
    """And uses only the values that TBX-Basic knows."""
    rules = etree.DTD(str(CASES / "tbx_basic.dtd"))
    page = etree.fromstring("".join(tbx([*shipped, HOSTILE._replace(id="hostile")])).encode())
    assert rules.validate(page), rules.error_log.filter_from_errors()[0]
    parts = {note.text for note in page.iter("termNote") if note.get("type") == "partOfSpeech"}
    assert parts <= {"noun", "verb", "adjective", "adverb", "properNoun", "other"}
    page.find(".//tig").append(etree.Element("term"))
    assert not rules.validate(page)


def test_vale_files_are_yaml_with_every_form(shipped: list[Entry]) -> None:
    files = vale_files(shipped)
    styles = {name: yaml.safe_load(text) for name, text in files.items() if name.endswith(".yml")}
    assert {style["extends"] for style in styles.values()} == {"substitution", "existence"}
    assert all(style["ignorecase"] == ("Initials" not in name) for name, style in styles.items())


def test_a_vale_swap_is_in_the_form_of_the_words() -> None:
    files = vale_files(
        [entry("service user", "person who uses services"), entry("ICB", "local board", kind="initials")]
    )
    swap = yaml.safe_load(files["styles/Plainspeak/SwapMust.yml"])
    assert swap["swap"] == {
        "service[ -]user": "person who uses services",
        "service[ -]users": "people who use services",
    }
    assert swap["level"] == "error"
    assert yaml.safe_load(files["styles/Plainspeak/SwapMustInitials.yml"])["swap"]["ICBs"] == "local boards"


def test_what_depends_on_the_sentence_is_softer_in_vale_or_left_out() -> None:
    unless, only = Conditions(unless=("financial {}",)), Conditions(only=("our {}",))
    files = vale_files(
        [
            entry("asset", "strength", conditions=unless),
            entry("offer", "service", conditions=only),
            entry("carer", look_up="only"),
            entry("agenda", say_instead=(Wording("plan", when=("our {}",)),)),
        ]
    )
    assert sorted(files) == [".vale.ini", "styles/Plainspeak/ExplainMust.yml", "styles/Plainspeak/SwapCould.yml"]
    assert not {"offer", "carer"} & set("".join(files.values()).replace("'", " ").split())


CANDIDATES = [Candidate("=cmd <b>", "noun", 3, 2, "-1 & more.", 9.0)]


def test_a_voting_page_is_a_table_that_can_be_read_aloud() -> None:
    page = "".join(html_sheet(CANDIDATES))
    read = outline(page)
    assert {"table", "caption", "thead", "th"} <= read.tags
    assert "script" not in read.tags
    assert '<th scope="row">=cmd &lt;b&gt;<br>' in page


def test_a_voting_table_holds_no_formula() -> None:
    assert "'=cmd <b>,noun,3,2,'-1 & more.,,," in csv_sheet(CANDIDATES)
