"""Marked copies, without LibreOffice."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from samples import docx, docx_parts, field, odt, paragraph, pdf, run, word_part, zipped

from plainspeak.checking.checker import Checker
from plainspeak.documents.marking import Marked, Proposal, Wishes, mark, proposal, refuse_name
from plainspeak.documents.reader import read_bytes_as_document
from plainspeak.errors import UsageError
from plainspeak.text.edits import Edit


@pytest.fixture
def marked(checker: Checker):
    def copy(data: bytes, name: str = "a", **wishes: Any) -> Marked:
        return mark(data, name, lambda text, masks: proposal(checker, text, masks, (), Wishes(**wishes)))

    return copy


def body_of(marked: Marked) -> str:
    return read_bytes_as_document(marked.data, "copy").text


def test_a_word_over_many_runs_is_changed(marked) -> None:
    copy = marked(docx(paragraph(run("We uti") + run("li", "<w:b/>") + run("se it, and we utilise it."))))
    assert body_of(copy) == "We use it, and we use it."
    assert (copy.changes, copy.notes, copy.left_out) == (2, 2, 0)


def test_inside_an_insertion_of_somebody_else(marked) -> None:
    copy = marked(docx(paragraph(run("So ") + f'<w:ins w:id="7">{run("we utilise it here")}</w:ins>' + run("."))))
    assert body_of(copy) == "So we use it here."
    assert b"<w:ins " in unpacked(copy)
    depth = most = 0
    for piece in unpacked(copy).split(b"<")[1:]:
        depth += piece.startswith(b"w:ins ") - piece.startswith(b"/w:ins>")
        most = max(most, depth)
    assert most == 1


@pytest.mark.parametrize(("words", "after"), [("utilise", "We use it."), ("utilise it and", "We use it and it.")])
def test_inside_an_insertion_of_our_own(marked, words: str, after: str) -> None:
    """LibreOffice takes no notice of what somebody deletes out of an insertion of theirs."""
    inserted = f'<w:ins w:id="7" w:author="plainspeak" w:date="2026-01-01T00:00:00Z">{run(words)}</w:ins>'
    copy = marked(docx(paragraph(run("We ") + inserted + run(" it."))))
    assert body_of(copy) == after
    assert b"<w:del " not in unpacked(copy)
    assert b"commentRangeStart" in unpacked(copy)


def unpacked(copy: Marked, part: str = "word/document.xml") -> bytes:
    return zipfile.ZipFile(io.BytesIO(copy.data)).read(part)


@pytest.mark.parametrize(
    "inner",
    [
        '<w:r><w:t>We service</w:t><w:br w:type="page"/><w:t>users.</w:t></w:r>',
        f'<w:fldSimple w:instr="X">{run("We utilise it.")}</w:fldSimple>',
        f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{run('We utilise it.')}</w:sdtContent></w:sdt>",
        f"<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{run('We utilise it.')}</w:sdtContent></w:sdt>",
        f"{run('We ')}{field('IF', run('uti') + field('REF', run('lise')))}{run(' it.')}",
    ],
)
def test_what_is_not_changed_gets_a_comment_only(marked, inner: str) -> None:
    data = docx(paragraph(inner))
    copy = marked(data)
    assert (copy.changes, copy.notes) == (0, 1)
    assert body_of(copy) == read_bytes_as_document(data, "a").text
    assert b"What we mean" in unpacked(copy, "word/comments.xml")
    begins = unpacked(copy).partition(b"<w:commentRangeStart")[0]
    assert begins.count(b'"begin"') == begins.count(b'"end"') == 0  # outside the field


def test_a_field_over_paragraphs_takes_no_comments(marked) -> None:
    begin, end = field("IF", "|").split("|")
    inside = paragraph(begin + run("Yes.")) + paragraph("We utilise it.") + paragraph(end + run("No."))
    copy = marked(docx(paragraph("First.") + inside))
    assert (copy.changes, copy.notes) == (0, 1)
    assert unpacked(copy).index(b"commentReference") < unpacked(copy).index(b"fldChar")
    assert "In a paragraph: “utilise”" in unpacked(copy, "word/comments.xml").decode()


@pytest.mark.parametrize(
    ("inner", "after"),
    [
        ("<w:t>For service</w:t><w:tab/><w:t>users.</w:t>", "For people who use services."),
        ("<w:t>For service</w:t><w:br/><w:t>users.</w:t>", "For people who use services."),
        (
            "<w:t>We value co</w:t><w:noBreakHyphen/><w:t>production</w:t><w:tab/><w:t>here.</w:t>",
            "We value working together as equals\there.",
        ),
        ("<w:t>We utilis</w:t><w:softHyphen/><w:t>e it.</w:t><w:br/><w:t>Yes.</w:t>", "We use it.\nYes."),
        ("<w:tab/><w:t>We utilise</w:t><w:tab/><w:t>it.</w:t>", "\tWe use\tit."),
    ],
)
def test_hyphens_and_breaks_go_with_the_words_around_them(marked, checker: Checker, inner: str, after: str) -> None:
    data = docx(paragraph(f"<w:r><w:rPr><w:b/></w:rPr>{inner}</w:r>"))
    text = read_bytes_as_document(data, "a").text
    copy = marked(data)
    assert body_of(copy) == checker.rewrite(text) == after
    assert copy.changes == 1
    rejected = re.sub(rb"<w:ins .*?</w:ins>|</?w:del [^>]*>|</w:del>", b"", unpacked(copy)).replace(b"delText", b"t")
    back = zipped({**docx_parts(""), "word/document.xml": rejected})
    assert read_bytes_as_document(back, "a").text == text


@pytest.mark.parametrize(
    ("inner", "after"),
    [
        ("For service<text:tab/>users here.", "For people who use services here."),
        ("For service<text:line-break/>users.", "For people who use services."),
        ("For <text:span>service<text:s/></text:span>users.", "For people who use services."),
        ("For service <text:s text:c='3'/>users, and stakeholders.", "For people who use services, and people involved."),
    ],
)  # fmt: skip
def test_breaks_in_an_opendocument_text_go_with_the_words_around_them(marked, inner: str, after: str) -> None:
    copy = marked(odt(f"<text:p>{inner}</text:p>"))
    assert body_of(copy) == after
    assert copy.changes == after.count("people")


def test_a_comment_on_a_field_of_an_opendocument_text_stands_before_the_field(marked) -> None:
    field = "<text:span><text:text-input>We <text:span>utilise</text:span> it</text:text-input></text:span>"
    copy = marked(odt(f"<text:p>So: {field}.</text:p>"))
    assert (copy.changes, copy.notes, copy.left_out) == (0, 1, 0)
    content = unpacked(copy, "content.xml")
    assert b"So: <text:span><office:annotation" in content
    assert b"</office:annotation><text:text-input>We <text:span>utilise</text:span>" in content


def test_some_of_many_spaces_are_taken_out(marked, checker: Checker) -> None:
    data = odt("<text:p>It is <text:s text:c='2'/>utilised<text:s text:c='3'/>here.</text:p>")
    text = read_bytes_as_document(data, "a").text
    edit = Edit(text.index("utilised") - 1, text.index("here") - 2, "used")
    copy = mark(data, "a", lambda *_: Proposal((), (edit,)))
    assert text == "It is   utilised   here."
    assert body_of(copy) == "It is  used  here."
    assert re.search(rb'<text:s text:c="1"/>utilised<text:s text:c="1"/>', unpacked(copy, "content.xml"))


def test_the_first_paragraph_tells_of_what_stands_where_word_has_no_comments(marked) -> None:
    copy = marked(docx(paragraph("Nothing."), {"header1": word_part("hdr", paragraph("We utilise it."))}))
    assert (copy.changes, copy.notes, copy.left_out) == (1, 1, 0)
    assert body_of(copy) == "Nothing.\n\nWe use it."
    comments = unpacked(copy, "word/comments.xml").decode()
    assert "1 of the findings stands where no comment can." in comments
    assert "In a header: “utilise”" in comments
    assert b"commentReference" not in unpacked(copy, "word/header1.xml")


def test_what_no_comment_can_tell_is_counted(marked) -> None:
    parts = {"header1": word_part("hdr", paragraph("We utilise it. Recognising people as assets is good."))}
    copy = marked(docx(paragraph("..."), parts))
    assert (copy.changes, copy.notes, copy.left_out) == (1, 1, 0)
    copy = marked(docx(paragraph(""), parts))
    assert (copy.changes, copy.notes, copy.left_out) == (1, 0, 1)


def test_comments_have_higher_numbers_than_notes(marked) -> None:
    """LibreOffice takes some of the notes for others where they do not."""
    notes = word_part("footnotes", f'<w:footnote w:id="41">{paragraph("One.")}</w:footnote>')
    referred = '<w:r><w:footnoteReference w:id="41"/></w:r>'
    copy = marked(docx(paragraph(run("We utilise") + referred + run(" it.")), {"footnotes": notes}))
    [number] = re.findall(rb'<w:commentReference w:id="(\d+)"', unpacked(copy))
    assert int(number) > 41


def test_comments_that_are_there_stay(marked) -> None:
    old = word_part("comments", f'<w:comment w:id="41">{paragraph("An old comment")}</w:comment>')
    copy = marked(docx(paragraph("We utilise it."), {"comments": old}))
    comments = unpacked(copy, "word/comments.xml")
    assert b"An old comment" in comments
    assert comments.count(b"<w:comment ") == 2
    assert b"rIdPlainspeak" not in unpacked(copy, "word/_rels/document.xml.rels")


PAGE = b"""<!DOCTYPE html><html><head><title>utilise</title><script>var utilise = "<p>utilise</p>";</script></head>
<body><p title="utilise">We ut<b>ili</b>se R&amp;D &lt;now&gt; and <a href="utilise.html">service users</a>.</p></body></html>"""


class _Balance(HTMLParser):
    """Counts what is open, to show that a page is still in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag != "br":
            assert self.open.pop() == tag


