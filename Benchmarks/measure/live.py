"""A tip committed in one process until it is drawn in twenty others."""

import json
import os
import select
import subprocess
import time

from desk import Desk
from figures import report_times

OFFICERS = ["demo", "anna", "olle", "samira", "bengt", "karin", "jonas", "leila", "petra"]
TEXTS = [
    "Två barn med koppar på trappan, ingen vuxen i närheten.",
    "En flicka säljer rosor bord för bord, en man räknar pengarna utanför.",
    "Pojke runt tolv år sover i trappuppgången sedan tre nätter.",
    "Barnet haltar och vill inte prata när mannen i röd jacka står intill.",
    "Fem barn klev ur en skåpbil klockan sju och hämtades vid elva.",
    "Flickan grät och frågade på tyska efter sin syster.",
    "Samma barn som i går, nu utan skor.",
]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def mark(number):
    """Letters that differ at every place from those of the marks just before, so that a terminal
    which gets only differences gets all of them."""
    return "".join(LETTERS[(number * 7 + place * (3 + number // 26 % 5)) % 26] for place in range(7))


def measure_live(program, store, desks=20, budget=15, tips=100):
    """Tips one by one through `samjour intake jsonl` while the desks are open."""
    open_desks = [Desk(program, store, OFFICERS[n % len(OFFICERS)]) for n in range(desks)]
    for desk in open_desks:
        desk.settle(quiet=0.3)
    intake = subprocess.Popen(
        [program, "intake", "jsonl", "--store", store, "--officer", "demo"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    poll = select.poll()
    by_terminal = {desk.terminal: desk for desk in open_desks}
    for terminal in by_terminal:
        poll.register(terminal, select.POLLIN)
    poll.register(intake.stdout.fileno(), select.POLLIN)
    after_receipt, after_line, slowest = [], [], []
    for number in range(tips):
        if number % 15 == 0:
            # A list follows what comes as long as its selection stays on the screen.
            for desk in open_desks:
                desk.send("gg")
            for desk in open_desks:
                desk.settle(quiet=0.1)
        sent, receipt, drawn = one_tip(number, intake, poll, by_terminal)
        if len(drawn) < desks:
            print(f"tip {number}: drawn in {len(drawn)} of {desks}", flush=True)
        if not drawn:
            continue
        after_line += [moment - sent for moment in drawn.values()]
        after_receipt += [max(0, moment - receipt) for moment in drawn.values()]
        slowest.append(max(drawn.values()) - receipt)
    intake.stdin.close()
    intake.wait()
    for desk in open_desks:
        desk.close()
    report_times(f"Tip committed to drawn in {desks} desks", after_receipt, budget)
    report_times(f"Tip committed to drawn in the last of {desks}", slowest)
    report_times("Line sent to intake to drawn, commit included", after_line)


def one_tip(number, intake, poll, by_terminal):
    """Sends one tip; returns when it was sent, when its receipt came and when each desk drew it."""
    # The place is shown early in the row. Acute: it comes before all others.
    word = mark(number)
    line = json.dumps({
        "id": f"live-{os.getpid()}-{time.time_ns()}", "place": word,
        "text": TEXTS[number % len(TEXTS)], "acute": "nu"})
    wanted = word.encode()
    sent = time.monotonic()
    intake.stdin.write(line.encode() + b"\n")
    intake.stdin.flush()
    receipt, drawn, seen = None, {}, {terminal: b"" for terminal in by_terminal}
    quiet_since = sent
    while time.monotonic() - quiet_since < 0.25:
        for descriptor, _ in poll.poll(20):
            now = time.monotonic()
            if descriptor == intake.stdout.fileno():
                os.read(descriptor, 1 << 16)
                receipt = now
                continue
            seen[descriptor] += by_terminal[descriptor].take()
            quiet_since = now
            if descriptor not in drawn and wanted in seen[descriptor]:
                drawn[descriptor] = now
    if receipt is None:
        raise RuntimeError("no receipt")
    return sent, receipt, drawn
