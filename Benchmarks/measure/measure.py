#!/usr/bin/env python3
"""Measures the whole program against the budgets of the design.

    measure.py [start|keys|search|live|memory|idle|bytes|kill ...]

without a name: all of them. The store is SAMJOUR_BENCH_STORE (fill-store makes and prints it), the
program ../../.build/release/samjour. Leave the machine alone meanwhile. Exit status 1: a budget was
not kept.
"""

import os
import subprocess
import sys
import tempfile
import time

import figures
from hold import hold
from killing import measure_killing
from live import measure_live
from screen import (
    disk_waits, measure_bytes, measure_idle, measure_keys, measure_memory, measure_search,
    measure_start)

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.environ.get(
    "SAMJOUR_PROGRAM", os.path.normpath(os.path.join(HERE, "../../.build/release/samjour")))


def bench_store():
    """The store of SAMJOUR_BENCH_STORE, else where fill-store puts it."""
    count = os.environ.get("SAMJOUR_BENCH_TIPS", "1000000")
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    store = os.environ.get("SAMJOUR_BENCH_STORE") or f"{cache}/samjour-bench/{count}.sqlite"
    if not os.path.exists(store):
        sys.exit(f"{store} is missing: swift run -c release --package-path Benchmarks fill-store")
    return store


def start(store):
    with tempfile.TemporaryDirectory() as directory:
        empty = os.path.join(directory, "empty.sqlite")
        subprocess.run(
            [PROGRAM, "init", "--training", "--officer", "demo", "--store", empty],
            check=True, stdout=subprocess.DEVNULL)
        measure_start(PROGRAM, store, empty)


def keys(store):
    disk_waits(store)
    measure_keys(PROGRAM, store)


# How many desks are open, and the milliseconds that are promised of so many.
LIVE = [(1, None), (5, None), (20, 15), (50, None)]

MEASURES = {
    "start": start,
    "keys": keys,
    "search": lambda store: measure_search(PROGRAM, store),
    "bytes": lambda store: measure_bytes(PROGRAM, store),
    "memory": lambda store: measure_memory(PROGRAM, store),
    "live": lambda store: [
        measure_live(PROGRAM, store, desks, budget) for desks, budget in LIVE],
    "idle": lambda store: measure_idle(PROGRAM, store),
    "kill": lambda store: measure_killing(PROGRAM),
}


def stolen():
    """Seconds for which others on the host had the processors that this machine wanted."""
    with open("/proc/stat") as file:
        return int(file.readline().split()[8]) / os.sysconf("SC_CLK_TCK")


def main():
    names = sys.argv[1:] or list(MEASURES)
    unknown = [name for name in names if name not in MEASURES]
    if unknown or not os.path.exists(PROGRAM):
        sys.exit(__doc__)
    load = os.getloadavg()[0]
    print(f"load before: {load:.2f}" + (" – not a quiet machine" if load > 0.7 else ""))
    if names != ["kill"]:
        store = bench_store()
        held = hold([path for path in (store, f"{store}-wal", PROGRAM) if os.path.exists(path)])
        print(f"held in memory meanwhile: {held / 1e6:.0f} MB of the store and the program")
    for name in names:
        before, begun = stolen(), time.monotonic()
        MEASURES[name](bench_store() if name != "kill" else None)
        took = stolen() - before
        if took:
            print(f"the host took {took * 1000:.0f} ms of processor meanwhile, in "
                  f"{time.monotonic() - begun:.0f} s")
    sys.exit(1 if figures.failed else 0)


if __name__ == "__main__":
    main()
