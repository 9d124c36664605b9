"""A glossary file is read once in each state, whoever asks; what is kept of it is what reading it would give."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak.glossary import layers
from plainspeak.glossary.load import load_file
from plainspeak.matching import forms, kept_files
from plainspeak.matching.forms import forms_of
from plainspeak.matching.kept_files import KeptFiles
from plainspeak.matching.lexicon import compile_lexicon
from plainspeak.matching.store import load_compiled
from plainspeak.settings import Settings

ENTRY = """\
  - jargon: gizmo {0}
    kind: noun
    level: must
    family: office
    what_we_mean: Part {0} of a machine
    say_instead: [part, {{say: bit, when: ["{{}} {0}"]}}]
    unless: ["my {{}}"]
    agreed: {{by: Us, on: 2026-11-22}}
    lenses: {{action: It works.}}
    examples:
      - flag: We saw gizmo {0}.
        becomes: We saw part.
"""


def glossary_text(*numbers: int) -> str:
    return "title: Ours\nentries:\n" + "".join(map(ENTRY.format, numbers))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A glossary of two files that are large enough to be kept; nothing is remembered yet."""
    monkeypatch.setenv("PLAINSPEAK_HOME", str(tmp_path / "home"))
    folder = tmp_path / "shipped"
    folder.mkdir()
    for name, first in (("a.yaml", 100), ("b.yaml", 200)):
        (folder / name).write_text(glossary_text(*range(first, first + 80)), encoding="utf-8")
    monkeypatch.setattr(layers, "shipped_folder", lambda: folder)
    forget(monkeypatch)
    return folder


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another process would know: only what is kept in the cache folder."""
    monkeypatch.setattr(kept_files, "_in_memory", {})
    monkeypatch.setattr(forms, "_known", {})
    monkeypatch.setattr(forms, "_recalls", [])


@pytest.fixture
def files_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read as YAML from now on."""
    names: list[str] = []

    def load(path: Path, layer: str) -> tuple:
        names.append(path.name)
        return load_file(path, layer)

    monkeypatch.setattr(kept_files, "load_file", load)
    return names


def test_only_the_file_that_changed_is_read_again(
    folder: Path, files_read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load_compiled(Settings())
    assert files_read == ["a.yaml", "b.yaml"]
    (folder / "b.yaml").write_text(glossary_text(*range(200, 281)), encoding="utf-8")
    glossary, _ = load_compiled(Settings())
    assert (files_read, len(glossary)) == (["a.yaml", "b.yaml", "b.yaml"], 161)
    forget(monkeypatch)
    (folder / "b.yaml").write_text(glossary_text(*range(200, 282)), encoding="utf-8")
    glossary, lexicon = load_compiled(Settings())
    assert (files_read[3:], len(glossary)) == (["b.yaml"], 162)
    expected, _ = layers.read_layers(Settings())
    assert list(glossary.entries) == expected
    forget(monkeypatch)
    assert lexicon == compile_lexicon(expected)


def test_what_is_kept_is_what_was_read(folder: Path, files_read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "a.yaml"
    expected = load_file(path, "shipped")
    made = [list(forms_of(entry)) for entry in expected[0]]
    assert KeptFiles("now").load(path, "shipped") == expected
    assert expected[1], "there is something to be said of this file"
    forget(monkeypatch)
    assert KeptFiles("now").load(path, "shipped") == expected
    assert [list(forms_of(entry)) for entry in expected[0]] == made
    assert files_read == ["a.yaml"]


def test_another_layer_or_another_program_reads_anew(folder: Path, files_read: list[str]) -> None:
    KeptFiles("now").load(folder / "a.yaml", "shipped")
    assert KeptFiles("now").load(folder / "a.yaml", "user")[0][0].origin.layer == "user"
    KeptFiles("later").load(folder / "a.yaml", "shipped")
    assert files_read == ["a.yaml"] * 3


@pytest.mark.parametrize("damage", [b"", b"nonsense", b'["now",[],[],[]]\n00000000'])
def test_a_damaged_copy_is_made_again(
    folder: Path, files_read: list[str], damage: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = KeptFiles("now").load(folder / "a.yaml", "shipped")
    (copy,) = folder.parent.rglob("file-*.kept")
    whole = copy.read_bytes()
    copy.write_bytes(damage)
    forget(monkeypatch)
    assert KeptFiles("now").load(folder / "a.yaml", "shipped") == expected
    assert (files_read, copy.read_bytes()) == (["a.yaml"] * 2, whole)


def test_a_file_with_a_fault_is_not_kept(folder: Path) -> None:
    (folder / "a.yaml").write_text(glossary_text(*range(80)) + "  - jargon: [\n", encoding="utf-8")
    entries, problems = KeptFiles("now").load(folder / "a.yaml", "shipped")
    assert any(problem.blocks for problem in problems)
    assert (entries, problems) == load_file(folder / "a.yaml", "shipped")
    assert not list(folder.parent.rglob("file-*.kept"))


def test_a_file_that_is_not_there_is_told_as_ever(folder: Path) -> None:
    assert KeptFiles("now").load(folder / "c.yaml", "shipped") == load_file(folder / "c.yaml", "shipped")


def test_what_is_handed_out_may_be_changed(folder: Path) -> None:
    entries, problems = KeptFiles("now").load(folder / "a.yaml", "shipped")
    entries.clear()
    problems.clear()
    again, told = KeptFiles("now").load(folder / "a.yaml", "shipped")
    assert again
    assert told


def test_forms_that_were_made_before_are_recalled_when_others_are_needed(
    folder: Path, files_read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = list(load_compiled(Settings())[0].entries)
    expected = [list(forms_of(entry)) for entry in entries]
    forget(monkeypatch)
    load_compiled(Settings())
    assert not forms._known, "starting does not need them"
    made = list(forms_of(entries[0]._replace(jargon="doofer")))
    monkeypatch.setattr(forms, "_all", lambda _: pytest.fail("made anew"))
    assert [list(forms_of(entry)) for entry in entries] == expected
    assert [form.text for form in made] == ["doofer", "doofers"]
    assert files_read == ["a.yaml", "b.yaml"]


def test_nothing_is_recalled_of_a_file_that_has_changed(
    folder: Path, files_read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load_compiled(Settings())
    forget(monkeypatch)
    load_compiled(Settings())
    (folder / "b.yaml").write_text(glossary_text(*range(200, 281)), encoding="utf-8")
    entries, _ = load_file(folder / "a.yaml", "shipped")
    forms_of(entries[0])
    assert {name for name, _ in kept_files._in_memory} == {str(folder / "a.yaml")}
    assert files_read == ["a.yaml", "b.yaml"]
