"""How much of the processor a process has used, where the system tells (Linux)."""

import os
from pathlib import Path

_USER, _SYSTEM = 11, 12  # places after the name of the program in /proc/PID/stat


def milliseconds(pid: int) -> float | None:
    """Since it started, in steps of a clock tick, usually 10 ms; None where the system does not tell."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return None
    numbers = stat.read_text().rpartition(")")[2].split()
    return (int(numbers[_USER]) + int(numbers[_SYSTEM])) * 1000 / os.sysconf("SC_CLK_TCK")
