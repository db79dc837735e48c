"""Who joined the waiting list, and what came of it, as acts at the moments at which it happened."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from uuid import UUID

from workshop.demo.data.coming import WAITING, WaitingSpec
from workshop.demo.data.people import CUSTOMER_BY_CODE
from workshop.kernel.actor import Actor
from workshop.scheduling import services as scheduling
from workshop.scheduling.services import Line

from .acts import Act
from .coming import day_at
from .world import World


def waiting_acts(world: World, now: datetime) -> Iterator[Act]:
    """Return what those in the line did, and what they were offered."""
    for spec in WAITING:
        yield from _Place(world, spec, now).acts()


class _Place:
    """One place in the line while it is lived through."""

    def __init__(self, world: World, spec: WaitingSpec, now: datetime) -> None:
        self.world, self.spec, self.now = world, spec, now
        self.center = CUSTOMER_BY_CODE[spec.customer].center
        self.first, self.last = (day_at(self.center, day, now) for day in (spec.first, spec.last))
        self.entry_id: UUID | None = None

    def acts(self) -> Iterator[Act]:
        """Return the joining, the offer, the letting pass, and the end of the days."""
        spec = self.spec
        yield self._at(spec.joined, self._join)
        if spec.offered is not None:
            yield self._at(spec.offered, self._offer)
        if spec.passed is not None:
            yield self._at(spec.passed, lambda: scheduling.wait_on(actor=self._who, entry_id=self._entry))
        if spec.last < 0:
            yield self._at(0, lambda: scheduling.expire_waiting(entry_id=self._entry))

    def _at(self, minute: int, do: Callable[[], object]) -> Act:
        return Act(self.now + timedelta(minutes=minute), do)

    @property
    def _who(self) -> Actor:
        return self.world.actor(self.spec.customer)

    @property
    def _entry(self) -> UUID:
        if self.entry_id is None:
            raise LookupError(f"{self.spec.customer} does not wait yet.")
        return self.entry_id

    def _join(self) -> None:
        spec = self.spec
        entry = scheduling.join_waiting_list(
            actor=self._who,
            center_id=self.world.centers[self.center].id,
            vehicle_id=self.world.vehicles[spec.vehicle].id,
            lines=[Line(self.world.services[self.center, code].id) for code in spec.services],
            from_date=self.first,
            to_date=self.last,
            day_from=spec.day_from,
            day_until=spec.day_until,
        )
        self.entry_id = entry.id

    def _offer(self) -> None:
        offered = scheduling.offer_freed(
            center_id=self.world.centers[self.center].id, first=self.first, last=self.last
        )
        if offered is None or offered.id != self.entry_id:
            raise LookupError(f"Nothing is free for {self.spec.customer}.")
