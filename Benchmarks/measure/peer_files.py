"""The same tips in the files of each program."""

import datetime
import json
import os
import shutil
import sqlite3
import subprocess
import sys


class Files:
    """The files of so many tips. Made once in the cache; what a program may change is copied."""

    def __init__(self, size, scratch):
        self.size = size
        self.scratch = scratch
        cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
        self.store = f"{cache}/samjour-bench/{size}.sqlite"
        if not os.path.exists(self.store):
            sys.exit(
                f"{self.store} is missing: SAMJOUR_BENCH_TIPS={size} "
                "swift run -c release --package-path Benchmarks fill-store")
        self.directory = f"{cache}/samjour-bench/peers-{size}"
        os.makedirs(self.directory, exist_ok=True)

    def tips(self):
        """Number, moment, place and text of each, the oldest first."""
        store = sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)
        rows = store.execute(
            "SELECT seq, happened_at, body FROM journal WHERE kind = 'tip.received' ORDER BY seq "
            "LIMIT ?", (self.size,))
        for number, (seq, moment, body) in enumerate(rows):
            report = json.loads(body)
            text = " ".join(report["text"].split())
            # What is searched for stands in one tip of them all.
            word = f"{self.WORD} " if number == self.size // 2 else ""
            yield seq, moment / 1000, report.get("place", ""), word + text
        store.close()

    WORD = "Ekorrspår"

    def places(self):
        """Beginnings of words by which a row of the tips is known on a screen, where the end of a
        place may be cut: the longest of the places."""
        words = set()
        for number, (_, _, place, _) in enumerate(self.tips()):
            words.update(word[:8] for word in place.split() if len(word) > 5 and word.isascii())
            if number > 20_000:
                break
        return sorted(word.encode() for word in words)

    def made(self, name, make):
        """The path of a file of the cache, made where it is missing."""
        path = os.path.join(self.directory, name)
        if not os.path.exists(path):
            unfinished = path + ".unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            make(unfinished)
            os.rename(unfinished, path)
        return path

    def copied(self, path):
        """A copy that may be changed."""
        target = os.path.join(self.scratch, os.path.basename(path))
        if os.path.isdir(path):
            if not os.path.exists(target):
                subprocess.run(["cp", "-a", "--reflink=auto", path, target], check=True)
        elif not os.path.exists(target):
            subprocess.run(["cp", "--reflink=auto", path, target], check=True)
        return target

    def database(self):
        """A table of the tips with an index of their words, as one would make it by hand."""
        def make(path):
            base = sqlite3.connect(path)
            base.executescript(
                "PRAGMA journal_mode = WAL; CREATE TABLE tips (number INTEGER PRIMARY KEY, "
                "received TEXT, place TEXT, text TEXT); CREATE INDEX newest ON tips (received);"
                "CREATE VIRTUAL TABLE words USING fts5 (text, content = tips, content_rowid = number);")
            base.executemany("INSERT INTO tips VALUES (?, ?, ?, ?)", (
                (seq, stamp(moment), place, text) for seq, moment, place, text in self.tips()))
            base.execute("INSERT INTO words (rowid, text) SELECT number, text FROM tips")
            base.commit()
            base.close()
        return self.copied(self.made("tips.db", make))

    def mailbox(self):
        """An mbox with a message for each."""
        def make(path):
            with open(path, "w", encoding="utf-8") as file:
                for seq, moment, place, text in self.tips():
                    when = datetime.datetime.fromtimestamp(moment, datetime.timezone.utc)
                    file.write(
                        f"From desk@example.org {when:%a %b %d %H:%M:%S %Y}\n"
                        f"From: desk@example.org\nMessage-ID: <{seq}@example.org>\n"
                        f"Date: {when:%a, %d %b %Y %H:%M:%S +0000}\n"
                        "Content-Type: text/plain; charset=utf-8\n"
                        f"Subject: {place}: {text[:200]}\nStatus: RO\n\n{text}\n\n")
        return self.made("tips.mbox", make)

    def log(self):
        """A line for each."""
        def make(path):
            with open(path, "w", encoding="utf-8") as file:
                for seq, moment, place, text in self.tips():
                    file.write(f"{stamp(moment)} T{seq} {place}: {text}\n")
        return self.made("tips.log", make)

    def table(self):
        """A table with tabs."""
        def make(path):
            with open(path, "w", encoding="utf-8") as file:
                file.write("number\treceived\tplace\ttext\n")
                for seq, moment, place, text in self.tips():
                    file.write(f"T{seq}\t{stamp(moment)}\t{place}\t{text}\n")
        return self.made("tips.tsv", make)

    def tasks(self):
        """A directory of taskwarrior with a task for each."""
        def make(path):
            os.makedirs(path)
            with open(os.path.join(path, "pending.data"), "w", encoding="utf-8") as file:
                for seq, moment, place, text in self.tips():
                    said = f"{place}: {text}".replace("[", "(").replace("]", ")").replace('"', "'")
                    identity = f"00000000-0000-4000-8000-{seq:012x}"
                    file.write(
                        f'[description:"{said}" entry:"{int(moment)}" modified:"{int(moment)}" '
                        f'status:"pending" uuid:"{identity}"]\n')
        return self.copied(self.made("tasks", make))

    def repository(self):
        """A repository with a commit for each."""
        def make(path):
            subprocess.run(["git", "init", "-q", "-b", "main", path], check=True)
            with subprocess.Popen(
                    ["git", "-C", path, "fast-import", "--quiet"], stdin=subprocess.PIPE) as git:
                for seq, moment, place, text in self.tips():
                    message = f"{place}: {text}\n".encode()
                    git.stdin.write(
                        b"commit refs/heads/main\ncommitter desk <desk@example.org> %d +0000\n"
                        b"data %d\n%s\n" % (int(moment), len(message), message))
                git.stdin.close()
            if git.returncode:
                raise RuntimeError("git fast-import")
        return self.made("repository", make)


def stamp(moment):
    """A moment as all of the programs read it."""
    return datetime.datetime.fromtimestamp(moment, datetime.timezone.utc).strftime(
        "%Y-%m-%dT%H:%M:%S")
