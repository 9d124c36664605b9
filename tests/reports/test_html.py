from __future__ import annotations

import re
import tracemalloc
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from itertools import chain

import pytest

from plainspeak.batch.run import Run
from plainspeak.checking.finding import LeftAlone, Suggestion
from plainspeak.documents.document import Document
from plainspeak.reports.html import print_html
from plainspeak.reports.report import Detail, DocumentReport
from plainspeak.text.readability import Readability, readability
from tests.reports import hostile

BEFORE, AFTER = Readability(2, 500, 20.0, 11.0, 16), Readability(2, 480, 19.0, 9.0, 14)


class Outline(HTMLParser):
    """What a page holds: its tags, the text of the elements asked for, and whether every tag is closed in order."""

    EMPTY = frozenset({"meta", "br", "rect"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.texts: dict[str, list[str]] = {}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.visible: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        given = dict(attrs)
        assert not [name for name in given if name.startswith("on")]
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag not in self.EMPTY:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.EMPTY:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.texts[tag][-1] += data
        if "style" not in self.open:
            self.visible.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.visible))


@pytest.fixture
def outline(make):
    """The page about some documents, taken apart."""

    def of(*documents: DocumentReport) -> Outline:
        page = Outline("".join(print_html(make.report(*documents), date(2026, 11, 28))))
        assert page.open == []
        return page

    return of


def document(make, path: str = "a.txt", *findings, **changes) -> DocumentReport:
    findings = findings or (make.finding(),)
    detail = Detail(tuple(0 for _ in findings), AFTER)
    return DocumentReport(path, "txt", findings, readability=BEFORE, detail=detail)._replace(**changes)


def test_one_document(make, outline) -> None:
    page = outline(document(make))
    assert page.texts["title"] == ["Jargon report: a.txt"]
    assert page.texts["h1"] == ["Jargon report"]
    assert "a.txt, 28 November 2026" in page.text
    assert "Readers may stumble over words and phrases in 1 place." in page.text
    assert "Jargon in 1,000 words2" in page.text
    assert "0 with the safe swaps made" in page.text
    assert "Reading age in years1614 with the safe swaps made" in page.text
    assert "Jargon by document" not in page.texts["h2"]


def test_a_sentence_is_marked_in_words_and_told_with_its_safe_swaps_made(make, outline) -> None:
    page = outline(document(make))
    assert page.texts["mark"] == ["service users (must)"]
    assert "Ask the service users (must)." in page.text
    assert "With the safe swaps: Ask the people." in page.text
    assert "Line 3, column 9" in page.text
    assert "service users – say: people" in page.text


def test_two_findings_of_one_sentence_share_it(make, outline) -> None:
    sentence = "Ask the hub, not the hub."
    first = make.finding("hub", sentence=sentence, start=108, end=111, suggestions=())
    second = first._replace(start=121, end=124)
    other = first._replace(start=308, end=311)
    page = outline(document(make, "a.txt", first, second, other, detail=Detail((100, 100, 300), AFTER)))
    assert page.texts["mark"] == ["hub (must)"] * 3
    assert "Ask the hub (must), not the hub (must)." in page.text
    assert "2 sentences to look at" in page.text
    assert page.text.count("What we mean: People.") == 2  # once in the chart, once in the document


def test_without_detail_the_sentence_is_still_marked(make, outline) -> None:
    assert outline(document(make, detail=None)).texts["mark"] == ["service users (must)"]


def test_a_long_sentence_is_cut_where_nothing_was_found(make, outline) -> None:
    sentence = f"{'Before ' * 200}hub{' after' * 200}."
    start = sentence.index("hub")
    finding = make.finding("hub", sentence=sentence, start=start, end=start + 3, suggestions=())
    page = outline(document(make, "a.txt", finding))
    (shown,) = [text for text in page.texts["p"] if "hub (must)" in text]
    assert len(shown) < 400
    assert shown.startswith(" … ")
    assert shown.endswith(" … ")
    assert "Before hub (must) after" in shown


