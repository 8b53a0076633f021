# Presses the keys of some journeys in Chromium, under Orca, and keeps what Orca says for each.
# Started by accessibility/orca/run with the portal's address, the folder of what is kept, and the file with what the demo said. What Orca says while a page loads differs from run to run and is left out: only what
# it says for a key that stays on the page is kept.
import datetime
import difflib
import json
import os
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

WORDS = os.environ["ORCA_WORDS"]
KEYS = {"Tab": 0xFF09, "Enter": 0xFF0D, "Space": 0x20, "Down": 0xFF54, "h": 0x68, "t": 0x74}
CONTROL = 1 << 2  # as a modifier
RECORD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "record.json")
CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){1,2}\b")
# Said when Orca notices that a page has loaded: sometimes before the next key, sometimes with it.
LOADING = re.compile(r"^(Loading\.|Finished loading|Page has |leaving banner|.* document web\.$)")
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
NUMBER = re.compile(r"\b[0-9A-Z]{8}\b")
TIME = re.compile(r"\b\d{1,2}:\d\d\b")


def masked(words):
    """What differs from run to run, as in lib/reader.mjs."""
    for changing, mark in ((ADDRESS, "[address]"), (CODE, "[code]"), (NUMBER, "[number]"), (TIME, "[time]")):
        words = changing.sub(mark, words)
    # Whether the browser remembers that it was there.
    return words.replace("visited link", "link")


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
        return [masked(one).strip() for one in said if one.strip() and not LOADING.match(one)]


class Journey:
    def __init__(self, base, said):
        self.base, self.orca, self.lines = base, Orca(), []
        with open(said, encoding="utf-8") as file:
            self.said = file.read()

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

    def keys(self, *names):
        for name in names:
            self.key(name)

    def type(self, text, shown=None):
        for letter in text:
            press(ord(letter))
            time.sleep(0.03)
        self.lines.append(f"typed: {shown or text}")
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
    walk.keys(*["h"] * 18)
    walk.go("/refer/check")
    walk.until("Send this to the team")
    walk.to_page("Enter")
    walk.keys(*["h"] * 7)


def receipt(walk):
    # From its heading on, line by line: the reference, the code, and what happens next.
    walk.go("/refer/check")
    walk.until("Go to your receipt")
    walk.to_page("Enter")
    walk.keys("h", *["Down"] * 12)


def feedback(walk):
    walk.go("/feedback")
    walk.until("code")
    walk.type(re.search(r"code\s+(\S+)", walk.said).group(1), shown="[code]")
    walk.until("Start")
    walk.to_page("Enter")
    for _ in range(3):
        walk.until("radio button", most=12)
        walk.keys("Down", "Space")
        walk.until("Next", most=4)
        walk.to_page("Enter")
    walk.keys("h", "Tab")


def sign_in(walk):
    _, name, password = re.search(r"((triage@\S+)\s+(\S+))", walk.said).groups()
    walk.go("/staff/sign-in")
    walk.until("e-mail")
    walk.type(name)
    walk.key("Tab")
    walk.type(password, shown="[password]")
    walk.until("Sign in")
    walk.to_page("Enter")


def the_queue(walk):
    walk.go("/staff/queue")
    walk.keys("h", "h", "h")
    walk.until("[code]")
    walk.key("Tab")
    walk.go("/staff/queue")
    walk.key("t")
    walk.keys(*["Down"] * 12)
    walk.until("[code]")
    walk.to_page("Enter")


def a_decision(walk):
    walk.keys(*["h"] * 12)
    walk.until("Ask for something first")
    walk.until("Record this decision")
    walk.to_page("Enter")
    walk.keys("Tab", "Enter", "Down", "Space")
    walk.until("Reason")
    walk.type("They want it")
    walk.until("Record this decision")
    walk.to_page("Enter")
    walk.keys("h", "h")


PARTS = {
    "start": start_page, "first-part": first_part, "error": an_error, "needed": what_is_needed, "sending": sending, "receipt": receipt,
    "feedback": feedback, "sign-in": sign_in, "queue": the_queue, "decision": a_decision,
}


def main():
    base, folder, said = sys.argv[1:4]
    keep = "--keep" in sys.argv
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
    walk = Journey(base, said)
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
    if "--keep-record" in sys.argv:
        keep_record(differing)
    print(f"{len(PARTS) - differing} passed, {differing} failed")
    return 1 if differing else 0


def keep_record(differing):
    """Writes into the sweep's record that Orca was listened to; the accessibility statement shows it."""
    version = subprocess.run(["orca", "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
    with open(RECORD, encoding="utf-8") as file:
        record = json.load(file)
    record["orca"] = {"version": version, "day": datetime.date.today().isoformat(), "walks": list(PARTS), "differing": differing}
    with open(RECORD, "w", encoding="utf-8") as file:
        file.write(json.dumps(record, indent=2, ensure_ascii=False) + "\n")


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
