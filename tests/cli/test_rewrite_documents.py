"""plainspeak rewrite on documents that hold more than text."""

from __future__ import annotations

import runpy
from pathlib import Path

SAMPLES = runpy.run_path(str(Path(__file__).parents[1] / "documents" / "samples.py"))
docx, field, paragraph, run = (SAMPLES[name] for name in ("docx", "field", "paragraph", "run"))


def test_the_words_of_a_field_stay_as_they_are(plainspeak, tmp_path) -> None:
    inner = paragraph(run("We utilise it, ") + field("REF x", run("we utilise it")) + run("."))
    (tmp_path / "plan.docx").write_bytes(docx(inner))
    assert plainspeak("rewrite", "plan.docx").stdout == "We use it, we utilise it.\n"
    assert "2 findings" in plainspeak("check", "plan.docx").stdout


def test_a_word_file_is_rewritten_by_level(plainspeak, tmp_path) -> None:
    (tmp_path / "plan.docx").write_bytes(docx(paragraph("Service users utilise it.")))
    must = plainspeak("rewrite", "plan.docx", "--level", "must").stdout
    assert must == "People who use our services utilise it.\n"
    assert plainspeak("rewrite", "plan.docx").stdout == "People who use our services use it.\n"