def test_web_pages(marked) -> None:
    copy = marked(PAGE)
    text = copy.data.decode()
    assert text.count("<mark ") == 4
    balance = _Balance()
    balance.feed(text)
    assert balance.open == []
    assert 'var utilise = "<p>utilise</p>";' in text
    assert "script-src 'none'" in text.partition("<title>")[0]
    assert '<p title="utilise">' in text
    assert "What plainspeak found" in text.partition("</a>.</p>")[2]
    assert read_bytes_as_document(copy.data, "x").text.startswith("We utilise[1] R&D <now> and service users[2].")


@pytest.mark.parametrize(
    "page",
    [
        b"We utilise it with service users",
        b"utilise<br>utilise <b>service users</b>",
        b"<!doctype html><title>t</title><p>We utilise</p>",
        b"<!-- <head> --><!doctype html>\n<html>\n<!-- c -->\n<head>\n<script>1</script></head><body>utilise</body></html>",
        b"<html><p>utilise<script>'</body>'</script><!-- </body> --><p>service users",
        b"utilise<script>1</script><head><title>x</title></head>",
    ],
)
def test_a_web_page_keeps_its_order_and_runs_no_script_before_the_rule_against_it(marked, page: bytes) -> None:
    text = marked(page, "a.html").data.decode()
    rule = text.index("<meta http-equiv")
    assert rule < min(place for tag in ("<mark", "<script", "<p>", "<title>") if (place := text.find(tag)) >= 0)
    assert "<mark" in text[rule : text.index("<section")]
    balance = _Balance()
    balance.feed(re.sub(r"</?(?:p|html|body)\b[^>]*>", "", text))
    assert balance.open == []
    assert "<mark" not in text[text.index("<section") : text.index("</section>")]


