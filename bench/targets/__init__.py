"""The systems that are measured, each behind the same few questions."""

from collections.abc import Callable

from bench.targets.base import Target
from bench.targets.peer import Peer
from bench.targets.pitlane import Pitlane, Tenfold

TARGETS: dict[str, Callable[[], Target]] = {Peer.name: Peer, Pitlane.name: Pitlane, Tenfold.name: Tenfold}
