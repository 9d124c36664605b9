"""Chromium, where it is installed: opens a page, asks axe-core about it, and takes pictures and prints.

It is driven through chromedriver over its plain HTTP protocol. axe-core is the file that ``npm install axe-core`` brings, named
in AXE_CORE or found where npm keeps what is installed for everybody or for this folder.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SECONDS = 60
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"]
_AXE = Path("axe-core", "axe.min.js")
_RUN_AXE = """
const done = arguments[0];
document.querySelectorAll("details").forEach(fold => { fold.open = true; });
axe.run(document, {resultTypes: ["violations"]}).then(
  found => done(found.violations.map(rule => rule.id + ": " + rule.help + ": " + rule.nodes[0].html)),
  fault => done(["axe-core failed: " + fault]));
"""


@cache
def missing() -> str:
    """Why Chromium cannot be driven here, or "" where it can."""
    if not _browser():
        return "Chromium is not installed"
    return "" if shutil.which("chromedriver") else "chromedriver is not installed"


@cache
def missing_axe() -> str:
    """Why axe-core cannot be asked here, or "" where it can."""
    return missing() or (
        "" if axe_core() else "axe-core is not installed: npm install axe-core, and name axe.min.js in AXE_CORE"
    )


@cache
def axe_core() -> Path | None:
    """The file of axe-core, or None."""
    places = [Path(os.environ["AXE_CORE"])] if os.environ.get("AXE_CORE") else []
    places.append(Path("node_modules") / _AXE)
    if npm := shutil.which("npm"):
        with suppress(subprocess.SubprocessError, OSError):
            asked = subprocess.run([npm, "root", "-g"], capture_output=True, text=True, timeout=SECONDS, check=True)
            places.append(Path(asked.stdout.strip()) / _AXE)
    return next((place for place in places if place.is_file()), None)


def _browser() -> str:
    return next((path for name in _BROWSERS if (path := shutil.which(name))), "")


class DriverError(OSError):
    """What chromedriver says that it cannot do."""


class Page:
    """A page in the browser."""

    def __init__(self, session: str) -> None:
        self._session = session

    def open(self, path: Path, width: int, colours: str = "light") -> None:
        """Open the file at `path` in a window that is `width` pixels wide, for a person who wants these colours."""
        wanted = {"features": [{"name": "prefers-color-scheme", "value": colours}]}
        _ask("POST", f"{self._session}/goog/cdp/execute", {"cmd": "Emulation.setEmulatedMedia", "params": wanted})
        _ask("POST", f"{self._session}/window/rect", {"width": width, "height": 1000})
        _ask("POST", f"{self._session}/url", {"url": path.as_uri()})

    def run(self, script: str) -> Any:
        """What a script returns."""
        return _ask("POST", f"{self._session}/execute/sync", {"script": script, "args": []})

    def violations(self) -> list[str]:
        """What axe-core has against the page, with all its folds open."""
        source = axe_core()
        assert source
        self.run(source.read_text(encoding="utf-8"))
        found: list[str] = _ask("POST", f"{self._session}/execute/async", {"script": _RUN_AXE, "args": []})
        return found

    def messages(self) -> list[str]:
        """What the browser complained of, such as something that was to be fetched or run."""
        return [entry["message"] for entry in _ask("POST", f"{self._session}/se/log", {"type": "browser"})]


@contextmanager
def page(folder: Path) -> Iterator[Page]:
    """A page of a browser of its own, which keeps what it has to keep in `folder`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    driver = subprocess.Popen(
        ["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder
    )
    server = f"http://127.0.0.1:{port}"
    try:
        try:
            session = f"{server}/session/{_started(server, folder)}"
        except OSError as fault:
            pytest.skip(f"Chromium is installed but does not start here: {fault}")
        try:
            yield Page(session)
        finally:
            _ask("DELETE", session)
    finally:
        driver.terminate()
        driver.wait(SECONDS)


def _started(server: str, folder: Path) -> str:
    options = {"binary": _browser(), "args": [*_ARGUMENTS, f"--user-data-dir={folder / 'browser'}"]}
    wanted = {
        "alwaysMatch": {
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL"},
            "timeouts": {"script": 1000 * SECONDS},
        }
    }
    until = time.monotonic() + SECONDS
    while True:
        try:
            session: str = _ask("POST", f"{server}/session", {"capabilities": wanted})["sessionId"]
        except DriverError:
            raise
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return session


def _ask(method: str, url: str, body: object = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(  # noqa: S310 - always http to this computer
        url, data, {"Content-Type": "application/json"}, method=method
    )
    try:
        with urllib.request.urlopen(request, timeout=2 * SECONDS) as answer:  # noqa: S310 - the same
            return json.load(answer)["value"]
    except urllib.error.HTTPError as fault:
        with fault:
            said = fault.read().decode("utf-8", "replace")
        raise DriverError(said[:120]) from None
