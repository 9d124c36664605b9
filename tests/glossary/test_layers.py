"""The shipped glossary, the user's and the project's as one: who wins, what is switched off, the fingerprint."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.errors import GlossaryError
from plainspeak.glossary import layers
from plainspeak.glossary.entry import Entry, Kind
from plainspeak.glossary.layers import fingerprint, glossary_files, load_glossary, overlay, read_layers, shipped_folder
from plainspeak.glossary.naming import term_key, with_ids
from plainspeak.settings import Settings, load_settings


def entry(jargon: str, *also: str, kind: Kind = "noun", entry_id: str = "", meaning: str = "A word.") -> Entry:
    return Entry(entry_id or jargon.replace(" ", "-"), jargon, kind, "must", "office", meaning, also=also)


def glossary_text(*jargon: str, family: str = "office") -> str:
    return "entries:\n" + "".join(
        f"  - jargon: {term}\n    kind: noun\n    level: must\n    family: {family}\n"
        f"    what_we_mean: The word {term}.\n    ask: What is {term}?\n    examples:\n      - flag: We see {term}.\n"
        for term in jargon
    )


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shipped glossary of two files, a user's folder and a project, all empty of settings."""
    for folder in ("shipped", "home/glossary", "project/words"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "shipped" / "one.yaml").write_text(glossary_text("apple", "pear"), encoding="utf-8")
    (tmp_path / "shipped" / "two.yaml").write_text(glossary_text("plum", family="care"), encoding="utf-8")
    monkeypatch.setenv("PLAINSPEAK_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(layers, "shipped_folder", lambda: tmp_path / "shipped")
    return tmp_path


def project(house: Path, settings: str = "") -> Settings:
    (house / "project" / "plainspeak.toml").write_text(settings, encoding="utf-8")
    return load_settings(house / "project")


def terms(settings: Settings) -> list[tuple[str, str]]:
    return [(each.jargon, each.origin.layer) for each in load_glossary(settings).entries]


def test_an_upper_entry_replaces_the_one_whose_term_is_its_jargon() -> None:
    lower = [entry("service user", "client", "end user"), entry("carer")]
    upper = [entry("client", meaning="Someone who pays.")]
    assert overlay(lower, upper) == [entry("carer"), entry("client", meaning="Someone who pays.")]


def test_another_kind_is_not_replaced() -> None:
    lower = [entry("impact", kind="verb")]
    [verb, noun] = overlay(lower, [entry("impact")])
    assert (verb.kind, verb.id) == ("verb", "impact")
    assert (noun.kind, noun.id) == ("noun", "impact-noun")


def test_a_term_in_also_is_taken_from_the_lower_entry() -> None:
    [service_user, customer] = overlay([entry("service user", "client")], [entry("customer", "client")])
    assert service_user.terms == ("service user",)
    assert customer.terms == ("customer", "client")


def test_an_entry_whose_jargon_is_taken_goes_on_under_its_id_with_what_is_left() -> None:
    [left, _] = overlay([entry("service user", "client")], [entry("customer", "Service-User")])
    assert (left.id, left.terms) == ("service-user", ("client",))


def test_an_entry_with_no_term_left_goes() -> None:
    assert [each.jargon for each in overlay([entry("client")], [entry("customer", "client")])] == ["customer"]


def test_the_project_wins_over_the_user_and_the_user_over_the_shipped(house: Path) -> None:
    (house / "home" / "glossary" / "mine.yaml").write_text(glossary_text("apple", "pear"), encoding="utf-8")
    (house / "project" / "words" / "ours.yml").write_text(glossary_text("pear"), encoding="utf-8")
    settings = project(house, 'glossary.folders = ["words"]')
    assert terms(settings) == [("plum", "shipped"), ("apple", "user"), ("pear", "project")]


def test_entries_in_the_project_file(house: Path) -> None:
    settings = project(
        house,
        """
[[glossary.entries]]
jargon = "apple"
kind = "noun"
level = "could"
family = "office"
what_we_mean = "A round fruit."
say_instead = "fruit"
examples = [{ flag = "An apple a day.", becomes = "Fruit a day." }]
""",
    )
    apple = load_glossary(settings).get("apple")
    assert apple is not None
    assert (apple.level, apple.origin.layer, apple.origin.line) == ("could", "project", 2)
    assert apple.origin.path.endswith("plainspeak.toml")


def test_a_broken_entry_in_the_project_file_is_told_with_its_line(house: Path) -> None:
    settings = project(house, 'level = "must"\n\n[[glossary.entries]]\njargon = true\nkinds = "noun"\n')
    with pytest.raises(GlossaryError) as raised:
        load_glossary(settings)
    first = raised.value.problems[0]
    assert (Path(first.path).name, first.line) == ("plainspeak.toml", 3)
    assert '"kinds" is not a field of an entry. Did you mean "kind"?' in str(raised.value)


def test_switching_off_by_id_by_term_and_by_one_of_the_terms(house: Path) -> None:
    (house / "shipped" / "two.yaml").write_text(
        glossary_text("plum").replace("plum\n", "plum\n    also: [damson]\n", 1), encoding="utf-8"
    )
    glossary = load_glossary(project(house, 'glossary.off = ["apple", "Pear", "damson"]'))
    assert [each.terms for each in glossary.entries] == [("plum",)]


def test_switching_off_what_is_not_there_is_told_but_stops_nothing(house: Path) -> None:
    settings = project(house, '\nglossary.off = ["aple"]')
    _, [problem] = read_layers(settings)
    assert 'plainspeak.toml:2:1: "aple" is switched off, and no entry covers it. Did you mean "apple"?' in str(problem)
    assert len(load_glossary(settings)) == 3


def test_choosing_files_and_families(house: Path) -> None:
    assert terms(project(house, 'glossary.files = ["two"]')) == [("plum", "shipped")]
    assert terms(project(house, 'glossary.families = ["office"]')) == [("apple", "shipped"), ("pear", "shipped")]


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ('glossary.files = ["onne"]', '"onne" is not one of the glossary.files. Did you mean "one"?'),
        ('glossary.families = ["ofice"]', '"ofice" is not one of the glossary.families. Did you mean "office"?'),
        ('glossary.folders = ["wordz"]', "There is no folder "),
    ],
)
def test_settings_that_name_what_is_not_there(house: Path, setting: str, expected: str) -> None:
    with pytest.raises(GlossaryError, match=r"plainspeak\.toml:1:1") as raised:
        load_glossary(project(house, setting))
    assert expected in str(raised.value)


