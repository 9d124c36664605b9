from __future__ import annotations

import pytest
from samples import pdf

from plainspeak.documents import pdf as reading
from plainspeak.documents.pdf_lines import Line, in_next_column, paragraphs
from plainspeak.documents.reader import read_bytes_as_document
from plainspeak.errors import DocumentError


def line(text: str, bottom: float, left: float = 72, page: int = 0, size: float = 11) -> Line:
    return Line(page, 0, len(text), text, left, bottom, left + 5 * len(text), bottom + size)


LONG = "These are words enough to fill a line of the page from one side to the other"


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (line(LONG, 700), line("and they go on here.", 687), True),
        (line(LONG, 700), line("Ahmed goes on with a name, as this line is as long as the other", 687), True),
        (line("It ends here.", 700), line(LONG, 687), False),
        (line("A heading", 700), line(LONG, 687), False),
        (line("Words that end with a comma,", 700), line(LONG, 687), True),
        (line("In the years from 2025-", 700), line("26 onwards", 687), True),
        (line(LONG, 700), line("and far below.", 660), False),
        (line(LONG, 700), line("and larger", 687, size=14), False),
        (line(LONG, 700), line("• an item", 687), False),
        (line(LONG, 700), line("in the next column", 700, left=460), False),
        (line(LONG, 100), line("at the top of the next column", 700, left=460), False),
    ],
)
def test_which_lines_make_a_paragraph(first: Line, second: Line, together: bool) -> None:
    assert len(paragraphs([first, second])) == (1 if together else 2)


def test_lines_are_joined_and_places_known() -> None:
    document = read_bytes_as_document(
        pdf(
            ["Our plan", "", f"{LONG} we", "utilise for service", "", "", f"{LONG} and the page"],
            ["ends with a holistic view.", "", "• An item"],
        ),
        "plan",
    )
    assert document.format == "pdf"
    assert document.text.split("\n\n") == [
        "Our plan",
        f"{LONG} we utilise for service",
        f"{LONG} and the page ends with a holistic view.",
        "An item",
    ]
    assert [block.place["page"] for block in document.blocks] == [1, 1, 1, 2]
    assert document.blocks[-1].kind == "list item"


@pytest.mark.parametrize("turn", ["1 0 0 1 0 0", "0 1 -1 0 595 0", "-1 0 0 -1 595 842", "0 -1 1 0 0 842"])
def test_a_page_that_is_turned(turn: str) -> None:
    document = read_bytes_as_document(
        pdf([f"{LONG} we", "utilise for service users.", "", "Next."], before=f"{turn} cm"), "a"
    )
    assert document.text == f"{LONG} we utilise for service users.\n\nNext."


def test_a_bullet_larger_than_its_words() -> None:
    bullet = "BT /F1 15 Tf 60 770 Td (\\225) Tj ET"
    document = read_bytes_as_document(pdf([f"{LONG} we", "utilise."], before=bullet), "a")
    assert [(block.kind, document.text) for block in document.blocks] == [("list item", f"{LONG} we utilise.")]


def test_the_number_of_a_footnote_stands_in_no_word() -> None:
    def raised(number: str) -> str:
        return f") Tj 4 Ts /F1 6 Tf ({number}) Tj 0 Ts /F1 11 Tf ("

    lines = [
        f"For service{raised('1')} users and all stakeholders{raised('12')}. We util{raised('x')}ise",
        "CO2 in 2025.",
    ]
    document = read_bytes_as_document(pdf(lines, raw=True), "a")
    assert document.text == "For service users and all stakeholders. We utilxise CO2 in 2025."


def test_a_header_is_read_once() -> None:
    document = read_bytes_as_document(
        pdf(*[["Minutes, page 1", "", "", f"Words {n} of the text."] for n in "abcd"]), "x"
    )
    assert document.text.count("Minutes") == 1
    assert [block.kind for block in document.blocks][-1] == "header"


@pytest.mark.parametrize(
    ("first", "following", "joined"),
    [
        ("we infor\ufffe", "mation", "we information"),
        ("our co\ufffe", "production", "our co-production"),
        ("a person\ufffe", "centred way", "a person-centred way"),
        ("our strengths\ufffe", "based work", "our strengths-based work"),
        ("in the neighbour\ufffe", "hoods of", "in the neighbourhoods of"),
        ("for every\ufffe", "body", "for everybody"),
        ("Den Burger\ufffe", "Green", "Den Burger-Green"),
        ("the long-", "term plan", "the long-term plan"),
        ("in 2025\ufffe", "26", "in 2025-26"),
        ("in 2025-", "26", "in 2025-26"),
        ("at www.any\ufffe", "town.gov.uk", "at www.any-town.gov.uk"),
        ("one -", "two", "one - two"),
        ("one", "two", "one two"),
    ],
)
def test_words_parted_at_the_end_of_a_line(first: str, following: str, joined: str) -> None:
    lines = [line(first, 700), line(following, 687)]
    read = reading.PdfText()
    reading._Assembly(read, [[*lines, line("It is person-centred.", 400)]])._add(lines)
    assert read.content.text == joined


def test_the_foot_of_a_column_goes_on_at_the_top_of_the_next() -> None:
    column = [line(LONG[:40], 700 - 13 * n) for n in range(8)]
    top = line("and so it goes on here", 700, left=300)
    assert in_next_column(column, [top], [*column, top])
    assert not in_next_column(column[:2], [top], [*column[:2], top])  # a row of a table
    assert not in_next_column([], [top], [top])
    assert not in_next_column(column, [top._replace(page=1)], column)
    ragged = [*column[:-1], line("short", 609)]
    assert not in_next_column(ragged, [top], [*ragged, top])


def test_pages_without_text_are_told() -> None:
    document = read_bytes_as_document(pdf(["We utilise it."], []), "x")
    assert document.notices == ("1 of its 2 pages has no text, so it is not checked.",)


def test_a_process_that_dies_or_hangs_is_a_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_SECONDS", 0.01)
    with pytest.raises(DocumentError, match="takes more than"):
        read_bytes_as_document(pdf(["We utilise it."]), "x")
