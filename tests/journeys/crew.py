"""Everybody around one vehicle, each in front of their own screen."""

from dataclasses import dataclass
from decimal import Decimal

from tests.cast import House, open_job
from workshop.catalog.models import Service, ServiceStep
from workshop.jobs.sheet import Sheet

from .screens import visit_link
from .visitor import Open, Visitor

STEPS = 8


def checks(home: House) -> Sheet:
    """Return a queued card with eight plain steps: Check 1 to Check 8, Checked 1 to Checked 8 for the customer."""
    service = Service.objects.create(
        center=home.center,
        name="Round of checks",
        category="checks",
        kind="service",
        base_price=Decimal("999.00"),
        estimated_duration=10 * STEPS,
        progress_text="Your car is being checked",
    )
    for number in range(1, STEPS + 1):
        ServiceStep.objects.create(
            service=service,
            position=number,
            name=f"Check {number}",
            outside_name=f"Checked {number}",
            estimate=10,
        )
    return open_job(home, what=service)


@dataclass
class Crew:
    """The technician's tablet, the customer's phone opened by link, the desk and the wall."""

    tablet: Visitor
    phone: Visitor
    desk: Visitor
    wall: Visitor

    @property
    def everybody(self) -> list[Visitor]:
        """All four."""
        return [self.tablet, self.phone, self.desk, self.wall]


def at_tablet(visit: Open, home: House, sheet: Sheet, *, port: int | None = None) -> Visitor:
    """The technician at the steps of the card."""
    tablet = visit("tablet", port=port)
    tablet.sign_in(home.tech)
    tablet.open(f"/day/jobs/{sheet.job.id}")
    return tablet


def on_phone(visit: Open, home: House, sheet: Sheet, *, port: int | None = None) -> Visitor:
    """The customer at the visit, by its link and without an account."""
    phone = visit("phone", port=port)
    phone.open(visit_link(home, sheet))
    return phone


def gather(visit: Open, home: House, sheet: Sheet, *, port: int | None = None) -> Crew:
    """Let everybody look at the card at once."""
    desk, wall = visit("desk", port=port), visit("wall", port=port)
    desk.sign_in(home.desk)
    desk.open("/board")
    wall.sign_in(home.lead)
    wall.open("/floor")
    tablet = at_tablet(visit, home, sheet, port=port)
    return Crew(tablet, on_phone(visit, home, sheet, port=port), desk, wall)
