"""Rich text, e-mail, slides and books."""

from __future__ import annotations

import base64
from email.message import EmailMessage

import pytest
from samples import content_types, relations, zipped

from plainspeak.documents.document import Document
from plainspeak.documents.reader import read_bytes_as_document
from plainspeak.errors import DocumentError

P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


# -- rich text ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"{\rtf1 one\par two}", "one\n\ntwo"),
        (r"{\rtf1\ansi caf\'e9 \'93x\'94 \u8364?5 \uc0\u233 .}", "café “x” €5 é."),
        (r"{\rtf1 uti{\b li}se\tab it\line now}", "utilise\tit\nnow"),
        (r"{\rtf1 {\fonttbl{\f0 Arial;}}{\*\generator x;}{\info{\title no}}yes}", "yes"),
        (r"{\rtf1 a{\v hidden}b{\deleted gone}c}", "abc"),
        (r"{\rtf1 {\field{\*\fldinst HYPERLINK x}{\fldrslt link}}}", "link"),
        (
            r"{\rtf1 a{\field{\*\fldinst { TOC \\o x}}{\fldrslt {b{\field{\*\fldinst REF}{\fldrslt c}}}\par d}}\par e}",
            "a\n\ne",
        ),
        (
            r"{\rtf1 a {\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt box\par}}{\shprslt\par{\*\do box\par}}}b\par}",
            "box\n\na b",
        ),
        (r"{\rtf1 a{\field{\*\fldinst REF TOC}{\fldrslt b}}", "ab"),
        (r"{\rtf1 one{\*\footnote note}\par two{\header top\par}}", "one\n\ntwo\n\nnote\n\ntop"),
        (r"{\rtf1 \{a\} \\ b\~c\_d}", "{a} \\ b\xa0c\u2011d"),
        (r"{\rtf1\ansicpg932 \'82\'a0}", "あ"),
        (r"{\rtf1 \u-10179?\u-8694?}", "\U0001f60a"),
        (r"{\rtf1 \u-10179? alone}", "\ufffd alone"),
        (r"{\rtf1 a{\pict\bin5 }{\b}x}b", "ab"),
        (r"{\rtf1 a{\*\x\bin99999999999 no}", "a"),
        (r"{\rtf1 a{\upr{b}{\*\ud{\u98 ?}}}c", "abc"),
        (r"{\rtf1 {\f1\'93x\'94}\tx720\li-5 y\emspace z", "“x”y\u2003z"),
        (r"{\rtf1 never closed {\b", "never closed "),
        (r"}}{\rtf1", ""),
    ],
)
def test_rich_text(source: str, text: str) -> None:
    if source.startswith("}"):
        source = r"{\rtf1 }}}" + source
    assert read_bytes_as_document(source.encode("latin-1"), "a").text == text


def test_rich_text_blocks() -> None:
    document = read_bytes_as_document(
        rb"{\rtf1\pard\outlinelevel0 Plan\par\pard{\pntext 1.}Item\par\pard Cell\cell}", "a.doc"
    )
    assert blocks(document) == [("heading", "Plan"), ("list item", "Item"), ("cell", "Cell")]


def test_rich_text_nested_too_deep() -> None:
    with pytest.raises(DocumentError, match="nested too deep"):
        read_bytes_as_document(rb"{\rtf1" + b"{" * 50_000, "a.rtf")


# -- e-mail ------------------------------------------------------------------------------------------------------------


def message(**parts: str) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "Café plan"
    mail["From"] = "a@example.org"
    if "plain" in parts:
        mail.set_content(parts["plain"])
    if "html" in parts:
        (mail.add_alternative if "plain" in parts else mail.set_content)(parts["html"], subtype="html")
    return mail


def test_mail_with_its_subject_and_what_it_answers() -> None:
    mail = message(plain="We utilise it –\nas we said.\n\n> They utilised it.\n", html="<p>no")
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    document = read_bytes_as_document(mail.as_bytes(), "a.eml")
    assert blocks(document) == [
        ("heading", "Café plan"),
        ("paragraph", "We utilise it –\nas we said."),
        ("paragraph", "> They utilised it."),
    ]
    assert [(document.text[m.start : m.end], m.reason) for m in document.masks] == [
        ("> They utilised it.", "quotation")
    ]
    assert document.notices == ("Attached, but not checked: a.png.",)


def test_mail_that_is_a_web_page() -> None:
    assert (
        read_bytes_as_document(message(html="<p>We <b>uti</b>lise").as_bytes(), "a.eml").text
        == "Café plan\n\nWe utilise"
    )


CHARSETS = {
    b"iso-8859-1": b"na\xefve \x93x\x94",  # what programs call by this name is Windows-1252
    b"us-ascii": "naïve “x”".encode(),
    b"utf-8": b"na\xefve \x93x\x94",  # which it cannot be
    b"unknown-8bit": b"na\xefve \x93x\x94",
    b"no-such-thing": "naïve “x”".encode(),
    b"base64": "naïve “x”".encode(),
    b"utf-16": "naïve “x”".encode("utf-16"),
}


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_mail_in_any_encoding(charset: bytes, kind: str) -> None:
    head = b"Subject: Plan\r\nMIME-Version: 1.0\r\nContent-Type: text/%b; charset=%b\r\n\r\n" % (kind.encode(), charset)
    assert read_bytes_as_document(head + CHARSETS[charset], "a.eml").text == "Plan\n\nnaïve “x”"


