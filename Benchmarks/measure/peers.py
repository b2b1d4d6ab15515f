#!/usr/bin/env python3
"""The desk side by side with what officers could use instead, in one run, on the same tips.

    peers.py [--sizes 10000,100000,1000000] [--rounds 3] [NAME ...]

Names: samjour sqlite3 mutt neomutt taskwarrior lnav visidata tig; without a name all that are
installed (apt-get install sqlite3 mutt neomutt taskwarrior lnav visidata tig git). The stores of
that many tips are those of fill-store; the peers' files are made of their tips, in the same cache.

first screen  from the start of the program until a row of the newest tips can be read
open          from the start until all is loaded: the program rests
search        from the last key until the newest tip with the words is on the screen
add           one more, from the start of the command to its end
memory        resident, of the program and its children, once it rests; where it ends, the most
"""

import argparse
import os
import shutil
import sys
import tempfile

from peer_files import Files
from peer_programs import PEERS
from peer_table import print_tables

FIGURES = ["first screen", "open", "search", "add", "memory"]


def median(values):
    """The middle of what was measured; None where nothing was."""
    known = sorted(value for value in values if value is not None)
    return known[len(known) // 2] if known else None


def measure(peer, files, rounds):
    """The medians of some rounds; a round that takes very long is the only one."""
    found = {figure: [] for figure in FIGURES}
    for _ in range(rounds):
        once = peer.measure(files)
        for figure in FIGURES:
            found[figure].append(once.get(figure))
        if (once.get("open") or 0) > 20:
            break
    return {figure: median(values) for figure, values in found.items()}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    unknown = set(options.names) - {peer.name for peer in PEERS}
    if unknown:
        sys.exit(f"not known: {', '.join(sorted(unknown))}")
    peers = [
        peer for peer in PEERS
        if (not options.names or peer.name in options.names) and shutil.which(peer.command)]
    print(f"load before: {os.getloadavg()[0]:.2f}", flush=True)
    results = {}
    for size in (int(text) for text in options.sizes.split(",")):
        for peer in peers:
            with tempfile.TemporaryDirectory() as scratch:
                files = Files(size, scratch)
                results[peer.name, size] = measure(peer, files, options.rounds)
            told = ", ".join(
                f"{figure} {'–' if value is None else format(value, '.4g')}"
                for figure, value in results[peer.name, size].items())
            print(f"{peer.name} at {size}: {told}", flush=True)
    print_tables(results, FIGURES)


if __name__ == "__main__":
    main()
