"""The life of a visit as a list of commands: every command there is on it, in an order that works."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from tests.cast import Cast, House, actor, at_midday, at_noon, customer, vehicle_of, waiting
from tests.driving import ADDRESS, HOUR, driver, offers, soon, transport
from workshop.accounts.models import User
from workshop.catalog import services as catalog
from workshop.catalog.services import NewStep
from workshop.centers import services as centers
from workshop.jobs import services as jobs
from workshop.jobs.models import Hold, JobCard, Step
from workshop.kernel.actor import Actor
from workshop.scheduling import services as scheduling
from workshop.scheduling.line import OPEN
from workshop.scheduling.models import Appointment, WaitingEntry
from workshop.scheduling.services import Line
from workshop.vehicles import services as vehicles
from workshop.vehicles.models import Vehicle

Command = tuple[str, Callable[[], Any]]


@dataclass
class Life:
    """One visit of a customer of the home centre, from booking to closing."""

    cast: Cast
    owner: User
    driver: User

    @property
    def appointment(self) -> Appointment:
        return Appointment.objects.get(customer=self.owner)

    @property
    def job(self) -> JobCard:
        return JobCard.objects.get(customer=self.owner)

    def step(self, item: int, position: int) -> Step:
        return Step.objects.get(job=self.job, item__position=item, position=position)

    @property
    def second_vehicle(self) -> dict[str, Any]:
        return {
            "owner_id": self.owner.id,
            "kind": "car",
            "license_plate": "TN 11 QQ 7",
            "make": "Tata",
            "model": "Punch",
        }

    def latest(self) -> UUID:
        """Return the id of the customer's latest vehicle."""
        return Vehicle.objects.filter(ownerships__person=self.owner).latest("id").id

    def who(self, part: str) -> Actor:
        return actor(self.driver if part == "driver" else self.cast.home.people[part])

    def ask(self) -> Appointment:
        """Send a request for a visit; the desk has not answered it yet."""
        home, owner = self.cast.home, actor(self.owner)
        begun = scheduling.hold_request(
            actor=owner,
            center_id=home.center.id,
            lines=[Line(home.service.id), Line(home.diagnosis.id)],
            wished_times=[at_noon(home.center, days=3)],
        )
        return scheduling.request_visit(
            actor=owner,
            appointment_id=begun.id,
            concern="It squeaks when it is cold",
            vehicle=vehicle_of(self.owner).id,
        )

    @property
    def place(self) -> WaitingEntry:
        return WaitingEntry.objects.get(customer=self.cast.customer, status__in=OPEN)

    def wait(self) -> WaitingEntry:
        """Let somebody else wait for a slot."""
        owner = self.cast.customer
        vehicle = Vehicle.objects.filter(ownerships__person=owner).earliest("id")
        return waiting(self.cast.home, owner, vehicle)

    def offer(self) -> WaitingEntry | None:
        """Offer what is free to who waits."""
        day = self.place.from_date
        return scheduling.offer_freed(center_id=self.cast.home.center.id, first=day, last=day)

    def another(self, days: int) -> Appointment:
        """Hold a slot for somebody else."""
        home = self.cast.home
        return scheduling.hold(
            actor=actor(self.cast.customer),
            center_id=home.center.id,
            lines=[Line(home.service.id)],
            start=at_noon(home.center, days=days),
        )


def life(cast: Cast) -> tuple[Life, Iterator[Command]]:
    """Return a visit that was just asked for, and the commands that lead it to its end."""
    # A return some hours from now is due today wherever it is midday now, and nowhere else at any hour.
    home = offers(at_midday(cast.home))
    one = Life(cast, customer(home, "Anita"), driver(home))
    one.ask()
    return one, _commands(one)


def drive(one: Life, verb: Callable[..., Any], who: Actor, way: str, **more: Any) -> Callable[[], Any]:
    """Return a command on the latest transport of the visit this way."""
    return lambda: verb(actor=who, transport_id=transport(one.appointment, way).id, **more)


def plan(one: Life, who: Actor, way: str) -> Callable[[], Any]:
    """Return the planning of a collection two hours before the visit, or of a return three hours after its start."""

    def run() -> Any:
        visit = one.appointment
        apart = -2 * HOUR if way == "collect" else 3 * HOUR
        return scheduling.plan_transport(
            actor=who,
            appointment_id=visit.id,
            direction=way,
            address=ADDRESS,
            window_start=visit.scheduled_start + apart,
        )

    return run


