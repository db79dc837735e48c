"""The demo's day, visit by visit: what its people did, as acts at the moments at which they did it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise
from uuid import UUID

from workshop.demo.data.day.spec import VisitSpec, WorkSpec
from workshop.demo.data.people import CUSTOMER_BY_CODE
from workshop.demo.data.services import SERVICE_BY_CODE
from workshop.jobs import services as jobs
from workshop.kernel.actor import Actor
from workshop.scheduling import services as scheduling
from workshop.scheduling.services import Line

from .acts import Act, Rank
from .drives import drive_acts, trip
from .world import World

BY_THE_DESK = -300
"""Whoever books later than this many minutes before now comes or calls; before, they book for themselves."""
QUARTER = 15
UNPAID_REASON = "Paid at the counter by card; the payment is booked in the evening."


class Visit:
    """One visit while it is lived through."""

    def __init__(self, world: World, spec: VisitSpec, now: datetime, turn: int) -> None:
        self.world, self.spec, self.now = world, spec, now
        self.center = CUSTOMER_BY_CODE[spec.customer].center
        self.desk = world.desk(self.center, turn)
        self.appointment_id: UUID | None = None
        self.job_id: UUID | None = None
        self.steps: dict[tuple[str, int], UUID] = {}

    def acts(self) -> Iterator[Act]:
        """Return everything that happened on this visit up to now."""
        spec = self.spec
        yield self._at(spec.made, self._book)
        if spec.ended is not None:
            yield self._at(spec.ended, self._end)
        yield from drive_acts(self.world, self.center, spec.drives, self.now, lambda: self._appointment)
        if spec.received is None:
            return
        yield self._at(spec.received, self._check_in)
        if spec.stage != "received":
            yield self._at(spec.received + 1, self._open_for_work)
        yield from self._work()
        if spec.asked is not None:
            yield self._at(spec.work[-1].ended + 1, self._move_out)
            yield self._at(spec.asked, lambda: jobs.send_estimate(actor=self.desk, job_id=self._job))
        yield from self._afterwards()

    def _afterwards(self) -> Iterator[Act]:
        spec = self.spec
        if spec.ready is not None:
            yield self._at(spec.ready - 1, self._move_out)
            yield self._at(spec.ready, self._pass_check)
        if spec.delivered is not None:
            yield self._at(spec.delivered, self._hand_over)
        if spec.closed is not None:
            yield self._at(spec.closed, lambda: jobs.close_job(actor=self.desk, job_id=self._job))

    def _work(self) -> Iterator[Act]:
        work = self.spec.work
        for one in work[:1]:
            yield self._start(one)
        for one, following in pairwise(work):
            goes_on = following.started == one.ended
            yield self._at(one.ended, partial(self._complete, one, goes_on=goes_on), Rank.STOP)
            if not goes_on:
                yield self._start(following)
        stop: dict[str, Callable[[WorkSpec], None]] = {
            "done": partial(self._complete, goes_on=False),
            "paused": self._pause,
        }
        for last in work[-1:]:
            if last.status in stop:
                yield self._at(last.ended, partial(stop[last.status], last), Rank.STOP)

    def _at(self, minute: int, do: Callable[[], object], rank: Rank = Rank.ELSE) -> Act:
        return Act(self.now + timedelta(minutes=minute), do, rank)

    def _start(self, work: WorkSpec) -> Act:
        step = (work.service, work.step)
        return self._at(
            work.started,
            lambda: jobs.start_step(actor=self._technician, step_id=self.steps[step]),
            Rank.START,
        )

    @property
    def _technician(self) -> Actor:
        return self.world.actor(self.spec.technician)

    @property
    def _job(self) -> UUID:
        if self.job_id is None:
            raise LookupError(f"{self.spec.code} has no job card yet.")
        return self.job_id

    @property
    def _appointment(self) -> UUID:
        if self.appointment_id is None:
            raise LookupError(f"{self.spec.code} is not booked yet.")
        return self.appointment_id

    def _book(self) -> None:
        spec, world = self.spec, self.world
        start = self.now + timedelta(minutes=spec.start)
        # Customers are offered quarter hours; what begins in between was agreed at the desk.
        by_desk = spec.made > BY_THE_DESK or start.minute % QUARTER
        appointment = scheduling.book(
            actor=self.desk if by_desk else world.actor(spec.customer),
            center_id=world.centers[self.center].id,
            customer_id=world.people[spec.customer].id,
            vehicle_id=world.vehicles[spec.vehicle].id,
            lines=[Line(world.services[self.center, code].id) for code in spec.services],
            start=start,
            notes=spec.concern,
            bay_id=world.bays[self.center, spec.bay].id,
            technician_id=world.people[spec.technician].id,
            transports=[
                trip(spec.customer, drive.way, self.now + timedelta(minutes=drive.window))
                for drive in spec.drives
            ],
        )
        self.appointment_id = appointment.id
        scheduling.link_visit(actor=self.desk, appointment_id=appointment.id)

    def _end(self) -> None:
        if self.spec.stage == "no_show":
            scheduling.mark_no_show(actor=self.desk, appointment_id=self._appointment)
        else:
            scheduling.cancel(
                actor=self.desk, appointment_id=self._appointment, reason=self.spec.ended_reason
            )

    def _check_in(self) -> None:
        sheet = jobs.check_in(
            actor=self.desk,
            appointment_id=self._appointment,
            mileage_in=self.spec.mileage_in,
            charge_in=self.spec.charge_in,
            concern=self.spec.concern,
        )
        self.job_id = sheet.job.id
        for code, item in zip(self.spec.services, sheet.items, strict=True):
            for step in sheet.of_item(item.id):
                self.steps[code, step.position] = step.id

    def _open_for_work(self) -> None:
        kinds = {SERVICE_BY_CODE[code].work_kind for code in self.spec.services}
        verb = jobs.diagnose_job if kinds == {"diagnosis"} else jobs.queue_job
        verb(actor=self.desk, job_id=self._job)

    def _complete(self, work: WorkSpec, *, goes_on: bool) -> None:
        jobs.complete_step(
            actor=self._technician,
            step_id=self.steps[work.service, work.step],
            reading=work.reading,
            note=work.note,
            start_next=goes_on,
        )

    def _pause(self, work: WorkSpec) -> None:
        hold = self.spec.hold
        if hold is None:
            raise LookupError(f"{self.spec.code} is paused for no reason.")
        if work.note:
            jobs.note_step(
                actor=self._technician, step_id=self.steps[work.service, work.step], note=work.note
            )
        jobs.pause_step(
            actor=self._technician,
            step_id=self.steps[work.service, work.step],
            kind=hold.kind,
            reason=hold.reason,
        )

    def _move_out(self) -> None:
        jobs.move_job(actor=self.desk, job_id=self._job, bay_id=None)

    def _pass_check(self) -> None:
        jobs.pass_check(actor=self.world.actor(self.spec.checked_by), job_id=self._job)

    def _hand_over(self) -> None:
        jobs.hand_over(
            actor=self.desk,
            job_id=self._job,
            mileage_out=self.spec.mileage_out or self.spec.mileage_in or 0,
            override_reason=UNPAID_REASON,
        )
