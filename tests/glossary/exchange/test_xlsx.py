"""Workbooks: what we write is read again, so is what other programs write, and what is not a workbook is refused."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plainspeak.glossary.exchange.xlsx import WorkbookError, day_of, read_xlsx
from plainspeak.glossary.exchange.xlsx_writing import xlsx_bytes

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
cells = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8) | st.sampled_from(
    ["\n", "\r\n", "\t", '&<>"']
)


def workbook(**parts: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return packed.getvalue()


@given(st.lists(st.lists(cells, min_size=2, max_size=2), max_size=4))
def test_a_table_comes_back_the_same(rows: list[list[str]]) -> None:
    rows = [[cell.replace("\uffff", "").replace("\ufffe", "") for cell in row] for row in rows]
    read = read_xlsx(xlsx_bytes(["a", "b"], rows))
    assert [row + [""] * (2 - len(row)) for row in read] == [["a", "b"], *rows]


def test_the_same_table_gives_the_same_bytes() -> None:
    assert xlsx_bytes(["a"], [["b"]]) == xlsx_bytes(["a"], [["b"]])


def test_a_row_is_as_high_as_its_fullest_cell() -> None:
    rows = [["short", "x"], ["x" * 100, "y"], ["one\ntwo\nthree", ""], ["x" * 9000, ""]]
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(["a", "b"], rows, widths=[40, 10]))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r'ht="(\d+)"', sheet) == ["16", "16", "48", "48", "400"]


def test_no_cell_is_a_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(["a"], [["=1+1"]]))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert 't="inlineStr"' in sheet


def test_a_workbook_as_excel_saves_it() -> None:
    """Texts shared, gaps, a number, a formula with its result, and the sheet in a place of its own."""
    data = workbook(
        xl__workbook=f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="7" r:id="rId9"/></sheets></workbook>',
        xl__sharedStrings=f"<sst {MAIN}><si><t>jargon</t></si><si><r><t>two </t></r><r><t>runs</t></r>"
        "<rPh><t>no</t></rPh></si></sst>",
        xl__worksheets__mine=f"<worksheet {MAIN}><sheetData>"
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>45983.0</v></c></row>'
        '<row r="3"><c r="B3" t="s"><v>1</v></c><c r="C3" t="str"><f>A1&amp;"x"</f><v>done</v></c></row></sheetData></worksheet>',
    )
    packed = io.BytesIO(data)
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId9" Target="/xl/worksheets/mine.xml"/></Relationships>',
        )
    assert read_xlsx(packed.getvalue()) == [["jargon", "", "45983"], ["", "two runs", "done"]]


def test_the_number_of_a_day_is_a_date() -> None:
    assert day_of("45983") == "2025-11-22"
    assert day_of("soon") == "soon"
    assert day_of("12") == "12"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not a workbook"),
        (b"PK\x03\x04 and then nothing", "not a workbook"),
        (workbook(other="<x/>"), "not a workbook"),
        (workbook(xl__workbook="<workbook>"), "damaged"),
        (workbook(xl__workbook=f"{BOMB}<workbook>&b;</workbook>"), "document type"),
        (
            workbook(xl__workbook="<workbook/>", xl__worksheets__sheet1='<s><row><c t="s"><v>9</v></c></row></s>'),
            "not there",
        ),
        (
            workbook(xl__workbook="<workbook/>", xl__worksheets__sheet1='<s><row><c r="ZZZZZ1"/></row></s>'),
            "more columns",
        ),
        (xlsx_bytes(["a"], [["b"]])[:-30], "not a workbook"),
    ],
)
def test_what_is_no_workbook_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(WorkbookError, match=why):
        read_xlsx(data)


def test_a_part_that_swells_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", " " * 50_000_001)
    with pytest.raises(WorkbookError, match="larger than 50 MB"):
        read_xlsx(packed.getvalue())


def test_every_list_of_styles_holds_as_many_as_it_says() -> None:
    """Excel offers to repair a workbook in which it does not."""
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(["a"], [["b"], [3]]))) as archive:
        styles = etree.fromstring(archive.read("xl/styles.xml"))
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    counted = [
        (element.tag, int(element.attrib["count"]), len(element)) for element in styles if "count" in element.attrib
    ]
    assert [(tag, count) for tag, count, _ in counted] == [(tag, length) for tag, _, length in counted]
    formats = next(length for tag, _, length in counted if tag.endswith("}cellXfs"))
    assert {int(number) for number in re.findall(r' s="(\d+)"', sheet)} <= set(range(formats))


@given(st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 255)), min_size=1, max_size=6))
def test_no_damage_crashes_the_reader(damage: list[tuple[int, int]]) -> None:
    data = bytearray(xlsx_bytes(["jargon", "kind"], [["gizmo", "noun"], ["doodah", "verb"]]))
    for place, byte in damage:
        data[place % len(data)] = byte
    with suppress(WorkbookError):
        read_xlsx(bytes(data))