def test_every_problem_of_every_file_comes_at_once(house: Path) -> None:
    (house / "shipped" / "one.yaml").write_text("entries: 3\n", encoding="utf-8")
    (house / "home" / "glossary" / "mine.yaml").write_text("tittle: x\nentries: []\n", encoding="utf-8")
    with pytest.raises(GlossaryError) as raised:
        load_glossary(project(house))
    assert [Path(problem.path).name for problem in raised.value.problems] == ["one.yaml", "mine.yaml"]
    assert len(str(raised.value).splitlines()) == 2


def test_a_long_meaning_stops_nothing(house: Path) -> None:
    path = house / "shipped" / "one.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("The word", "The word " * 30), encoding="utf-8")
    assert len(load_glossary(Settings())) == 3


def test_the_fingerprint_changes_with_every_file_and_setting_that_matters(house: Path) -> None:
    plain = project(house)
    seen = [fingerprint(plain), fingerprint(project(house, 'glossary.off = ["apple"]'))]
    seen.append(fingerprint(project(house, 'glossary.families = ["office"]')))
    seen.append(fingerprint(project(house, '[[glossary.entries]]\njargon = "fig"')))
    (house / "home" / "glossary" / "mine.yaml").write_text(glossary_text("fig"), encoding="utf-8")
    seen.append(fingerprint(plain))
    (house / "shipped" / "one.yaml").write_text(glossary_text("apple"), encoding="utf-8")
    seen.append(fingerprint(plain))
    assert len(set(seen)) == len(seen)
    assert load_glossary(plain).fingerprint == fingerprint(plain)


def test_the_fingerprint_stays_when_only_other_settings_change(house: Path) -> None:
    plain = project(house)
    assert fingerprint(plain._replace(level="must")) == fingerprint(plain)


def test_the_files_in_force_in_order(house: Path) -> None:
    for path in (
        "home/glossary/b.yaml",
        "home/glossary/.hidden.yaml",
        "home/glossary/note.txt",
        "project/words/a.yaml",
    ):
        (house / path).write_text("entries: []\n", encoding="utf-8")
    files = glossary_files(project(house, 'glossary.folders = ["words"]'))
    assert [path.relative_to(house).as_posix() for path in files] == [
        "shipped/one.yaml",
        "shipped/two.yaml",
        "home/glossary/b.yaml",
        "project/words/a.yaml",
    ]


def test_the_fingerprint_needs_neither_yaml_nor_toml_nor_platformdirs(tmp_path: Path) -> None:
    code = (
        "import sys; from plainspeak.glossary.layers import fingerprint; from plainspeak.settings import load_settings;"
        "fingerprint(load_settings());"
        "print([name for name in ('yaml', 'tomllib', 'platformdirs', 'difflib') if name in sys.modules])"
    )
    path = os.pathsep.join(sys.path)
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "PYTHONPATH": path, "PLAINSPEAK_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "[]\n"


def test_the_shipped_glossary_is_found_and_read_without_a_problem() -> None:
    assert (shipped_folder() / "README.md").is_file()
    entries, problems = read_layers(Settings())
    assert entries
    assert problems == []


def test_in_a_wheel_the_shipped_glossary_lies_beside_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shipped").mkdir()
    monkeypatch.setattr(layers, "__file__", str(tmp_path / "layers.py"))
    assert shipped_folder() == tmp_path / "shipped"


entries_of_a_layer = st.lists(
    st.builds(
        entry,
        st.sampled_from("abcdef"),
        st.sampled_from("abcdef"),
        kind=st.sampled_from(("noun", "verb")),
    ),
    max_size=6,
)


@given(entries_of_a_layer, entries_of_a_layer)
def test_two_layers_never_clash_and_keep_every_upper_entry(lower: list[Entry], upper: list[Entry]) -> None:
    lower, upper = with_ids(lower), with_ids(upper)
    both = overlay(lower, upper)
    upper_terms = {term_key(term, each.kind) for each in upper for term in each.terms}
    from_lower = both[: len(both) - len(upper)]
    assert [each._replace(id="") for each in both[len(from_lower) :]] == [each._replace(id="") for each in upper]
    assert all(term_key(term, each.kind) not in upper_terms for each in from_lower for term in each.terms)
    assert len({each.id for each in both}) == len(both)
