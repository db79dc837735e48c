"""Any order, any loss and any repetition of doorbells, at any moment of reading: each event is told once, in order."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from realtime import threads
from realtime.hub import Hub
from realtime.protocol import Text
from realtime.sockets import Socket
from realtime.topics.registry import read

from .bells import events_of
from .sample import AccessMoved, announce, tap

EARLIER, LATER = 20, 24
"""Events recorded before anybody listens, and while somebody does."""


class Tape:
    """A wire to somebody who reads and acknowledges at once."""

    def __init__(self) -> None:
        self.said: list[dict[str, Any]] = []
        self.socket: Socket | None = None

    def write(self, text: Text) -> None:
        self.said.append(orjson.loads(text.payload))
        if self.socket is not None:
            self.socket.ack(1)

    def buffered(self) -> int:
        return 0

    def abort(self) -> None:
        self.said.append({"type": "aborted"})

    async def close(self, code: int, reason: str) -> None:
        self.said.append({"type": "closed", "code": code})

    def numbers(self) -> list[int]:
        return [message["seq"] for message in self.said if "data" in message]


def record(center: UUID, thing: UUID, count: int) -> None:
    """Record taps of a thing, and an event after which access is asked again."""
    tap(center=center, thing=thing, version=1, times=count // 2)
    announce(AccessMoved(stream=f"center:{center}", subject=f"thing:{thing}"))
    tap(center=center, thing=thing, version=1, times=count - count // 2 - 1)


class Listening:
    """A hub in this process with browsers on one thing, whose doorbells the test rings."""

    def __init__(self, center: UUID, thing: UUID) -> None:
        self.hub = Hub()
        self.tapes: list[Tape] = []
        found = read(f"sample.{center}.thing.{thing}")
        assert found is not None
        self.topic = found

    async def begin(self, since: int) -> Tape:
        """Let one more browser subscribe and return it once it is live."""
        tape = Tape()
        tape.socket = Socket(tape)
        self.hub.enter(tape.socket)
        self.hub.subscribe(tape.socket, self.topic, since)
        self.tapes.append(tape)
        return tape

    async def heard_all(self, last: int) -> None:
        """Wait until every browser was told the last event, and a little longer."""
        async with asyncio.timeout(10):
            while not all(last in tape.numbers() for tape in self.tapes):  # noqa: ASYNC110 - tapes tell nobody
                await asyncio.sleep(0.005)
        await asyncio.sleep(0.03)
        await self.hub.stop()


async def play(center: UUID, rung: list[tuple[int, int]], cursors: list[int]) -> list[Tape]:
    """Let browsers that saw up to each cursor listen while doorbells ring, pausing so many ms before each."""
    thing = uuid4()
    await threads.for_socket(record, center, thing, EARLIER)
    listening = Listening(center, thing)
    await listening.begin(cursors[0])
    async with asyncio.timeout(10):
        while not listening.tapes[0].said:  # noqa: ASYNC110 - tapes tell nobody
            await asyncio.sleep(0.005)
    await threads.for_socket(record, center, thing, LATER)
    events = await threads.for_socket(events_of, center, after=EARLIER)
    for turn, (index, pause) in enumerate(rung):
        if turn % 5 == 0 and len(listening.tapes) < len(cursors):
            await listening.begin(cursors[len(listening.tapes)])
        await asyncio.sleep(pause / 1000)
        listening.hub.following.heard(events[index])
    listening.hub.following.heard(events[-1])
    await listening.heard_all(EARLIER + LATER)
    return listening.tapes


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    rung=st.lists(
        st.tuples(st.integers(0, LATER - 1), st.sampled_from([0, 0, 0, 1, 4, 12])), min_size=5, max_size=60
    ),
    cursors=st.lists(st.integers(0, EARLIER), min_size=1, max_size=6),
)
def test_each_event_is_told_once_in_order(
    transactional_db: None, rung: list[tuple[int, int]], cursors: list[int]
) -> None:
    tapes = asyncio.run(play(uuid4(), rung, cursors))
    silent = {EARLIER // 2 + 1, EARLIER + LATER // 2 + 1}
    for tape, since in zip(tapes, cursors, strict=False):
        told = [number for number in range(since + 1, EARLIER + LATER + 1) if number not in silent]
        assert tape.numbers() == told
