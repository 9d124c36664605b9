"""Opens documents in LibreOffice and tells in JSON what they say. Run by the Python that LibreOffice's own module is for.

Each word on the command line is a file, or ``accept:FILE`` or ``reject:FILE`` to take in or drop its tracked changes first.
"""

import json
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def value(name, held):
    one = PropertyValue()
    one.Name, one.Value = name, held
    return one


def connected(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(1000):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not start")


def paragraphs(text):
    found = []
    for one in text:
        if one.supportsService("com.sun.star.text.TextTable"):
            for name in one.CellNames:
                found += paragraphs(one.getCellByName(name))
        else:
            found.append(one.String)
    return found


def said(document):
    """The paragraphs of each part of a document."""
    found = {"body": paragraphs(document.Text)}
    frames = document.TextFrames
    boxes = [frames.getByIndex(number) for number in range(frames.Count)]
    shapes = [
        shape
        for shape in document.DrawPage
        if shape.supportsService("com.sun.star.drawing.Text") and shape not in boxes
    ]
    found["boxes"] = [line for box in boxes for line in paragraphs(box)] or [
        line for shape in shapes if hasattr(shape, "Text") for line in paragraphs(shape.Text)
    ]
    found["notes"] = [
        line for notes in (document.Footnotes, document.Endnotes) for note in notes for line in paragraphs(note)
    ]
    styles = document.StyleFamilies.getByName("PageStyles")
    for part, name in (("header", "HeaderText"), ("footer", "FooterText")):
        texts = (getattr(styles.getByName(style), name) for style in styles.ElementNames)
        found[part] = sorted({line for text in texts if text for line in paragraphs(text) if line})
    changes = document.Redlines.createEnumeration()
    count = 0
    while changes.hasMoreElements():
        changes.nextElement()
        count += 1
    fields = document.TextFields.createEnumeration()
    comments = 0
    while fields.hasMoreElements():
        comments += fields.nextElement().supportsService("com.sun.star.text.textfield.Annotation")
    return {**found, "changes": count, "comments": comments}


def main():
    pipe = f"plainspeak-test-{time.time_ns()}"
    profile = tempfile.mkdtemp(prefix="libreoffice-")
    office = subprocess.Popen(
        [
            "soffice", "--headless", "--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;",
            f"-env:UserInstallation={Path(profile).as_uri()}",
        ],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        context = connected(pipe)
        make = context.ServiceManager.createInstanceWithContext
        desktop = make("com.sun.star.frame.Desktop", context)
        dispatcher = make("com.sun.star.frame.DispatchHelper", context)
        for word in sys.argv[1:]:
            step, _, name = word.rpartition(":")
            document = desktop.loadComponentFromURL(Path(name).as_uri(), "_blank", 0, ())
            result = said(document) if not step else {}
            if step:
                command = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}[step]
                dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
                result = said(document)
            print(json.dumps({"what": word, **result}), flush=True)  # noqa: T201 - its output
            document.close(True)
        with suppress(Exception):  # it is gone before it can answer
            desktop.terminate()
        with suppress(subprocess.TimeoutExpired):  # all is said; it is stopped below
            office.wait(20)
    finally:
        office.kill()


main()
