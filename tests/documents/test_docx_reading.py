from __future__ import annotations

import pytest
from samples import R, W, docx, docx_parts, field, paragraph, relations, run, word_part, zipped

from plainspeak.documents.document import Document
from plainspeak.documents.docx_embedded import NOT_READ
from plainspeak.documents.docx_parts import NAMESPACES
from plainspeak.documents.reader import read_bytes_as_document


def read(body: str, **more: str) -> Document:
    return read_bytes_as_document(docx(body, more), "a.docx")


def test_words_are_joined_over_runs_and_links() -> None:
    link = f"<w:hyperlink>{run('listic')}</w:hyperlink>"
    assert read(paragraph(run("a ho") + link + run(" view", "<w:b/>"))).text == "a holistic view"


def test_no_sentence_runs_over_the_end_of_a_paragraph() -> None:
    assert read(paragraph("one") + paragraph("") + paragraph("two")).text == "one\n\ntwo"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"{run('a ')}<w:del>{run('gone ')}</w:del><w:ins>{run('new ')}</w:ins>{run('z')}", "a new z"),
        (f"<w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run('new')}</w:moveTo>", "new"),
        (run("a") + run("b", "<w:vanish/>") + run("c", '<w:vanish w:val="0"/>'), "ac"),
        (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>",
            "a\tb\nc\u2011d",
        ),
        (run("a ") + field(" HYPERLINK x ", run("link")) + run(" z"), "a link z"),
        (run("a ") + field(" PAGE ", run("7")), "a 7"),
        (field(" TOC \\o ", run("We utilise")) + run("z"), "z"),
        (run("a ") + field(" IF " + "", field(" PAGE ", run("7")) + run("b")), "a 7b"),
        (f'<w:fldSimple w:instr="DATE">{run("today")}</w:fldSimple>', "today"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('in a control')}</w:sdtContent></w:sdt>", "in a control"),
        (f"<w:ruby><w:rt>{run('no')}</w:rt><w:rubyBase>{run('yes')}</w:rubyBase></w:ruby>", "yes"),
    ],
)
def test_what_is_text(inner: str, text: str) -> None:
    assert read(paragraph(inner)).text == text


@pytest.mark.parametrize(
    "first",
    [
        paragraph("Service", '<w:rPr><w:del w:id="1"/></w:rPr>'),
        paragraph("Service", '<w:framePr w:dropCap="drop"/>'),
        paragraph("Service", '<w:rPr><w:moveFrom w:id="1"/></w:rPr>'),
    ],
)
def test_a_paragraph_whose_end_is_none_goes_on_in_the_next(first: str) -> None:
    document = read(paragraph("One.") + first + "<w:bookmarkStart/>" + paragraph(" users.") + paragraph("Two."))
    assert document.text == "One.\n\nService users.\n\nTwo."
    assert [block.place["paragraph"] for block in document.blocks] == [1, 2, 3]


def test_a_deleted_end_before_a_table_is_an_end() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{paragraph('two')}</w:tc></w:tr></w:tbl>"
    assert read(paragraph("one", "<w:rPr><w:del/></w:rPr>") + cell).text == "one\n\ntwo"


def test_a_field_may_hold_many_paragraphs() -> None:
    begin, end = field(" TOC ", "|").split("|")
    assert read(paragraph(begin + run("one")) + paragraph("two") + paragraph(end + run("three"))).text == "three"


def test_a_text_box_stands_once_in_the_text() -> None:
    box = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    twice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    document = read(paragraph(run("before ") + f"<w:r>{twice}</w:r>" + run("after")))
    assert document.text == "before after\n\nin the box"
    assert [block.kind for block in document.blocks] == ["paragraph", "text box"]


STYLES = word_part(
    "styles",
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="L"><w:name w:val="Bulleted"/><w:pPr><w:numPr/></w:pPr></w:style>'
    '<w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>'
    '<w:style w:styleId="H"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>',
)


def styled(text: str, style: str) -> str:
    return paragraph(run(text), f'<w:pStyle w:val="{style}"/>')


def test_blocks_and_their_places() -> None:
    body = (
        styled("Our plan", "berschrift1")
        + paragraph("First.")
        + styled("An item", "L")
        + paragraph(run("Another"), "<w:numPr/>")
        + f"<w:tbl><w:tr><w:tc>{paragraph('A cell')}</w:tc></w:tr></w:tbl>"
    )
    document = read(
        body,
        styles=STYLES,
        footnotes=word_part("footnotes", f"<w:footnote>{paragraph('A note')}</w:footnote>"),
        header1=word_part("hdr", paragraph("A header")),
        footer1=word_part("ftr", paragraph("A footer")),
    )
    heading = {"heading": "Our plan"}
    assert [(block.kind, document.text[block.start : block.end], block.place) for block in document.blocks] == [
        ("heading", "Our plan", {"paragraph": 1, **heading}),
        ("paragraph", "First.", {"paragraph": 2, **heading}),
        ("list item", "An item", {"paragraph": 3, **heading}),
        ("list item", "Another", {"paragraph": 4, **heading}),
        ("cell", "A cell", {"paragraph": 5, **heading}),
        ("note", "A note", {"paragraph": 1, "part": "footnotes"}),
        ("header", "A header", {"paragraph": 1, "part": "header"}),
        ("footer", "A footer", {"paragraph": 1, "part": "footer"}),
    ]


