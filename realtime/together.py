"""Asking together: while some questions are being asked of PostgreSQL, the next ones gather and go as one.

A crowd that returns after a restart costs a few journeys to the database, and one browser alone waits for nobody.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from . import threads

Q = TypeVar("Q")
R = TypeVar("R")


class Together(Generic[Q, R]):
    """A kind of question that can be answered for many at once.

    `answer` runs in a thread and returns as many answers as questions; an answer that is an exception is raised to
    its asker, an exception it raises itself to all of them.
    """

    def __init__(
        self, answer: Callable[[Sequence[Q]], Sequence[R | Exception]], *, most: int, lanes: int
    ) -> None:
        self._answer = answer
        self._most = most
        self._free = lanes
        self._gathered: list[tuple[Q, asyncio.Future[R]]] = []
        self._journeys: set[asyncio.Task[None]] = set()

    async def ask(self, question: Q) -> R:
        """Return the answer to one question; raises what answering it raised."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[R] = loop.create_future()
        self._gathered.append((question, future))
        if self._free:
            self._free -= 1
            journey = loop.create_task(self._go())
            self._journeys.add(journey)
            journey.add_done_callback(self._journeys.discard)
        return await future

    async def _go(self) -> None:
        try:
            while self._gathered:
                together, self._gathered = self._gathered[: self._most], self._gathered[self._most :]
                await self._ask(together)
        finally:
            self._free += 1

    async def _ask(self, together: list[tuple[Q, asyncio.Future[R]]]) -> None:
        answers: Sequence[R | Exception]
        try:
            answers = await threads.for_socket(self._answer, [question for question, _ in together])
        except Exception as error:  # whatever it is, it is the askers' to judge
            answers = [error] * len(together)
        for (_, future), answer in zip(together, answers, strict=True):
            if future.done():
                continue
            if isinstance(answer, Exception):
                future.set_exception(answer)
            else:
                future.set_result(answer)
