"""Documents made by the formats' own libraries."""

from __future__ import annotations

import io

import pypdf
import pytest
import samples
from msoffcrypto.format.ooxml import OOXMLFile
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from plainspeak.documents.reader import read_bytes_as_document
from plainspeak.errors import DocumentError

BOX = (Inches(1), Inches(2), Inches(6), Inches(1))


def presentation() -> bytes:
    """Two slides: a title, a list, notes; a table, a text box in a group, and a chart."""
    made = Presentation()
    first = made.slides.add_slide(made.slide_layouts[1])
    first.shapes.title.text = "How we utilise the hall"
    first.placeholders[1].text_frame.text = "Service users come first"
    split = first.placeholders[1].text_frame.add_paragraph()
    for words in ("We uti", "lise", " rooms"):
        split.add_run().text = words
    first.notes_slide.notes_text_frame.text = "Say that stakeholders agreed."
    second = made.slides.add_slide(made.slide_layouts[6])
    table = second.shapes.add_table(1, 2, *BOX).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Going forward", "Facilitate it"
    second.shapes.add_group_shape().shapes.add_textbox(*BOX).text_frame.text = "In a group we signpost"
    data = CategoryChartData()
    data.categories = ["Stakeholders", "Others"]
    data.add_series("Utilisation", (1, 2))
    chart = second.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *BOX, data).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Outcomes for service users"
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


def test_slides_made_by_python_pptx() -> None:
    document = read_bytes_as_document(presentation(), "a.pptx")
    found = [(block.place["slide"], block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert found == [
        (1, "heading", "How we utilise the hall"),
        (1, "paragraph", "Service users come first"),
        (1, "paragraph", "We utilise rooms"),
        (1, "slide note", "Say that stakeholders agreed."),
        (2, "cell", "Going forward"),
        (2, "cell", "Facilitate it"),
        (2, "paragraph", "In a group we signpost"),
        (2, "text box", "Outcomes for service users"),
        (2, "text box", "Utilisation"),
        (2, "text box", "Stakeholders"),
        (2, "text box", "Others"),
    ]


def locked_pdf(**words: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(samples.pdf(["We utilise it."])))
    writer.encrypt(**{f"{who}_password": word for who, word in words.items()}, algorithm="RC4-128")
    saved = io.BytesIO()
    writer.write(saved)
    return saved.getvalue()


def test_a_pdf_that_needs_a_password_to_be_read() -> None:
    with pytest.raises(DocumentError, match="is protected with a password"):
        read_bytes_as_document(locked_pdf(user="secret"), "a.pdf")


def test_a_pdf_that_needs_a_password_to_be_changed_only() -> None:
    assert read_bytes_as_document(locked_pdf(user="", owner="secret"), "a.pdf").text == "We utilise it."


def test_a_word_file_with_a_password() -> None:
    locked = io.BytesIO()
    OOXMLFile(io.BytesIO(samples.docx(samples.paragraph("We utilise it.")))).encrypt("secret", locked)
    with pytest.raises(DocumentError, match=r"a\.docx is protected with a password\. Take the password off"):
        read_bytes_as_document(locked.getvalue(), "a.docx")