def offer_wash(home: House, who: Actor) -> Any:
    """Let a centre sell something new."""
    return catalog.create_service(
        actor=who,
        center_id=home.center.id,
        name="Wash",
        category="care",
        base_price=Decimal(300),
        steps=[NewStep(name="Wash", estimate=20)],
    )


def _commands(one: Life) -> Iterator[Command]:
    home = one.cast.home
    tech, colleague, lead, desk = (one.who(part) for part in ("tech", "other_tech", "lead", "desk"))

    def on(verb: Callable[..., Any], who: Actor, item: int, position: int, **more: Any) -> Callable[[], Any]:
        return lambda: verb(actor=who, step_id=one.step(item, position).id, **more)

    def card(verb: Callable[..., Any], who: Actor, **more: Any) -> Callable[[], Any]:
        return lambda: verb(actor=who, job_id=one.job.id, **more)

    def visit(verb: Callable[..., Any], who: Actor, **more: Any) -> Callable[[], Any]:
        return lambda: verb(actor=who, appointment_id=one.appointment.id, **more)

    def other(verb: Callable[..., Any], who: Actor, **more: Any) -> Callable[[], Any]:
        def run() -> Any:
            held = Appointment.objects.filter(customer=one.cast.customer).latest("created_at")
            return verb(actor=who, appointment_id=held.id, **more)

        return run

    def place(verb: Callable[..., Any], who: Actor) -> Callable[[], Any]:
        return lambda: verb(actor=who, entry_id=one.place.id)

    owner, somebody = actor(one.owner), actor(one.cast.customer)
    yield "reject by mistake", visit(scheduling.reject, desk, reason="Wrong card")
    yield "undo the rejection", visit(scheduling.undo_answer, desk)
    yield "propose", visit(scheduling.propose, desk, start=at_noon(home.center, days=4), message="Earlier?")
    yield "ask again", visit(scheduling.ask_again, owner, wished_times=[at_noon(home.center, days=1)])
    yield "accept by mistake", visit(scheduling.accept, desk)
    yield "undo the acceptance", visit(scheduling.undo_answer, desk)
    yield "accept", visit(scheduling.accept, desk, technician_id=home.tech.id)
    yield "somebody holds a slot", lambda: one.another(2)
    yield "holds another one instead", lambda: one.another(3)
    yield "lets it go", other(scheduling.let_go, somebody)
    yield "holds once more", lambda: one.another(4)
    yield "confirms", other(scheduling.confirm, somebody, vehicle=vehicle_of(one.cast.customer).id)
    yield "cancels", other(scheduling.cancel, somebody, reason="Found the key")
    for verb in (scheduling.wait_on, scheduling.book_offer):
        yield "joins the waiting list", one.wait
        yield "is offered a slot", one.offer
        yield verb.__name__, place(verb, somebody)
        if verb is scheduling.wait_on:
            yield "leaves the list", place(scheduling.leave_waiting_list, desk)
    yield "cancels the offered visit", other(scheduling.cancel, somebody)
    yield "change notes", visit(scheduling.change_notes, owner, notes="Key is in the box")
    yield "reschedule", visit(scheduling.reschedule, desk, start=at_noon(home.center, days=2))
    driver = one.who("driver")
    yield "plan a collection", plan(one, owner, "collect")
    yield "cancel the collection", drive(one, scheduling.cancel_transport, owner, "collect")
    yield "plan it again", plan(one, desk, "collect")
    yield "move it along", visit(scheduling.reschedule, desk, start=soon(), technician_id=home.tech.id)
    yield "any driver", drive(one, scheduling.assign_driver, desk, "collect")
    yield "set out", drive(one, scheduling.set_out, driver, "collect")
    yield "not at home", drive(one, scheduling.fail, driver, "collect", reason="Nobody opened")
    yield "plan it once more", plan(one, desk, "collect")
    yield "set out again", drive(one, scheduling.set_out, driver, "collect")
    yield "collected", drive(one, scheduling.finish, driver, "collect", keys=True, mileage=41900)
    yield "plan the return", plan(one, owner, "return")
    yield "check in", visit(jobs.check_in, desk, mileage_in=41900, charge_in=55, concern="It squeaks")
    yield "diagnose", card(jobs.diagnose_job, tech)
    yield "send estimate", card(jobs.send_estimate, desk)
    yield "decline all", card(jobs.decline_all, desk)
    yield "reopen", card(jobs.reopen_job, desk, reason="The customer called back")
    yield "place hold", card(jobs.place_hold, desk, kind="customer", reason="Asks his wife")
    yield (
        "release hold",
        lambda: jobs.release_hold(actor=desk, hold_id=Hold.objects.get(job=one.job, released_at=None).id),
    )
    yield "move bay", card(jobs.move_job, desk, bay_id=home.bays[1].id)
    yield "undo move", card(jobs.undo_job, desk)
    yield "move bay again", card(jobs.move_job, desk, bay_id=home.bays[1].id)
    yield "start", on(jobs.start_step, tech, 1, 1)
    yield "undo start", on(jobs.undo_step, tech, 1, 1)
    yield "start again", on(jobs.start_step, tech, 1, 1)
    yield "pause for parts", on(jobs.pause_step, tech, 1, 1, kind="parts", reason="Pads due 14:20")
    yield "undo pause", on(jobs.undo_step, tech, 1, 1)
    yield "pause for a tool", on(jobs.pause_step, tech, 1, 1, kind="tool")
    yield "resume", on(jobs.resume_step, tech, 1, 1)
    yield "note", on(jobs.note_step, tech, 1, 1, note="Rusty screw")
    yield "complete and start next", on(jobs.complete_step, tech, 1, 1, start_next=True)
    yield "undo completion", on(jobs.undo_step, tech, 1, 1)
    yield "complete", on(jobs.complete_step, tech, 1, 1)
    yield "verify", on(jobs.verify_step, lead, 1, 1)
    yield "rework step", on(jobs.rework_step, lead, 1, 1, reason="Drain again")
    yield "resume rework", on(jobs.resume_step, tech, 1, 1)
    yield "complete rework", on(jobs.complete_step, tech, 1, 1, start_next=True)
    yield "complete measured", on(jobs.complete_step, tech, 1, 2, reading=Decimal("2.5"), start_next=True)
    yield "complete safety", on(jobs.complete_step, tech, 1, 3)
    yield (
        "assign to another",
        lambda: jobs.assign_item(
            actor=desk, job_id=one.job.id, item_id=one.step(2, 1).item_id, technician_id=colleague.id
        ),
    )
    yield (
        "assign to nobody",
        lambda: jobs.assign_item(
            actor=desk, job_id=one.job.id, item_id=one.step(2, 1).item_id, technician_id=None
        ),
    )
    yield (
        "start on behalf",
        on(jobs.start_step, desk, 2, 1, on_behalf_of=colleague.id, reason="His tablet is charging"),
    )
    yield "other completes", on(jobs.complete_step, colleague, 2, 1)
    yield "skip", on(jobs.skip_step, lead, 2, 2, reason="Not fitted on this model")
    yield "other starts", on(jobs.start_step, colleague, 2, 3)
    yield "other finishes", on(jobs.complete_step, colleague, 2, 3)
    yield (
        "order rework",
        lambda: jobs.order_rework(
            actor=lead, job_id=one.job.id, step_ids=[one.step(2, 3).id], reason="Torque again"
        ),
    )
    yield "resume last", on(jobs.resume_step, colleague, 2, 3)
    yield "finish last", on(jobs.complete_step, colleague, 2, 3)
    yield "pass check", card(jobs.pass_check, lead)
    yield (
        "amend customer",
        lambda: centers.amend_customer(
            actor=desk,
            customer_id=one.owner.id,
            center_id=home.center.id,
            last_name="Raghavan",
            notes="Calls before noon",
            preferred_technician_id=home.other_tech.id,
        ),
    )
    yield "customer moves house", lambda: centers.update_own_card(actor=owner, address="3rd Street 9")
    yield (
        "add vehicle",
        lambda: vehicles.add_vehicle(actor=desk, center_id=home.center.id, **one.second_vehicle),
    )
    yield "change vehicle", lambda: vehicles.update_vehicle(actor=owner, vehicle_id=one.latest(), mileage=900)
    yield "archive vehicle", lambda: vehicles.archive_vehicle(actor=owner, vehicle_id=one.latest())
    admin = one.who("admin")
    yield "sell something new", lambda: offer_wash(home, admin)
    yield (
        "change a price",
        lambda: catalog.change_service(actor=admin, service_id=home.service.id, base_price=Decimal(1600)),
    )
    yield "undo check", card(jobs.undo_job, lead)
    yield "pass check again", card(jobs.pass_check, lead)
    yield "another window for the return", plan(one, desk, "return")
    yield "set out with it", drive(one, scheduling.set_out, driver, "return")
    yield "returned", drive(one, scheduling.finish, driver, "return", keys=True, mileage=41905)
    yield "hand over", card(jobs.hand_over, desk, mileage_out=41905, override_reason="Company pays")
    yield "close", card(jobs.close_job, desk)
