"""The way into the app. Textual is loaded only once the draft stands on the screen."""

from __future__ import annotations

from pathlib import Path

from plainspeak.tui.draft_check import Checker
from plainspeak.tui.draft_file import DraftFile
from plainspeak.tui.first_picture import first_picture
from plainspeak.tui.smoothness import keep_smooth
from plainspeak.tui.terminal import take_keyboard


def run(path: Path | None, piped_text: str | None = None) -> int:
    """Open the app on a file, on piped text, or on an empty draft; returns the exit status.

    Raises DocumentError when the file cannot be read, UsageError when there is no terminal.
    """
    file = DraftFile.open(path) if path else DraftFile()
    text = file.saved if piped_text is None else piped_text
    take_keyboard()
    keep_smooth()
    with first_picture(file.name, text):
        from plainspeak.tui.plainspeak_app import PlainspeakApp

        app = PlainspeakApp(file, text, load_checker)
    app.run()
    return app.return_code or 0


def load_checker() -> Checker:
    """The checker for the glossary in force; it asks about spelling unless the settings say no.

    Raises GlossaryError or SettingsError when they cannot be used.
    """
    from plainspeak.checking.checker import Checker as RealChecker
    from plainspeak.settings import load_settings

    settings = load_settings()
    return RealChecker.load(settings._replace(spelling=settings.spelling is not False))
