"""Own settings: what the app reads in the settings of a person, and what it keeps there for them."""

from __future__ import annotations

from plainspeak.errors import PlainspeakError
from plainspeak.settings import USER_FILE, Settings, load_settings, user_folder


def usable_settings() -> Settings:
    """The settings in force; when they cannot be used, which is told elsewhere, the built-in ones."""
    try:
        return load_settings()
    except PlainspeakError:
        return Settings()


def keep_theme(name: str) -> str:
    """Keep the choice in the person's own settings; returns what there is to say when the project's settings win over it.

    Raises DocumentError when the file cannot be saved, and SettingsError when what stands in it cannot be read.
    """
    from plainspeak.documents.saving import save_bytes
    from plainspeak.errors import SettingsError
    from plainspeak.settings_file import with_words

    path = user_folder() / USER_FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_bytes().decode("utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}.", "The colours are not kept for the next time.") from None
    save_bytes(path, with_words(text, "theme", name).encode("utf-8"))
    settings = load_settings()
    if settings.theme != name:
        return f"Next time the project decides: {settings.origin('theme')} says {settings.theme}."
    return ""
