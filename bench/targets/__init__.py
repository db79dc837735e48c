"""The systems that are measured, each behind the same few questions."""

from collections.abc import Callable

from bench.targets.base import Target
from bench.targets.peer import Peer

TARGETS: dict[str, Callable[[], Target]] = {Peer.name: Peer}
