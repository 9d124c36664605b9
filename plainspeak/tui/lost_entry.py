"""Lost entry: an entry that was not saved when the app ended, offered and put back into its form."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from plainspeak.deciding.safety_copy import when_kept
from plainspeak.errors import PlainspeakError
from plainspeak.glossary.entry import Entry
from plainspeak.glossary.load import as_written
from plainspeak.glossary.written_fields import Fields, fields_of
from plainspeak.tui.dialogs.ask import Ask
from plainspeak.tui.entry_fields import first_fields
from plainspeak.tui.entry_recovery import LostEntry, forget_entry, lost_entries
from plainspeak.tui.held_text import drawn, held

if TYPE_CHECKING:
    from plainspeak.tui.plainspeak_app import PlainspeakApp


async def offer_lost_entry(app: PlainspeakApp) -> None:
    """Ask what to do with the newest lost entry, if there is one, and do it."""
    lost = await asyncio.to_thread(lost_entries)
    if not lost or app.form:
        return
    when = when_kept(lost[0].saved_at)
    question = (
        f"The glossary entry \u201c{drawn(held(lost[0].name))}\u201d, last changed on {when}. "
        "The app ended before it was saved."
    )
    answers = [("bring", "Bring it back"), ("drop", "Throw it away"), ("later", "Ask me later")]
    answer = await app.push_screen_wait(Ask("An entry was not saved", question, answers))
    if answer == "drop":
        forget_entry(lost[0])
    elif answer == "bring":
        await _bring_back(app, lost[0])


async def _bring_back(app: PlainspeakApp, lost: LostEntry) -> None:
    entry = next((one for one in app.glossary_entries() if lost.entry and one.id == lost.entry), None)
    fields = await asyncio.to_thread(_written, entry) if entry else first_fields("")
    if fields is None:
        entry, fields = None, first_fields("")
    app.show("glossary")
    app.open_entry(fields, entry, written=lost.texts)
    if app.form:
        await app.form.keep_copy()
        if app.form.copy.is_kept:
            forget_entry(lost)


def _written(entry: Entry) -> Fields | None:
    """What the file says of an entry; None when it cannot be read any more."""
    try:
        return as_written(entry) if entry.origin.path else fields_of(entry)
    except (PlainspeakError, OSError):
        return None