def test_many_sentences_are_counted_when_they_are_left_out(make, outline) -> None:
    findings = [make.finding(start=100 * number + 8, end=100 * number + 21) for number in range(203)]
    starts = tuple(100 * number for number in range(203))
    page = outline(document(make, "a.txt", *findings, detail=Detail(starts, AFTER)))
    assert page.tags["mark"] == 200
    assert "3 more sentences are left out here." in page.text


@pytest.mark.parametrize(
    ("with_jargon", "without", "said"),
    [(2, 0, "in both documents."), (3, 0, "in all 3 documents."), (1, 1, "in 1 of 2 documents."), (2, 3, "in 2 of 5")],
)
def test_how_many_documents_have_jargon(make, outline, with_jargon: int, without: int, said: str) -> None:
    documents = [document(make, f"{n}.txt") for n in range(with_jargon)]
    plain = [document(make, f"{n}.md", findings=()) for n in range(without)]
    assert said in outline(*documents, *plain).text


def test_what_a_sentence_shows_anyway_is_told_once(make, outline) -> None:
    findings = [
        make.finding(start=at, end=at + 13, suggestions=(Suggestion("swap", "people", at, at + 13, safe=at < 200),))
        for at in (8, 108, 208)
    ]
    page = outline(document(make, "a.txt", *findings, detail=Detail((0, 100, 200), AFTER)))
    assert page.text.count("With the safe swaps:") == 2
    assert page.text.count("service users – say: people") == 2  # the first, and the one that nobody swaps


def test_a_page_about_many_documents_leads_to_its_parts(make, outline) -> None:
    documents = [document(make, f"{number}.txt") for number in range(4)]
    page = outline(*documents, DocumentReport("gone.docx", "", error="It is gone."))
    parts = page.texts["nav"][0].strip().split("\n")
    assert parts == [heading for heading in page.texts["h2"] if heading in parts]
    assert parts[:2] == ["What to do first", "Jargon by document"]
    assert parts[-2:] == ["Not read", "How to read this report"]
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert page.links.count("#document-1") == 2  # from what to do first, and from the chart
    assert not outline(document(make)).tags["nav"]


def test_documents_stand_by_how_much_jargon_they_hold(make, outline) -> None:
    findings = (make.finding(), make.finding(level="could"))
    page = outline(
        document(make, "few.txt"), document(make, "more.txt", *findings), document(make, "none.txt", findings=())
    )
    assert page.texts["h3"] == ["more.txt", "few.txt"]
    assert re.search(r"more.txt 4 in 1,000 words .*few.txt 2 in 1,000 words .*none.txt 0 in 1,000 words", page.text)
    assert "1 must, 1 could; 500 words; reading age 16, and 14 with the safe swaps made" in page.text
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_three_hundred_and_more_documents_stay_a_page(make, outline) -> None:
    documents = [document(make, f"{number}.txt", make.finding(level="should")) for number in range(305)]
    page = outline(*documents, document(make, "worst.txt"))
    assert "The other 291 documents" in page.text
    assert page.tags["section"] == 300
    assert "worst.txt" in page.texts["h3"]
    assert "The sentences of 6 documents are left out here" in page.text


def with_sentences(make, count: int) -> DocumentReport:
    findings = [make.finding(start=100 * number + 8, end=100 * number + 21) for number in range(count)]
    return document(make, "a.txt", *findings, detail=Detail(tuple(100 * number for number in range(count)), AFTER))


def test_many_documents_show_fewer_sentences_of_each(make) -> None:
    long = with_sentences(make, 103)
    page = "".join(print_html(make.report(*(long._replace(path=f"{number}.txt") for number in range(40)))))
    assert page.count("<mark") == 40 * 100
    assert page.count("103 sentences to look at") == 40
    assert page.count("3 more sentences are left out here.") == 40