def test_a_page_with_nothing_to_mark_stays_as_it_is(marked) -> None:
    data = b"<html><p>Caf\xe9 \x93x\x94\r\n"
    assert marked(data).data == data


def test_highlights_in_pdf(marked) -> None:
    data = pdf(["We utilise it with", "service users."], ["Nothing here."])
    copy = marked(data)
    assert copy.data.startswith(data)
    document = pypdfium2.PdfDocument(copy.data)
    notes = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(document[0])):
        note = pdfium.FPDFPage_GetAnnot(document[0], index)
        assert pdfium.FPDFAnnot_GetSubtype(note) == pdfium.FPDF_ANNOT_HIGHLIGHT
        length = pdfium.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
        buffer = (pdfium.FPDF_WCHAR * length)()
        pdfium.FPDFAnnot_GetStringValue(note, b"Contents", buffer, length)
        notes.append(bytes(buffer).decode("utf-16-le").partition("\0")[0])
    assert [note.splitlines()[0] for note in notes] == ["“utilise”", "“service users”"]
    assert "What we mean: To use." in notes[0]
    assert pdfium.FPDFPage_GetAnnotCount(document[1]) == 0


def test_plain_text_becomes_a_page(marked) -> None:
    copy = marked(b"We ut\x00ilise <b>R&D</b>\n\nand   utilise it.\n", "a.txt")
    page = copy.data.decode()
    assert "<title>a.txt, marked</title>" in page
    assert "We ut\ufffdilise &lt;b&gt;R&amp;D&lt;/b&gt;\n\nand   <mark " in page
    assert (page.count("<mark "), copy.notes) == (1, 1)
    assert "<b>" not in page


