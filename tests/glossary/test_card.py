"""Cards: what a person is shown of an entry, and where it comes from."""

from __future__ import annotations

from pathlib import Path

from plainspeak.glossary.card import short_card, whole_card
from plainspeak.glossary.standing import origin_line, overridden, why_left_out
from plainspeak.settings import GlossarySettings, Settings, Source
from tests.glossary.making import Agreement, Conditions, Example, Origin, Wording, entry

FULL = entry(
    "asset",
    also=("plus",),
    say_instead=(Wording("*strength", when=("our {}",), near=("skills",), kind="noun"), Wording("")),
    ask="Whose?",
    why="It sounds owned.",
    keep="The Act says so.",
    lenses={"inclusion": "All are heard."},
    agreed=Agreement("Readers", "2026-11-02", "2027-11-02", "Two votes."),
    conditions=Conditions(unless=("financial {}",), unless_near=("bank",)),
    forms=("assetts",),
    plural="assets",
    spoken="asset",
    see_also=("strength",),
    sources=("nef",),
    examples=(Example("An asset.", flag=True, becomes="A strength."), Example("Financial assets.", flag=False)),
)


def test_the_whole_card() -> None:
    assert list(whole_card(FULL)) == [
        "The jargon: asset (noun)",
        "Also: plus",
        "What we mean: What asset is.",
        "Say instead: strength; nothing: the words can go",
        "Ask yourself: Whose?",
        "Why: It sounds owned.",
        "Why it may have to stay: The Act says so.",
        "Inclusion: All are heard.",
        "Agreed by: Readers, 2026-11-02",
        "See also: strength",
        "Kind: noun. Level: must. Family: office.",
        "In brackets: what asset is",
        '"strength" is for: our {}, or near skills, or used as it stands (noun)',
        "Unless: financial {}",
        "Unless near: bank",
        "Forms given: assets; assetts",
        "Said as: asset",
        "Must be found: An asset. Becomes: A strength.",
        "Must pass: Financial assets.",
        "To be looked at again by: 2027-11-02",
        "Notes: Two votes.",
        "Sources: nef",
    ]


def test_an_entry_with_nothing_to_say_instead_is_explained() -> None:
    assert list(short_card(entry("ICB", kind="initials", in_brackets="the local board"))) == [
        "The jargon: ICB",
        "What we mean: What ICB is.",
        "Say what it means where you first use it: ICB (the local board)",
    ]


def test_where_an_entry_comes_from() -> None:
    shipped = entry("asset", origin=Origin("shipped", "/usr/lib/care.yaml", 7))
    ours = entry("asset", origin=Origin("user", "/home/us/my-words.yaml", 4))
    assert origin_line(shipped) == "care.yaml, line 7, of the glossary that comes with plainspeak"
    assert origin_line(ours) == "/home/us/my-words.yaml, line 4 (your own glossary)"
    assert origin_line(entry("x", origin=Origin("project", "p.toml", 2))) == "p.toml, line 2 (this project's glossary)"


def test_what_an_entry_takes_the_place_of() -> None:
    lower = [entry("Service-User"), entry("client"), entry("service user", kind="verb"), entry("other")]
    ours = entry("service user", also=("client",), origin=Origin("user", "my-words.yaml", 4))
    assert overridden(ours, lower) == lower[:2]


def test_which_setting_leaves_an_entry_out() -> None:
    asset = entry("asset", origin=Origin("shipped", "office.yaml", 7))
    source = {f"glossary.{name}": Source(Path("plainspeak.toml"), 3) for name in ("off", "files", "families")}

    def why(**chosen: tuple[str, ...]) -> str:
        return why_left_out(asset, Settings(glossary=GlossarySettings(**chosen), sources=source))

    assert why() == ""
    assert why(off=("Asset",)) == "it is switched off by glossary.off (plainspeak.toml, line 3)"
    assert why(files=("care",)) == "its file is not one of the glossary.files (plainspeak.toml, line 3)"
    assert why(families=("care",)).startswith("its family, office, is not one of the glossary.families")