def test_a_page_in_a_mail_says_its_encoding_itself() -> None:
    head = b"Subject: Plan\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    page = '<html><meta charset="cp1250"><p>Łódź'.encode("cp1250")
    assert read_bytes_as_document(head + base64.b64encode(page), "a.eml").text == "Plan\n\nŁódź"


@pytest.mark.parametrize("data", [b"", b"\n\nno headers", b"Content-Type: image/png\n\nxx"])
def test_mail_without_text(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"a\.eml"):
        read_bytes_as_document(data, "a.eml")


# -- slides ------------------------------------------------------------------------------------------------------------


def shape(text: str, role: str = "") -> str:
    place = f'<p:nvSpPr><p:nvPr><p:ph type="{role}"/></p:nvPr></p:nvSpPr>' if role else ""
    return f"<p:sp>{place}<p:txBody><a:p><a:r><a:t>{text[:3]}</a:t></a:r><a:r><a:t>{text[3:]}</a:t></a:r></a:p></p:txBody></p:sp>"


def slide(name: str, *shapes: str) -> str:
    return f"<p:{name} {P} {A}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:{name}>"


def test_slides_in_their_order_with_notes() -> None:
    cell = "<a:tc><a:txBody><a:p><a:r><a:t>A cell</a:t></a:r></a:p></a:txBody></a:tc>"
    table = f"<p:graphicFrame><a:tbl><a:tr>{cell}</a:tr></a:tbl></p:graphicFrame>"
    order = '<p:sldIdLst><p:sldId r:id="r2"/><p:sldId r:id="r1"/></p:sldIdLst>'
    parts = {
        "[Content_Types].xml": content_types("ppt/presentation.xml", "presentationml.presentation"),
        "_rels/.rels": relations(("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {P} {R}>{order}</p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(
            ("r1", "slide", "slides/slide1.xml"), ("r2", "slide", "/ppt/slides/slide2.xml")
        ),
        "ppt/slides/slide1.xml": slide("sld", shape("Last slide"), shape("7", "sldNum"), table),
        "ppt/slides/slide2.xml": slide("sld", shape("Our plan", "title")),
        "ppt/slides/_rels/slide2.xml.rels": relations(("r1", "notesSlide", "../notes/n1.xml")),
        "ppt/notes/n1.xml": slide("notes", shape("We utilise notes")),
    }
    document = read_bytes_as_document(zipped(parts), "a")
    assert document.format == "pptx"
    assert [(*block, document.blocks[n].place["slide"]) for n, block in enumerate(blocks(document))] == [
        ("heading", "Our plan", 1),
        ("slide note", "We utilise notes", 1),
        ("paragraph", "Last slide", 2),
        ("cell", "A cell", 2),
    ]


def test_diagrams_charts_and_what_stands_twice_on_a_slide() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    once = shape("We utilise it")
    choices = f"<mc:Choice>{once}</mc:Choice><mc:Fallback>{once}</mc:Fallback>"
    twice = f"<mc:AlternateContent {mc}>{choices}</mc:AlternateContent>"
    diagram = f'<d:dataModel xmlns:d="d" {A}><d:t><a:p><a:r><a:t>Co-produce</a:t></a:r></a:p></d:t></d:dataModel>'
    parts = {
        "[Content_Types].xml": content_types("ppt/presentation.xml", "presentationml.presentation"),
        "_rels/.rels": relations(("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f'<p:presentation {P} {R}><p:sldIdLst><p:sldId r:id="r1"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels": relations(("r1", "slide", "slides/slide1.xml")),
        "ppt/slides/slide1.xml": slide("sld", twice),
        "ppt/slides/_rels/slide1.xml.rels": relations(("r1", "diagramData", "../diagrams/data1.xml")),
        "ppt/diagrams/data1.xml": diagram,
    }
    document = read_bytes_as_document(zipped(parts), "a")
    assert blocks(document) == [("paragraph", "We utilise it"), ("text box", "Co-produce")]


# -- books -------------------------------------------------------------------------------------------------------------


def test_chapters_in_their_order() -> None:
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="n" href="nav.xhtml" properties="nav"/>'
        '<item id="a" href="a.xhtml"/><item id="b" href="text/b%20c.xhtml"/>'
        '</manifest><spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref idref="none"/></spine></package>'
    )
    start = (
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
    )
    page = start + "<body>{}</body></html>"
    document = read_bytes_as_document(
        zipped(
            {
                "mimetype": "application/epub+zip",
                "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
                "OPS/book.opf": book,
                "OPS/nav.xhtml": page.format("<nav><ol><li>First</li></ol></nav>"),
                "OPS/a.xhtml": page.format("<p>Second &#8211; we utilise it.</p>"),
                "OPS/text/b c.xhtml": page.format("<h1>First</h1>"),
            }
        ),
        "a",
    )
    assert (document.format, document.text) == ("epub", "First\n\nSecond – we utilise it.")
    assert [block.place["chapter"] for block in document.blocks] == [1, 2]