def test_what_has_no_marks_of_its_own_becomes_a_page(marked) -> None:
    mail = (
        b"Subject: We utilise it\nMIME-Version: 1.0\nContent-Type: text/plain\n\nWe utilise it.\n\n> We utilise it.\n"
    )
    page = marked(mail, "a.eml").data.decode()
    assert page.count("<mark ") == 2  # and none in what is quoted
    assert "&gt; We utilise it." in page
    assert marked(rb"{\rtf1 We utilise it.\par}", "a.rtf").data.decode().count("<mark ") == 1


def test_code_in_markdown_is_not_marked(marked) -> None:
    page = marked(b"We `utilise` and *utilise* it.\n", "a.md").data.decode()
    assert "We `utilise` and *<mark " in page


@pytest.mark.parametrize(
    ("data", "path", "copy", "said"),
    [
        (docx(paragraph("x")), "a.docx", "b.odt", "is a Word document, and b.odt does not say so. .* ends in .docx"),
        (docx(paragraph("x")), "a.docx", "b", "ends in .docx"),
        (pdf(["x"]), "really_a_pdf.docx", "b.docx", "is a PDF, and b.docx does not say so"),
        (b"We utilise it.", "a.md", "b.md", "is a web page with its text, .* plainspeak rewrite a.md"),
        (rb"{\rtf1 x}", "a.rtf", "b.rtf", r"is a web page with its text, .* ends in \.html\.$"),
    ],
)  # fmt: skip
def test_a_copy_under_a_name_of_another_kind_is_refused(data: bytes, path: str, copy: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        refuse_name(data, path, copy)


@pytest.mark.parametrize("copy", ["b.DOCX", "folder.odt/b.docm"])
def test_a_copy_under_a_name_of_its_kind(copy: str) -> None:
    refuse_name(docx(paragraph("x")), "a.docx", copy)


WORDS = (
    "Service users utilise it.",
    "Use facilitative and integrative methods.",  # only once both are swapped does it show that they say the same
    "Recognising people as assets is good.",  # a wording that needs a person
)


def test_changes_are_what_rewrite_makes(marked, checker: Checker) -> None:
    data = docx("".join(map(paragraph, WORDS)))
    text = read_bytes_as_document(data, "a").text
    copy = marked(data)
    assert body_of(copy) == checker.rewrite(text)
    assert "Use helpful methods." in body_of(copy)
    comments = unpacked(copy, "word/comments.xml").decode()
    assert "You could write: Treating people as the experts" in comments
    assert "Say instead: use" in comments


def test_all_swaps_are_changes_where_that_is_asked_for(marked, checker: Checker) -> None:
    data = docx("".join(map(paragraph, WORDS)))
    assert "Treating people as the experts" in body_of(marked(data, all_swaps=True))
    assert "Treating people as the experts" not in body_of(marked(data))


def test_changes_of_a_level_are_what_rewrite_makes_at_that_level(marked, checker: Checker) -> None:
    data = docx("".join(map(paragraph, WORDS)))
    text = read_bytes_as_document(data, "a").text
    copy = marked(data, changes="must", notes="must")
    assert body_of(copy) == checker.rewrite(text, level="must") != checker.rewrite(text)
