"""Keep what is measured and what measures apart: one core for the system, one for stores and load."""

import os
import platform
import resource
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psutil

SYSTEM_CORE, LOAD_CORE = 0, 1
FILES_NEEDED = 6_000
_PEER_CREDENTIALS = struct.Struct("3i")


def require() -> None:
    """Raise SystemExit in words when this machine cannot give comparable figures."""
    if not hasattr(os, "sched_setaffinity"):
        raise SystemExit("The bench pins processes to cores, which needs Linux.")
    if not {SYSTEM_CORE, LOAD_CORE} <= os.sched_getaffinity(0):
        raise SystemExit(
            "The bench needs cores 0 and 1: one for the system, one for the stores and the load."
        )
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most != resource.RLIM_INFINITY and most < FILES_NEEDED:
        raise SystemExit(
            f"The bench opens {FILES_NEEDED} files. Raise the limit with `ulimit -n {FILES_NEEDED}`."
        )
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES_NEEDED, most))


def listener_of(address: str) -> int | None:
    """Return the process listening at a store's URL, or None when it is on another machine."""
    parts = urlsplit(address)
    folder = parse_qs(parts.query).get("host", [""])[0]
    path = parts.path if parts.scheme == "unix" else folder and f"{folder}/.s.PGSQL.{parts.port or 5432}"
    if path:
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(path)
            credentials = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _PEER_CREDENTIALS.size)
            return int(_PEER_CREDENTIALS.unpack(credentials)[0])
    port = parts.port or {"postgresql": 5432, "postgres": 5432, "redis": 6379}[parts.scheme]
    for connection in psutil.net_connections("tcp"):
        if connection.status == psutil.CONN_LISTEN and connection.laddr.port == port:
            return connection.pid
    return None


def family(pid: int) -> list[psutil.Process]:
    """Return a process and everything it started that still lives."""
    parent = psutil.Process(pid)
    return [parent, *parent.children(recursive=True)]


@contextmanager
def pinned(pids: list[int], core: int) -> Iterator[None]:
    """Hold processes, with their children, on one core; put them back afterwards."""
    before = []
    for process in (process for pid in pids for process in family(pid)):
        with suppress(psutil.NoSuchProcess):  # a store's helpers come and go
            before.append((process, process.cpu_affinity()))
            process.cpu_affinity([core])
    try:
        yield
    finally:
        for process, cores in before:
            with suppress(psutil.NoSuchProcess):
                process.cpu_affinity(cores)


def spread(pids: list[int]) -> None:
    """Let processes of this machine run on both cores; ids that mean nothing here belong to another machine."""
    for pid in pids:
        if psutil.pid_exists(pid):
            psutil.Process(pid).cpu_affinity([SYSTEM_CORE, LOAD_CORE])


def processor_seconds(pids: list[int]) -> float:
    """Return the processor time that processes and their children have used so far."""
    times = [process.cpu_times() for pid in pids for process in family(pid)]
    return sum(time.user + time.system for time in times)


def resident_kib(pids: list[int]) -> float:
    """Return the resident memory of processes and their children, in KiB."""
    return sum(process.memory_info().rss for pid in pids for process in family(pid)) / 1024


def description() -> dict[str, str | int]:
    """Describe the machine for the record beside the figures."""
    names = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    model = names[0].partition(":")[2].strip() if names else platform.machine()
    return {
        "processor": model,
        "cores": os.cpu_count() or 0,
        "memory_gib": round(psutil.virtual_memory().total / 2**30),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
    }