def test_thousands_of_documents_take_little_memory(make) -> None:
    """Of each document little is kept while the report is made, and the sentences are kept packed."""
    long, short = with_sentences(make, 30), with_sentences(make, 1)
    documents = chain(
        (long._replace(path=f"{number}.txt") for number in range(300)),
        (short._replace(path=f"letters/of/the/team/{number}.txt") for number in range(3_000)),
    )
    tracemalloc.start()
    size = sum(map(len, print_html(make.report()._replace(documents=documents))))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8 << 20
    assert size < 12 << 20


def test_folds_are_open_where_there_are_few(make) -> None:
    def folds(count: int) -> int:
        documents = [document(make, f"{number}.txt") for number in range(count)]
        return "".join(print_html(make.report(*documents))).count("<details open>")

    assert (folds(5), folds(6)) == (5, 0)


@pytest.mark.parametrize(
    ("documents", "said"),
    [
        ([], "There was nothing to check."),
        ([DocumentReport("a", "", error="Gone.")], "No document could be read."),
        ([DocumentReport("a", "txt")], "Nothing found that readers may stumble over."),
        ([DocumentReport("a", "txt"), DocumentReport("b", "txt")], "Nothing found in 2 documents that readers"),
    ],
)
def test_nothing_found(outline, documents, said) -> None:
    page = outline(*documents)
    assert said in page.text
    assert page.tags["mark"] == 0


def test_what_was_not_read_or_left_alone_is_told(make, outline) -> None:
    left = (LeftAlone("x", 0, 1, "x", "quotation"), LeftAlone("x", 0, 1, "x", "quotation"))
    page = outline(document(make, left_alone=left), DocumentReport("b.docx", "", error="b.docx is damaged."))
    assert "Found and left alone: 2 in quotations." in page.text
    assert "b.docx: b.docx is damaged." in page.text


def test_a_hostile_text_stays_text(make, outline) -> None:
    page = outline(*hostile.documents(make))
    assert page.tags["script"] == page.tags["img"] == page.tags["b"] == 0
    assert page.tags["mark"] == 2 * len(hostile.TEXTS)  # the third finding stands where the first does
    assert "<script>alert(1)</script>!" in page.text
    assert r"\u202eright to left\u202c" in page.text


def test_nothing_is_fetched_and_nothing_runs(make) -> None:
    page = "".join(print_html(make.report(*hostile.documents(make))))
    assert "default-src 'none'" in page
    style = page[page.index("<style>") : page.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert "<a href" in page
    assert not re.search(r'(?:src|href)="(?!#)', page)


def test_a_real_text(make, checker, outline) -> None:
    text = (
        'Service users utilise the hub. "We are holistic," they say.\n\nService users utilise assets going forward.\n'
    )
    run = Run(checker, lambda path: Document(path, "txt", text), "should", readability, detailed=True)
    page = outline(run.of("a.txt"))
    marked = [words.rpartition(" (")[0] for words in page.texts["mark"]]
    assert marked[:2] == ["Service users", "utilise"]
    assert marked.count("Service users") == 2
    assert "With the safe swaps: People who use services use" in page.text


def test_a_safe_swap_that_reaches_out_of_its_sentence_is_not_shown(make, outline) -> None:
    swap = Suggestion("swap", "x", 5, 40, safe=True)
    page = outline(document(make, "a.txt", make.finding(suggestions=(swap,))))
    assert "With the safe swaps:" not in page.text


def test_a_term_without_other_words_is_to_be_explained(make, outline) -> None:
    page = outline(document(make, "a.txt", make.finding(suggestions=())))
    assert "What we mean: People. Say what it means where it first stands." in " ".join(page.text.split())


def test_a_page_of_what_is_new_says_so(make) -> None:
    said = "This shows only what is new since the last time"
    assert said in "".join(print_html(make.report()._replace(only_new=True)))
    assert said not in "".join(print_html(make.report()))
