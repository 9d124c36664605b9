"""A folder of files damaged at random, checked by the program itself: a clear line for each, and nothing left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import samples
from hostile import damaged

EACH = 6  # of each kind; tried with 50 by hand
TEXT = "We utilise it for our service users in order to co-produce better outcomes. "


def whole() -> dict[str, bytes]:
    """One document of each kind, by the end of its name."""
    html = "".join(f"<h2>Part {number}</h2><p>{TEXT} <b>and</b> {TEXT}</p>" for number in range(12))
    rtf = "".join(rf"{{\b {number}}} {TEXT}\par " for number in range(12))
    return {
        "docx": samples.docx("".join(samples.paragraph(f"{number} {TEXT}") for number in range(12))),
        "odt": samples.odt("".join(f"<text:p>{number} {TEXT}</text:p>" for number in range(12))),
        "pdf": samples.pdf([TEXT] * 20, [TEXT] * 20),
        "html": f"<!doctype html><html><body>{html}</body></html>".encode(),
        "rtf": rf"{{\rtf1\ansi {rtf}}}".encode(),
        "eml": f"From: a@example.org\nSubject: A letter\nMIME-Version: 1.0\n\n{TEXT * 9}\n".encode(),
        "md": f"# Plan\n\n{TEXT}\n\n- {TEXT}\n\n```\n{TEXT}\n```\n\n> {TEXT}\n".encode(),
        "txt": (TEXT * 9).encode("utf-16"),
    }


def write_damaged(folder: Path, each: int) -> None:
    for kind, data in whole().items():
        for number, spoilt in zip(range(each), damaged(data, len(kind)), strict=False):
            (folder / f"{number:02}.{kind}").write_bytes(spoilt)


def test_each_ends_in_a_clear_line_and_nothing_is_left(tmp_path: Path) -> None:
    letters, temporary, home = (tmp_path / name for name in ("letters", "temporary", "home"))
    for folder in (letters, temporary, home):
        folder.mkdir()
    write_damaged(letters, EACH)
    env = {**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary), "PLAINSPEAK_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-m", "plainspeak", "check", "letters", "--format", "json", "--jobs", "2"],
        cwd=tmp_path,
        env=env,
        capture_output=True,  # ends only when no process holds the pipes any more
        text=True,
        timeout=90,
        check=False,
    )
    report = json.loads(done.stdout)
    assert report["summary"]["documents"] == EACH * 8
    assert report["summary"]["failed"] >= EACH, "they are damaged too little"
    assert report["summary"]["failed"] < EACH * 8, "they are damaged too much"
    assert done.returncode == 3
    lines = done.stderr.splitlines()
    assert all(line.startswith("plainspeak: ") for line in lines)
    errors = [document["error"] for document in report["documents"] if document["error"]]
    assert {f"plainspeak: {error}" for error in errors} <= set(lines)
    assert not [error for error in errors if "fault in plainspeak" in error or "came to an end" in error]
    assert list(temporary.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "letters", "temporary"]
