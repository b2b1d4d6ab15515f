"""Writers killed at random moments: every printed receipt is in the store, and no tip is there twice."""

import collections
import json
import os
import random
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time

from figures import check


class Writer(threading.Thread):
    """Sends lines to `samjour intake jsonl`, kills it, and sends again what has no receipt, as a
    mail server does."""

    def __init__(self, program, store, name, end):
        super().__init__()
        self.arguments = [program, "intake", "jsonl", "--store", store, "--officer", "demo"]
        self.name, self.end = name, end
        self.receipts, self.kills, self.sent = {}, 0, 0
        self.waiting = []

    def run(self):
        while time.monotonic() < self.end:
            self.one_life()

    def one_life(self):
        """From a start of the program to its SIGKILL."""
        process = subprocess.Popen(
            self.arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL)
        while len(self.waiting) < 3000:
            self.waiting.append(f"{self.name}-{self.sent}")
            self.sent += 1
        lines = list(self.waiting)
        random.shuffle(lines)
        feeder = threading.Thread(target=self.feed, args=(process, lines))
        feeder.start()
        time.sleep(random.uniform(0.01, 1.2))
        process.send_signal(signal.SIGKILL)
        self.kills += 1
        printed = process.stdout.read()
        process.wait()
        feeder.join()
        # A last line without its end was never printed whole.
        whole = printed[: printed.rfind(b"\n") + 1].splitlines()
        for key, line in zip(lines, whole):
            self.receipts[key] = json.loads(line)
        done = set(self.receipts)
        self.waiting = [key for key in self.waiting if key not in done]

    @staticmethod
    def feed(process, lines):
        """In pieces of random size, so that transactions are of all sizes."""
        try:
            while lines:
                count = random.choice([1, 1, 2, 10, 100])
                piece, lines = lines[:count], lines[count:]
                for key in piece:
                    text = {"id": key, "text": f"Flicka vid Sergels torg, {key}", "place": "T-C"}
                    process.stdin.write(json.dumps(text).encode() + b"\n")
                process.stdin.flush()
            process.stdin.close()
        except (BrokenPipeError, ValueError):
            pass


def measure_killing(program, seconds=60, writers=4):
    """The minute of SIGKILL, then the reckoning."""
    with tempfile.TemporaryDirectory() as directory:
        store = os.path.join(directory, "store.sqlite")
        subprocess.run(
            [program, "init", "--training", "--officer", "demo", "--store", store],
            check=True, stdout=subprocess.DEVNULL)
        end = time.monotonic() + seconds
        threads = [Writer(program, store, f"w{n}", end) for n in range(writers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        receipts = {}
        for thread in threads:
            receipts.update(thread.receipts)
        kills = sum(thread.kills for thread in threads)
        reckon(program, store, receipts, kills)


def reckon(program, store, receipts, kills):
    """Compares the receipts with the store."""
    verdict = subprocess.run(
        [program, "journal", "verify", "--store", store, "--officer", "demo", "--lang", "en"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    seqs, times = {}, collections.Counter()
    for seq, body in connection.execute(
            "SELECT seq, body FROM journal WHERE kind = 'tip.received'"):
        key = json.loads(body)["source"].removeprefix("id:")
        seqs[key] = seq
        times[key] += 1
    lost = [key for key, receipt in receipts.items()
            if seqs.get(key) != int(receipt["ref"][1:])]
    rows = {number for (number,) in connection.execute("SELECT number FROM tips")}
    errors = [receipt for receipt in receipts.values() if "ref" not in receipt]
    extra = (f"{kills} kills, {len(receipts)} receipts, {len(seqs)} tips, {len(lost)} lost, "
             f"{len(errors)} errors")
    check("Killed writers: every printed receipt is in the store", not lost and not errors and
          len(receipts) > 0, extra)
    check("Killed writers: no tip is there twice", max(times.values(), default=0) == 1)
    check("Killed writers: lists and journal agree", rows == set(seqs.values()))
    check("Killed writers: journal verify", verdict.returncode == 0,
          verdict.stdout.decode().strip().splitlines()[-1])
    integrity = connection.execute("PRAGMA integrity_check").fetchone()[0]
    check("Killed writers: PRAGMA integrity_check", integrity == "ok", integrity)
