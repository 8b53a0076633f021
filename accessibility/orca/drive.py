# Presses the keys of one journey in Chromium, under Orca, and keeps what Orca says for each.
# Started by accessibility/orca/run. What Orca says while a page loads differs from run to run and is left out: only what
# it says for a key that stays on the page is kept.
import difflib
import os
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

WORDS = os.environ["ORCA_WORDS"]
KEYS = {"Tab": 0xFF09, "Enter": 0xFF0D, "Space": 0x20, "Down": 0xFF54, "h": 0x68}
CONTROL = 1 << 2  # as a modifier
CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){1,2}\b")
# Said when Orca notices that a page has loaded: sometimes before the next key, sometimes with it.
LOADING = re.compile(r"^(Loading\.|Finished loading|Page has |leaving banner|.* document web\.$)")
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


def press(key):
    Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.SYM)



class Orca:
    """Orca's words, from where they were last read."""

    def __init__(self):
        self.read = 0

    def words(self, quiet, longest):
        """Waits until nothing was said for `quiet` seconds, once something was said; gives what was said."""
        began = last = time.monotonic()
        size = os.path.getsize(WORDS)
        while True:
            time.sleep(0.05)
            now = time.monotonic()
            if os.path.getsize(WORDS) != size:
                size, last = os.path.getsize(WORDS), now
            if (size > self.read and now - last > quiet) or now - began > longest:
                break
        with open(WORDS, encoding="utf-8") as file:
            file.seek(self.read)
            text = file.read()
            self.read = file.tell()
        said = re.findall(r"SPEECH OUTPUT: '(.*?)'(?: |$)", text, re.M)
        return [ADDRESS.sub("[address]", CODE.sub("[code]", one)).strip() for one in said if one.strip() and not LOADING.match(one)]


class Journey:
    def __init__(self, base):
        self.base, self.orca, self.lines = base, Orca(), []

    def key(self, name):
        press(KEYS[name])
        said = self.orca.words(0.5, 4)
        self.lines.append(f"{name}: {' | '.join(said)}")
        return " ".join(said)

    def until(self, words, name="Tab", most=90):
        for _ in range(most):
            if words in self.key(name):
                return
        raise SystemExit(f"Orca never said “{words}”:\n" + "\n".join(self.lines[-most:]))

    def to_page(self, name):
        """A key that leads to another page."""
        press(KEYS[name])
        self.lines.append(f"{name}: (another page)")
        self.orca.words(2, 12)

    def type(self, text):
        for letter in text:
            press(ord(letter))
            time.sleep(0.03)
        self.lines.append(f"typed: {text}")
        self.orca.words(0.6, 1.5)

    def go(self, path):
        """By the address bar."""
        # Control+L: to the address bar, all of it chosen.
        Atspi.generate_keyboard_event(CONTROL, None, Atspi.KeySynthType.LOCKMODIFIERS)
        press(ord("l"))
        Atspi.generate_keyboard_event(CONTROL, None, Atspi.KeySynthType.UNLOCKMODIFIERS)
        self.orca.words(0.6, 2)
        for letter in self.base + path:
            press(ord(letter))
            time.sleep(0.02)
        press(KEYS["Enter"])
        self.lines.append(f"(to {path})")
        self.orca.words(2, 12)

    def quietly(self, *keys):
        """Keys whose words are not of interest."""
        for key in keys:
            press(key)
        self.orca.words(0.6, 2)


def start_page(walk):
    walk.go("/")
    walk.until("I do")
    walk.to_page("Enter")


def first_part(walk):
    walk.until("Yes")
    walk.key("Down")
    walk.key("Space")
    walk.until("Save and go on")
    walk.to_page("Enter")


def an_error(walk):
    walk.go("/refer/section/contact")
    walk.until("Phone call")
    walk.key("Space")
    walk.until("Which phone number")
    walk.type("12")
    walk.until("Save and go on")
    walk.to_page("Enter")
    walk.key("Tab")
    walk.key("Enter")
    walk.quietly(0xFF57, 0xFF08, 0xFF08)  # End, and both digits away
    walk.type("01632960001")
    walk.until("Save and go on")
    walk.to_page("Enter")


def what_is_needed(walk):
    walk.go("/refer/section/person")
    walk.until("What is your name")
    walk.type("Sam Example")
    walk.to_page("Enter")
    walk.go("/refer/section/happening")
    walk.until("what is happening")
    walk.type("They want me to move")
    walk.until("Save and go on")
    walk.to_page("Enter")
    walk.go("/refer/section/consent")
    walk.until("Yes")
    walk.key("Space")
    walk.until("Save and go on")
    walk.to_page("Enter")


def sending(walk):
    walk.go("/refer/check")
    walk.until("Send this to the team")
    walk.to_page("Enter")
    for _ in range(7):
        walk.key("h")


PARTS = {"start": start_page, "first-part": first_part, "error": an_error, "needed": what_is_needed, "sending": sending}


def main():
    base, folder, keep = sys.argv[1], sys.argv[2], "--keep" in sys.argv
    chromium = os.environ.get("CHROMIUM", "chromium")
    orca_log = open(os.path.join(os.environ["HOME"], "orca.txt"), "w")
    started = [
        subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL),
        subprocess.Popen(["/usr/bin/orca", "--replace"], stdout=orca_log, stderr=orca_log),
    ]
    time.sleep(4)
    flags = ["--no-first-run", "--no-default-browser-check", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
             "--disable-sync", "--force-renderer-accessibility", "--blink-settings=scriptEnabled=false", "--start-maximized", "--password-store=basic"]
    flags += ["--no-sandbox", "--test-type"] if os.getuid() == 0 else []
    started.append(subprocess.Popen([chromium, *flags, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    walk = Journey(base)
    differing = 0
    try:
        walk.orca.words(3, 20)
        for name, part in PARTS.items():
            walk.lines = [f"# What Orca says for each key: {name.replace('-', ' ')}"]
            part(walk)
            differing += compare(os.path.join(folder, f"orca-{name}.txt"), "\n".join(walk.lines) + "\n", keep)
            print(f"walked: {name}", flush=True)
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
    print(f"{len(PARTS) - differing} passed, {differing} failed")
    return 1 if differing else 0


def compare(path, now, keep):
    if keep:
        with open(path, "w", encoding="utf-8") as file:
            file.write(now)
        return 0
    kept = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
    for line in difflib.unified_diff(kept.splitlines(), now.splitlines(), f"{path}, kept", "now", n=1, lineterm=""):
        print(line)
    return int(kept != now)


sys.exit(main())