def test_styles_that_quote_and_hide() -> None:
    hidden = run("gone", '<w:rStyle w:val="H"/>')
    document = read(styled("They said so.", "Q") + paragraph(run("We did. ") + hidden), styles=STYLES)
    assert document.text == "They said so.\n\nWe did. "
    assert [(mask.start, mask.end, mask.reason) for mask in document.masks] == [(0, 13, "quotation")]


def test_styles_of_the_strict_dialect() -> None:
    hidden = run("gone", '<w:rStyle w:val="H"/>')
    parts = docx_parts(
        styled("Plan", "berschrift1") + styled("So.", "Q") + paragraph(hidden + run("We did.")), {"styles": STYLES}
    )
    strict = {
        name: str(part).replace(W, NAMESPACES[1]).replace(R, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, part in parts.items()
    }
    document = read_bytes_as_document(zipped(strict), "a.docx")
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "paragraph"]
    assert document.text == "Plan\n\nSo.\n\nWe did."
    assert [mask.reason for mask in document.masks] == ["quotation"]


def test_a_style_is_what_it_is_based_on() -> None:
    more = (
        '<w:style w:styleId="Council"><w:name w:val="Council heading"/><w:basedOn w:val="berschrift1"/></w:style>'
        '<w:style w:styleId="Shown"><w:name w:val="Shown"/><w:basedOn w:val="H"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
        '<w:style w:styleId="Round"><w:name w:val="x"/><w:basedOn w:val="Round"/></w:style>'
        '<w:style w:styleId="Lost"><w:name w:val="x"/><w:basedOn w:val="None"/></w:style>'
        '<w:style w:styleId="Body"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    names = ("Council", "Shown", "Round", "Lost", "Body", "H")
    styles = STYLES.replace("</w:styles>", f"{more}</w:styles>")
    document = read("".join(styled(name, name) for name in names), styles=styles)
    assert [block.kind for block in document.blocks] == ["heading", *["paragraph"] * 4]
    assert document.text.split("\n\n") == ["Council", "Shown", "Round", "Lost", "Body"]


def with_chunk(name: str, data: str | bytes) -> Document:
    chunk = '<w:altChunk r:id="rId9"/>'
    parts = docx_parts(paragraph("Before.") + chunk + paragraph("After."))
    known = {"word/_rels/document.xml.rels": relations(("rId9", "aFChunk", name)), f"word/{name}": data}
    return read_bytes_as_document(zipped({**parts, **known}), "a.docx")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("chunk.htm", "<html><p>We utilise it.<p><q>Now</q>"),
        ("chunk.rtf", r"{\rtf1 We utilise it.\par Now\par}"),
        ("chunk.txt", "We utilise it.\n\nNow"),
    ],
)
def test_a_document_kept_in_another_format_is_read(name: str, data: str) -> None:
    document = with_chunk(name, data)
    assert document.text == "Before.\n\nWe utilise it.\n\nNow\n\nAfter."
    assert [block.place for block in document.blocks[1:3]] == [
        {"paragraph": number, "part": "embedded document"} for number in (1, 2)
    ]
    assert [span.of(document.text) for span in document.fixed] == ["We utilise it.", "Now"]
    assert [(mask.start, mask.end) for mask in document.masks] == ([(25, 28)] if "htm" in name else [])
    assert document.notices == ()


def test_an_empty_document_kept_in_another_format_is_nothing() -> None:
    assert (with_chunk("a.txt", " \n").text, len(with_chunk("a.txt", " \n").blocks)) == ("Before.\n\nAfter.", 2)


@pytest.mark.parametrize("data", [docx(paragraph("We utilise it.")), b"\x89PNG\0\0", b""])
def test_a_document_kept_in_another_format_that_is_not_read_is_told(data: bytes) -> None:
    document = with_chunk("chunk.docx", data)
    assert document.text == "Before.\n\nAfter."
    assert document.notices == (NOT_READ,)


def test_diagrams_and_charts_are_read() -> None:
    names = 'xmlns:c="c" xmlns:d="d" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    words = "<a:p><a:r><a:t>{}</a:t></a:r><a:r><a:t>{}</a:t></a:r></a:p>"
    diagram = f"<d:dataModel {names}><d:pt><d:t>{words.format('Co-', 'produce it')}</d:t></d:pt></d:dataModel>"
    title = f"<c:title><c:tx><c:rich>{words.format('Out', 'comes')}</c:rich></c:tx></c:title>"
    held = "<c:strCache><c:pt><c:v>Service users</c:v></c:pt></c:strCache>"
    chart = f"<c:chartSpace {names}>{title}<c:cat><c:strRef><c:f>A1</c:f>{held}</c:strRef></c:cat></c:chartSpace>"
    document = read(paragraph("Above."), diagramData1=diagram, chart1=chart)
    assert [
        (block.kind, document.text[block.start : block.end], block.place["part"]) for block in document.blocks[1:]
    ] == [
        ("text box", "Co-produce it", "diagram"),
        ("text box", "Outcomes", "chart"),
        ("text box", "Service users", "chart"),
    ]


def test_pages_are_those_that_word_counted() -> None:
    body = paragraph("one") + paragraph("<w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r>") + paragraph("three")
    assert [block.place.get("page") for block in read(body).blocks] == [1, 2, 2]
    assert "page" not in read(paragraph("one")).blocks[0].place


def test_the_main_part_may_have_any_name() -> None:
    parts = docx_parts(paragraph("We utilise it."))
    moved = {
        name.replace("document", "other"): str(part).replace("document.xml", "other.xml")
        for name, part in parts.items()
    }
    assert W in str(moved["word/other.xml"])
    assert read_bytes_as_document(zipped(moved), "notes.txt")[1:3] == ("docx", "We utilise it.")
