"""Any program on a pseudo-terminal of 120 by 40."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

# What moves the cursor or changes colours between the letters of a row.
SEQUENCE = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|[()][0-9A-B]|[=>78M])|\x0f|\x0e")


class Terminal:
    """A program, what it draws and what it costs."""

    def __init__(self, command, environment, size=(120, 40), limit=180):
        columns, rows = size
        self.limit = limit
        environment = dict(
            os.environ, TERM="xterm-256color", LANG="C.UTF-8", LC_ALL="C.UTF-8",
            XDG_CONFIG_HOME="/nonexistent", **environment)
        self.started = self.asked = time.monotonic()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], command, environment)
        os.set_blocking(self.terminal, False)
        self.poll = select.poll()
        self.poll.register(self.terminal, select.POLLIN)
        self.drawn = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in self.family():
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        os.waitpid(self.pid, 0)
        os.close(self.terminal)

    def send(self, keys):
        """Types."""
        self.take()
        self.drawn = b""
        self.asked = time.monotonic()
        os.write(self.terminal, keys.encode())

    def take(self):
        """Reads what is there; whether anything was."""
        try:
            chunk = os.read(self.terminal, 1 << 16)
        except (BlockingIOError, OSError):
            return False
        self.drawn += chunk
        return bool(chunk)

    def until(self, pattern):
        """Seconds from the start, or the last keys, until a text is drawn; None after the limit."""
        while time.monotonic() - self.asked < self.limit:
            self.poll.poll(20)
            if self.take():
                if pattern.search(SEQUENCE.sub(b"", self.drawn)):
                    return time.monotonic() - self.asked
        return None

    def rest(self):
        """Seconds from the start, or the last keys, until the program has nothing left to do: it
        draws nothing and takes less than a tenth of a processor for a third of a second."""
        last, used, since = time.monotonic(), self.cpu(), time.monotonic()
        while time.monotonic() - self.asked < self.limit:
            if self.poll.poll(50) and self.take():
                last = since = time.monotonic()
                used = self.cpu()
            elif time.monotonic() - since > 0.33:
                now = self.cpu()
                if now - used < 0.033:
                    return last - self.asked
                used, last, since = now, time.monotonic(), time.monotonic()
        return None

    def family(self):
        """The program and what it has started."""
        children = {}
        for name in os.listdir("/proc"):
            if not name.isdigit():
                continue
            try:
                with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as file:
                    parent = int(file.read().rsplit(")", 1)[1].split()[1])
            except (FileNotFoundError, ProcessLookupError):
                continue
            children.setdefault(parent, []).append(int(name))
        found = [self.pid]
        for process in found:
            found += children.get(process, [])
        return found

    def cpu(self):
        """Seconds of a processor that all of them have had."""
        total = 0
        for process in self.family():
            try:
                with open(f"/proc/{process}/stat", encoding="utf-8", errors="replace") as file:
                    fields = file.read().rsplit(")", 1)[1].split()
                total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            except (FileNotFoundError, ProcessLookupError):
                continue
        return total

    def memory(self):
        """Resident memory of all of them in MB."""
        total = 0
        for process in self.family():
            try:
                with open(f"/proc/{process}/status", encoding="utf-8", errors="replace") as file:
                    total += sum(
                        int(line.split()[1]) for line in file if line.startswith("VmRSS:"))
            except (FileNotFoundError, ProcessLookupError):
                continue
        return total / 1024
