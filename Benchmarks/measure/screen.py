"""What one desk costs: start, keys, bytes, memory, idleness."""

import os
import random
import time

from desk import Desk
from figures import percentile, report, report_times

SIZES = [(80, 24), (120, 40), (200, 60)]
# A frame ends with the terminal's title where that is new, as it is in the first.
TITLE = b"\x1b]2;"


def first_frame(program, store, size=(120, 40)):
    """Seconds from the start of the program to the last byte of its first frame; and until nothing
    more is drawn: the desk has then put itself among those open, and seen it."""
    desk = Desk(program, store, size=size)
    drawn, full = desk.until(TITLE)
    _, last = desk.settle(quiet=0.25)
    desk.close()
    screen, _, _ = drawn.partition(TITLE)
    if full is None or (
            b"Jourbordet" not in screen and "Öppna tips".encode() not in screen):
        raise RuntimeError(f"no duty screen but: {drawn[:400]!r}")
    return full - desk.started, (last or full) - desk.started


def measure_start(program, store, empty, rounds=20):
    """Start to first full frame, in turn on the full and on the empty store."""
    full, bare, still = [], [], []
    first_frame(program, store), first_frame(program, empty)
    for _ in range(rounds):
        first, last = first_frame(program, store)
        full.append(first)
        still.append(last)
        bare.append(first_frame(program, empty)[0])
    report_times("Start to first full frame", full, 40, share=0.5)
    report_times("Start until nothing more is drawn", still, share=0.5)
    report_times("Start on an empty store", bare, share=0.5)
    above = (percentile(full, 0.5) - percentile(bare, 0.5)) * 1000
    report("Start above an empty store, medians", above, 10)


def measure_keys(program, store, rounds=100):
    """Key to screen: the time until all that the key causes is drawn. Opening waits for the disk:
    who opens what is durable before it is shown."""
    everything = []

    def press(desk, name, keys, budget=4, prepare=None):
        times = []
        for index in range(rounds):
            if prepare:
                desk.key(prepare, quiet=0.03)
            seconds, _ = desk.key(keys(index) if callable(keys) else keys, quiet=0.03)
            if seconds is not None:
                times.append(seconds)
        if len(times) < rounds:
            print(f"{name}: {rounds - len(times)} keys drew nothing, or the minute turned")
        if times:
            everything.extend(times)
            report_times(f"Key to screen, {name}", times, budget)

    desk = Desk(program, store)
    desk.settle(quiet=0.3)
    press(desk, "j", "j")
    press(desk, "j and k in turn", lambda index: "jk"[index % 2])
    press(desk, "page down", "\x1b[6~")
    press(desk, "page up", "\x1b[5~")
    press(desk, "end and home", lambda index: "G" if index % 2 == 0 else "gg")
    press(desk, "Tab", "\t")
    desk.close()
    for what, tabs in [("a tip", 0), ("a custody decision", 3)]:
        desk = Desk(program, store)
        desk.settle(quiet=0.3)
        for _ in range(tabs):
            desk.key("\t")
        press(desk, f"open {what}", "\r", prepare="qj")
        desk.key("q")
        press(desk, f"close {what}", "q", prepare="\r")
        desk.close()
    report_times("Key to screen, all keys", everything, 4)


def disk_waits(store, rounds=200):
    """Seconds that the disk takes to keep as much as one opening writes: no program can be faster."""
    path = f"{store}-waits"
    with open(path, "wb", buffering=0) as file:
        file.write(bytes(4 << 20))
        os.fsync(file.fileno())
        times = []
        for index in range(rounds):
            os.pwrite(file.fileno(), bytes([index % 256]) * 24_720, index * 24_720 % (4 << 20))
            start = time.monotonic()
            os.fdatasync(file.fileno())
            times.append(time.monotonic() - start)
            time.sleep(0.03)
    os.unlink(path)
    report_times("The disk alone, 24 kB kept", times)


def measure_search(program, store):
    """Search as you type: from each letter to the page it finds."""
    desk = Desk(program, store)
    desk.settle(quiet=0.3)
    times = []
    words = ["tunnelbanan", "flickan", "sergels torg", "barn", "rumänska", "dragspel", "anna",
             "070", "vaktar på avstånd", "xyzzy", "en man"]
    for word in words:
        desk.key("/", quiet=0.1)
        for letter in word:
            # Long enough for what a slow search finds not to be taken for the next letter's.
            seconds, _ = desk.key(letter, quiet=0.25)
            if seconds is not None:
                times.append(seconds)
        desk.key("\x1b", quiet=0.1)
    report_times("Search as you type, key to page", times, 15)
    desk.close()


def measure_bytes(program, store):
    """Bytes to the terminal for one moved selection."""
    for size in SIZES:
        desk = Desk(program, store, size=size)
        desk.settle(quiet=0.3)
        counts = []
        for key in "jjjjjjkkkkkk" * 4:
            seconds, drawn = desk.key(key, quiet=0.03)
            if seconds is not None:
                counts.append(len(drawn))
        report(f"Bytes for one moved selection at {size[0]}x{size[1]}, most", max(counts), 400,
               "bytes", extra=f"median {percentile(counts, 0.5)}, of {len(counts)}")
        desk.close()


def measure_memory(program, store):
    """Resident memory: the duty screen just opened, and after an hour's worth of use."""
    desk = Desk(program, store)
    desk.settle(quiet=0.5)
    report("Resident memory, duty screen open", desk.status("VmRSS") / 1024, 48, "MB",
           extra=f"anonymous {desk.status('RssAnon') / 1024:.1f}")
    random.seed(1)
    for _ in range(200):
        desk.key(random.choice(["j", "j", "\x1b[6~", "\t", "G", "gg"]), quiet=0.02)
    for word in ["barn", "sergels torg", "flickan"]:
        desk.key("/" + word, quiet=0.2)
        desk.key("\x1b", quiet=0.1)
    report("Resident memory, after use", desk.status("VmRSS") / 1024, 48, "MB",
           extra=f"anonymous {desk.status('RssAnon') / 1024:.1f}")
    desk.close()


def measure_idle(program, store, seconds=60):
    """Share of a core that a desk left alone takes."""
    desk = Desk(program, store)
    desk.settle(quiet=1)
    time.sleep(1)
    before = desk.cpu_seconds()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(1)
        desk.take()
    used = desk.cpu_seconds() - before
    report(f"Idle over {seconds} s", used / seconds * 100, 0.1, "% of a core",
           extra=f"{used * 1000:.1f} ms")
    desk.close()
