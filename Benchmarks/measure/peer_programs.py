"""What each program is started with, and the keys that search in it."""

import json
import os
import re
import subprocess
import time

from peer_terminal import Terminal

HERE = os.path.dirname(os.path.abspath(__file__))
SAMJOUR = os.environ.get(
    "SAMJOUR_PROGRAM", os.path.normpath(os.path.join(HERE, "../../.build/release/samjour")))


class Peer:
    """A program that stays on the screen."""

    def __init__(self, name, command, start, keys, add=None, environment=None):
        self.name, self.command = name, command
        self.start, self.keys, self.add = start, keys, add
        self.environment = environment or (lambda files: {})

    def measure(self, files):
        """The figures of one start."""
        row = re.compile(b"|".join(map(re.escape, files.places())))
        with Terminal(self.start(files), self.environment(files)) as terminal:
            first = terminal.until(row)
            opened = terminal.rest() if first is not None else None
            figures = {"first screen": first, "open": opened, "memory": terminal.memory()}
            if opened is not None:
                figures["search"] = self.search(terminal, files)
        if self.add:
            figures["add"] = timed(self.add(files), self.environment(files))
        return figures

    def search(self, terminal, files):
        """From the last key until the tip stands on the screen, all keys before it done."""
        for keys in self.keys[:-1]:
            terminal.send(keys)
            terminal.rest()
        terminal.send(self.keys[-1])
        return terminal.until(re.compile(files.WORD.encode()))


class Command(Peer):
    """A program that answers and ends: its screen is its answer."""

    def __init__(self, name, command, start, find, add, environment=None):
        super().__init__(name, command, start, [], add, environment)
        self.find = find

    def measure(self, files):
        environment = self.environment(files)
        opened, memory = timed(self.start(files), environment, memory=True)
        return {
            "first screen": opened, "open": opened, "memory": memory,
            "search": timed(self.find(files), environment),
            "add": timed(self.add(files), environment)}


def timed(command, environment, memory=False):
    """Seconds from the start of a command to its end; with the most memory it had, in MB."""
    if isinstance(command, tuple):
        command, given = command
    else:
        given = ""
    started = time.monotonic()
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=dict(os.environ, **environment))
    process.stdin.write(given.encode())
    process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    taken = time.monotonic() - started
    if status:
        raise RuntimeError(f"{command}: {status}")
    return (taken, usage.ru_maxrss / 1024) if memory else taken


def samjour_add(files):
    """A tip through the intake, durable when the command has ended."""
    line = json.dumps({"id": f"peer-{time.time_ns()}", "text": "Ett barn till", "place": "Slussen"})
    return ([SAMJOUR, "intake", "jsonl", "--store", files.store, "--officer", "demo"], line + "\n")


def samjour(files):
    """The desk. The tip that is searched for is there once."""
    line = json.dumps({
        "id": "peer-word", "text": f"Barn med {files.WORD} vid Slussen",
        "receivedAt": "2020-01-01T12:00:00+01:00"})
    command = [SAMJOUR, "intake", "jsonl", "--store", files.store, "--officer", "demo"]
    timed((command, line + "\n"), {})
    return [SAMJOUR, "desk", "--store", files.store, "--officer", "demo", "--lang", "sv"]


def sqlite_add(files):
    """A row and its words in one transaction, as durable."""
    return ["sqlite3", files.database(), (
        "PRAGMA synchronous = FULL; BEGIN; INSERT INTO tips (received, place, text) VALUES "
        "('2030-01-01T00:00:00', 'Slussen', 'Ett barn till'); INSERT INTO words (rowid, text) "
        "VALUES (last_insert_rowid(), 'Ett barn till'); COMMIT;")]


def task(files, *words):
    """taskwarrior without questions, on its own directory."""
    return [
        "task", "rc:/dev/null", f"rc.data.location={files.tasks()}", "rc.confirmation=no",
        "rc.verbose=nothing", "rc.gc=off", *words]


MUTT = [
    "-n", "-F", "/dev/null", "-R", "-e", "set sort=reverse-date", "-e", "set assumed_charset=utf-8", "-e", "set wrap_search=yes",
    "-e", "set read_inc=0"]
WORD = "Ekorrspår"

PEERS = [
    Peer("samjour", SAMJOUR, samjour, ["/", WORD], samjour_add),
    Command(
        "sqlite3", "sqlite3",
        lambda files: ["sqlite3", "-column", files.database(),
                       "SELECT * FROM tips ORDER BY received DESC LIMIT 36"],
        lambda files: ["sqlite3", "-column", files.database(),
                       f"SELECT rowid, text FROM words WHERE words MATCH '{WORD}*' "
                       "ORDER BY rowid DESC LIMIT 36"],
        sqlite_add),
    Peer("mutt", "mutt", lambda files: ["mutt", *MUTT, "-f", files.mailbox()], [f"l~s {WORD}", "\r"]),
    Peer("neomutt", "neomutt", lambda files: ["neomutt", *MUTT, "-f", files.mailbox()],
         [f"l~s {WORD}", "\r"]),
    Command(
        "taskwarrior", "task",
        lambda files: task(files, "limit:36", "ls"),
        lambda files: task(files, "limit:36", f"/{WORD}/", "ls"),
        lambda files: task(files, "add", "Slussen: Ett barn till")),
    Peer("lnav", "lnav", lambda files: ["lnav", "-N", files.log()], [f"/{WORD}", "\r"],
         environment=lambda files: {"HOME": files.scratch}),
    Peer("visidata", "vd", lambda files: ["vd", files.table()], ["gg", f"g/{WORD}", "\r"],
         environment=lambda files: {"HOME": files.scratch}),
    Peer("tig", "tig", lambda files: ["tig", "-C", files.repository()], [f"/{WORD}", "\r"],
         environment=lambda files: {"HOME": files.scratch}),
]
