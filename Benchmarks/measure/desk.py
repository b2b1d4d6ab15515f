"""A desk on a pseudo-terminal: keys go in, the times and bytes of what is drawn come out."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time


class Desk:
    """One `samjour desk` in a terminal of its own."""

    def __init__(self, program, store, officer="demo", size=(120, 40)):
        columns, rows = size
        environment = dict(
            os.environ, TERM="xterm-256color", LANG="C.UTF-8", LC_ALL="C.UTF-8",
            XDG_CONFIG_HOME="/nonexistent", SAMJOUR_STORE=store)
        arguments = [program, "desk", "--store", store, "--officer", officer, "--lang", "sv"]
        self.started = time.monotonic()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            # The size is known before the program asks for it.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(program, arguments, environment)
        os.set_blocking(self.terminal, False)
        self.poll = select.poll()
        self.poll.register(self.terminal, select.POLLIN)

    def send(self, keys):
        """Types; returns the moment it began."""
        start = time.monotonic()
        os.write(self.terminal, keys.encode())
        return start

    def take(self):
        """What is there to read now."""
        try:
            return os.read(self.terminal, 1 << 16)
        except (BlockingIOError, OSError):
            return b""

    def settle(self, quiet=0.05, limit=5.0):
        """Reads until nothing has come for `quiet` seconds. Returns the bytes and the moment of
        the last of them; the moment is None where nothing came."""
        drawn, last = b"", None
        end = time.monotonic() + limit
        while time.monotonic() < end:
            if not self.poll.poll(quiet * 1000):
                break
            chunk = self.take()
            if not chunk:
                break
            last = time.monotonic()
            drawn += chunk
        return drawn, last

    def until(self, mark, limit=5.0):
        """Reads until `mark` has been drawn. Returns the bytes and the moment it was there; the
        moment is None where it did not come."""
        drawn = b""
        end = time.monotonic() + limit
        while mark not in drawn:
            left = end - time.monotonic()
            if left <= 0 or not self.poll.poll(left * 1000):
                return drawn, None
            chunk = self.take()
            if not chunk:
                return drawn, None
            drawn += chunk
        return drawn, time.monotonic()

    def key(self, keys, quiet=0.05):
        """Types and waits for the screen. Returns seconds to the last byte drawn, and the bytes. No
        seconds where nothing was drawn, or the minute turned: then the clock and the ages were."""
        minute = time.time() // 60
        start = self.send(keys)
        drawn, last = self.settle(quiet)
        if last is None or time.time() // 60 != minute:
            return None, drawn
        return last - start, drawn

    def status(self, name):
        """A value of /proc/PID/status in its own unit."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as file:
            for line in file:
                if line.startswith(name + ":"):
                    return int(line.split()[1])
        raise KeyError(name)

    def cpu_seconds(self):
        """Time on a processor, of all threads, in nanosecond steps."""
        total = 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{task}/schedstat", encoding="ascii") as file:
                total += int(file.read().split()[0])
        return total / 1e9

    def close(self):
        """Hangs the terminal up and waits for the program's end."""
        try:
            os.kill(self.pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
        for _ in range(300):
            self.take()
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                break
            time.sleep(0.01)
        else:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.terminal)
