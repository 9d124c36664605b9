"""E-mail messages with documents attached, made by the standard library and as mail programs send them."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage

import pytest
from samples import docx, paragraph, pdf

from plainspeak.documents.document import Document
from plainspeak.documents.eml_payloads import Mail
from plainspeak.documents.reader import read_bytes_as_document
from plainspeak.errors import DocumentError

WORD = docx(paragraph("Our plan", '<w:outlineLvl w:val="0"/>') + paragraph("We utilise it."))
OFFICE = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
ANY = ("application", "octet-stream")


def message(subject: str, text: str = "", *files: tuple[str, bytes, tuple[str, str]]) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = subject
    if text:
        mail.set_content(text)
    for name, data, (main, sub) in files:
        mail.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return mail


def read(mail: EmailMessage | bytes) -> Document:
    return read_bytes_as_document(mail if isinstance(mail, bytes) else mail.as_bytes(), "a.eml")


def found(document: Document) -> list[tuple[str, dict[str, int | str]]]:
    return [(document.text[block.start : block.end], block.place) for block in document.blocks]


def test_attached_documents_are_read_with_places_of_their_own() -> None:
    mail = message("Plan", "See the plan.\n", ("plän.docx", WORD, OFFICE), ("b.pdf", pdf(["We commence it."]), ANY))
    document = read(mail)
    assert found(document) == [
        ("Plan", {"paragraph": 1, "heading": "Plan"}),
        ("See the plan.", {"paragraph": 2, "heading": "Plan"}),
        ("Our plan", {"paragraph": 1, "heading": "Our plan", "attachment": "plän.docx"}),
        ("We utilise it.", {"paragraph": 2, "heading": "Our plan", "attachment": "plän.docx"}),
        ("We commence it.", {"page": 1, "paragraph": 1, "attachment": "b.pdf"}),
    ]
    assert document.text == "\n\n".join(text for text, _ in found(document))
    assert document.notices == ()


@pytest.mark.parametrize("cut", [0, 1, 2, 3, 4, 70])
def test_a_long_file_is_read_as_the_standard_library_reads_it(cut: int) -> None:
    noise = b"".join(hashlib.sha256(b"%d" % number).digest() for number in range(3125))
    files = (("a.bin", noise, ANY), ("b.bin", noise[::-1], ANY))
    data = message("Plan", "See it.", *files).as_bytes().replace(b"\n", b"\r\n")
    end = data.rindex(b"\r\n--")
    mail = Mail(data[: end - cut] + data[end:])
    assert sum(len(str(part.get_payload())) for part in mail.message.iter_attachments()) < 1000
    payloads = [mail.payload(part) for part in mail.message.iter_attachments()]
    assert payloads[0] == noise
    assert noise[::-1].startswith(payloads[1])
    assert len(payloads[1]) > len(noise) - 100 or cut % 4 == 3  # one letter alone makes no byte


def test_what_is_left_alone_in_an_attached_page_stays_so() -> None:
    page = b"<html><body><p>We <code>utilise</code> it.<!-- plainspeak: leave hub --><p>A hub."
    document = read(message("Plan", "Text", ("a.html", page, ("text", "html"))))
    assert [(document.text[mask.start : mask.end], mask.reason) for mask in document.masks] == [("utilise", "code")]
    assert [(leave.words, document.text[leave.start :]) for leave in document.leave] == [("hub", "A hub.")]


def test_what_is_attached_to_an_attached_message() -> None:
    inner = message("Old plan", "As it was.", ("plan.docx", WORD, OFFICE))
    mail = message("New plan", "As it is.")
    mail.add_attachment(inner)
    assert [place.get("attachment") for _, place in found(read(mail))] == [
        None,
        None,
        "Old plan",
        "Old plan",
        "plan.docx in Old plan",
        "plan.docx in Old plan",
    ]


def test_messages_in_messages_end_somewhere() -> None:
    mail = message("0", "Innermost.")
    for number in range(1, 30):
        outer = message(str(number), f"Message {number}.")
        outer.add_attachment(mail)
        mail = outer
    document = read(mail)
    assert "Message 24." in document.text
    assert "Message 23." not in document.text
    assert any("not checked: 23." in notice for notice in document.notices)


def test_what_cannot_be_checked_is_named() -> None:
    files = [
        ("photo.png", b"\x89PNG", ("image", "png")),
        ("numbers.csv", b"utilise,1\n", ("text", "csv")),
        ("plan.docx", WORD[:300], OFFICE),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), ANY),
        ("winmail.dat", b"\x78\x9f\x3e\x22", ("application", "ms-tnef")),
        ("smime.p7s", b"x", ("application", "pkcs7-signature")),
        ("x" * 300 + ".bin", b"\0\1", ANY),
    ]
    assert read(message("Plan", "Text", *files)).notices == (
        "Attached, but not checked: plan.docx is damaged.",
        "Attached, but not checked: old.doc is in the old format of Word.",
        f"Attached, but not checked: photo.png, numbers.csv, winmail.dat, {'x' * 100}.bin.",
    )


def test_text_that_goes_on_after_a_file() -> None:
    """As Apple Mail sends it, with a picture that stands in the text."""
    parts = [
        (b"text/plain; charset=utf-8", b"", b"First."),
        (b"text/plain; name=notes.txt", b"attachment; filename=notes.txt", b"One.\r\n\r\nTwo."),
        (b"image/png", b"inline; filename=logo.png", b"x"),
        (b"text/plain; charset=utf-8", b"", b"Then."),
    ]
    head = b"Subject: Plan\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n"
    inner = (
        b"\r\n--B\r\nContent-Type: %b\r\n%b\r\n%b"
        % (kind, b"Content-Disposition: " + use + b"\r\n" if use else b"", text)
        for kind, use, text in parts
    )
    document = read(head + b"".join(inner) + b"\r\n--B--\r\n")
    assert [(text, place.get("attachment"), place["paragraph"]) for text, place in found(document)] == [
        ("Plan", None, 1),
        ("First.", None, 2),
        ("Then.", None, 3),
        ("One.", "notes.txt", 1),
        ("Two.", "notes.txt", 2),
    ]
    assert document.notices == ()


def test_the_web_page_where_the_plain_text_is_empty() -> None:
    mail = message("Plan", " \n")
    mail.add_alternative("<p>We utilise it.", subtype="html")
    assert read(mail).text == "Plan\n\nWe utilise it."


def test_a_message_that_is_only_a_scan() -> None:
    assert "We utilise it." in read(message("Scan", "", ("plan.docx", WORD, ANY))).text
    with pytest.raises(DocumentError, match="files that go with it cannot be checked"):
        read(message("Scan", "", ("scan.tif", b"\0\1", ANY)))
