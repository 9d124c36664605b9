"""The help speaks plainly, and so does everything else that the app tells."""

from __future__ import annotations

from plainspeak.tui.actions import ACTIONS
from plainspeak.tui.entry_fields import FORM
from plainspeak.tui.help_pages import PAGES
from plainspeak.tui.settings_lines import setting_lines
from plainspeak.tui.themes import LOOKS

SHOWN_ON_PURPOSE = {"utilise"}


def test_nothing_that_is_told_is_jargon(checker):
    from plainspeak.settings import Settings

    told = [page.text({}).plain for page in PAGES]
    told += [f"{action.label}. {action.help}" for action in ACTIONS]
    told += [f"{line.label}: {line.help}" for line in FORM]
    told += [line.does for line in setting_lines(Settings()) if line.name != "keys"]
    told += [f"{name}: {look.does}." for name, look in LOOKS.items()]
    found = {finding.text for text in told for finding in checker.check(text).findings if finding.level != "could"}
    assert found <= SHOWN_ON_PURPOSE
