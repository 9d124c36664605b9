"""A marked web page in a real browser: its scripts do not run, and it is the same page with marks in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.documents.marking import Wishes, mark, proposal
from tests.reports import chromium

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(chromium.missing()), reason=chromium.missing() or "it is all there"),
]
RAN = "window.ran = (window.ran || 0) + 1"
PAGE = f"""<!DOCTYPE html>
<html lang="en"><!-- <head> --><head><script>{RAN}</script><title>We utilise it</title></head>
<body onload="{RAN}"><h1>Our strengths-<em>based</em> approach</h1>
<p>We utilise <a id="link" href="javascript:{RAN}">service users</a> going forward.
<img src="data:," onerror="{RAN}" alt="service users"><svg onload="{RAN}"><text>utilise</text></svg>
<select><option>utilise</option></select><textarea>utilise</textarea>
<iframe srcdoc="<script>parent.{RAN}</script>"></iframe>
<table><tr><td>utilise<td>stakeholders</table></body></html>
<script>{RAN}</script>"""


def test_no_script_runs_in_a_marked_page(checker: Checker, tmp_path: Path) -> None:
    marked = mark(PAGE.encode(), "a.html", lambda text, masks: proposal(checker, text, masks, (), Wishes()))
    plain, copy = tmp_path / "plain.html", tmp_path / "copy.html"
    plain.write_text(PAGE, encoding="utf-8")
    copy.write_bytes(marked.data)
    with chromium.page(tmp_path) as page:
        page.open(plain, 900)
        assert page.run("document.getElementById('link').click(); return window.ran") >= 3
        page.open(copy, 900)
        assert page.run("document.getElementById('link').click(); return window.ran === undefined")
        assert page.run("return document.title") == "We utilise it"
        assert page.run("return document.querySelectorAll('mark').length") >= 6
        assert page.run("return document.querySelectorAll('option mark, textarea mark, svg mark').length") == 0
        assert page.run("return document.querySelectorAll('td').length") == 2
