"""The waiting list: a freed slot is offered, with a short hold, to the first in line whom it fits."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from importlib import import_module
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from tests.cast import Cast, House, actor, appointment, at_noon, cast, customer, house, vehicle_of, waiting
from tests.crowd import at_once
from tests.workshop.notifications.telling import relayed
from workshop.centers import services as centers
from workshop.centers.models import OpeningHours, StaffProfile
from workshop.kernel.clock import now, real_now
from workshop.kernel.errors import Conflict, IllegalTransition, Invalid, NotFound, Stale
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, BookingRules, ResourceBooking, WaitingEntry
from workshop.scheduling.services import Line
from workshop.scheduling.services.offer import fits
from workshop.vehicles.models import Vehicle

OFFER = import_module("workshop.scheduling.services.offer")
DAY = 3
"""The day that everybody waits for, counted from today."""


def narrow(home: House) -> House:
    """Leave the centre one technician and one hour a day, so that one visit fills it."""
    StaffProfile.objects.filter(user__in=[home.other_tech, home.lead]).update(skills=[])
    OpeningHours.objects.filter(center=home.center).update(opens=time(12), closes=time(13))
    return home


@pytest.fixture
def everybody(db: None) -> Cast:
    return cast()


@pytest.fixture
def home(everybody: Cast) -> House:
    return narrow(everybody.home)


@pytest.fixture
def taken(home: House) -> Appointment:
    """Return the visit that fills the day."""
    return appointment(home, customer(home, "Asha"), start=at_noon(home.center, days=DAY))


@pytest.fixture
def first(home: House, taken: Appointment) -> WaitingEntry:
    return waiting(home, customer(home, "Bala"), first=DAY)


@pytest.fixture
def second(home: House, first: WaitingEntry) -> WaitingEntry:
    return waiting(home, customer(home, "Chitra"), first=DAY)


def give_up(home: House, visit: Appointment) -> None:
    """Cancel a visit, and let everybody react who has to."""
    scheduling.cancel(actor=actor(home.desk), appointment_id=visit.id)
    relayed()


def states(*entries: WaitingEntry) -> list[str]:
    for entry in entries:
        entry.refresh_from_db()
    return [entry.status for entry in entries]


def offered(entry: WaitingEntry) -> Appointment:
    entry.refresh_from_db()
    assert entry.appointment is not None
    return entry.appointment


def who(entry: WaitingEntry) -> Any:
    return actor(entry.customer)


class TestOffer:
    """Who is offered what became free."""

    def test_the_first_in_line_gets_it_held_with_all_it_needs(
        self, home: House, taken: Appointment, first: WaitingEntry, second: WaitingEntry
    ) -> None:
        relayed()
        assert states(first, second) == ["waiting", "waiting"]
        give_up(home, taken)
        assert states(first, second) == ["offered", "waiting"]
        held = offered(first)
        assert (held.status, held.scheduled_start) == ("held", taken.scheduled_start)
        assert (held.customer_id, held.vehicle_id) == (first.customer_id, first.vehicle_id)
        assert held.held_until is not None
        assert timedelta(minutes=14) < held.held_until - real_now() <= timedelta(minutes=15)
        assert ResourceBooking.objects.filter(appointment=held, state="active").count() == 2

    def test_whom_it_does_not_fit_is_passed_over(self, home: House, taken: Appointment) -> None:
        other_day = waiting(home, customer(home, "Devi"), first=DAY + 1)
        appointment(home, customer(home, "Full"), start=at_noon(home.center, days=DAY + 1))
        morning = waiting(home, customer(home, "Ezhil"), first=DAY, day_until=time(12))
        fitting = waiting(home, customer(home, "Farah"), first=DAY, day_from=time(12))
        give_up(home, taken)
        assert states(other_day, morning, fitting) == ["waiting", "waiting", "offered"]

    def test_a_vehicle_that_is_elsewhere_then_is_passed_over(
        self, everybody: Cast, home: House, taken: Appointment, first: WaitingEntry, second: WaitingEntry
    ) -> None:
        rival = everybody.rival
        appointment(rival, first.customer, start=taken.scheduled_start, vehicle_id=first.vehicle_id)
        give_up(home, taken)
        assert states(first, second) == ["waiting", "offered"]

    def test_too_short_a_notice_is_offered_to_nobody(
        self, home: House, taken: Appointment, first: WaitingEntry
    ) -> None:
        BookingRules.objects.create(center=home.center, lead_time=10 * 24 * 60)
        give_up(home, taken)
        assert states(first) == ["waiting"]

    def test_a_visit_that_moves_away_frees_its_day(
        self, home: House, taken: Appointment, first: WaitingEntry
    ) -> None:
        scheduling.reschedule(
            actor=actor(home.desk), appointment_id=taken.id, start=at_noon(home.center, days=DAY + 2)
        )
        relayed()
        assert states(first) == ["offered"]

    def test_who_joins_while_something_is_free_is_offered_it(self, home: House) -> None:
        entry = waiting(home, customer(home, "Gopal"), first=DAY)
        relayed()
        assert states(entry) == ["offered"]

    def test_more_than_one_slot_goes_along_the_line(
        self, home: House, taken: Appointment, first: WaitingEntry, second: WaitingEntry
    ) -> None:
        OpeningHours.objects.filter(center=home.center).update(closes=time(14))
        give_up(home, taken)
        assert states(first, second) == ["offered", "offered"]
        assert offered(first).scheduled_start + timedelta(hours=1) == offered(second).scheduled_start

    def test_longer_hours_are_offered(self, home: House, first: WaitingEntry) -> None:
        OpeningHours.objects.filter(center=home.center).update(closes=time(14))
        centers.set_shifts(
            actor=actor(home.admin), center_id=home.center.id, person_id=home.tech.id, shifts=[]
        )
        relayed()
        assert states(first) == ["offered"]

    def test_the_sweep_finds_what_a_lost_reaction_left(
        self, home: House, taken: Appointment, first: WaitingEntry, second: WaitingEntry
    ) -> None:
        scheduling.cancel(actor=actor(home.desk), appointment_id=taken.id)
        assert scheduling.sweep_waiting() == 1
        assert states(first, second) == ["offered", "waiting"]

    def test_a_hold_ends_when_its_visit_should_begin(self) -> None:
        soon = now() + timedelta(minutes=7)
        assert OFFER.held_for(soon, 15) <= soon
        assert OFFER.held_for(now() + timedelta(days=1), 15) - real_now() > timedelta(minutes=14)


class TestPartOfTheDay:
    """What part of the day a start lies in, on the centre's clock."""

    @pytest.mark.parametrize(
        ("moment", "fitting"),
        [
            ("2027-03-27T08:00:00Z", True),  # 09:00 the day before the clocks go forward
            ("2027-03-28T07:00:00Z", True),  # 09:00 on the day
            ("2027-03-28T06:00:00Z", False),  # 08:00
            ("2026-10-25T08:00:00Z", True),  # 09:00 on the day they go back
            ("2026-10-25T07:00:00Z", False),  # 08:00
            ("2026-10-24T07:00:00Z", True),  # 09:00 the day before
            ("2026-10-24T10:00:00Z", False),  # 12:00: the morning is over
            ("2027-04-01T22:30:00Z", False),  # the next local day
        ],
    )
    def test_across_clock_changes(self, moment: str, fitting: bool) -> None:
        entry = WaitingEntry(
            from_date=date(2026, 10, 1), to_date=date(2027, 4, 1), day_from=time(9), day_until=time(12)
        )
        assert fits(entry, datetime.fromisoformat(moment), ZoneInfo("Europe/Berlin")) is fitting

    def test_without_one_any_time_of_the_days_fits(self) -> None:
        entry = WaitingEntry(from_date=date(2026, 10, 25), to_date=date(2026, 10, 25))
        berlin = ZoneInfo("Europe/Berlin")
        assert fits(entry, datetime(2026, 10, 25, 0, 0, tzinfo=berlin), berlin)
        assert not fits(entry, datetime(2026, 10, 26, 0, 0, tzinfo=berlin), berlin)


class TestAnswer:
    """What becomes of an offer."""

    def test_booked_by_the_customer(self, home: House, taken: Appointment, first: WaitingEntry) -> None:
        give_up(home, taken)
        entry = scheduling.book_offer(actor=who(first), entry_id=first.id)
        visit = offered(first)
        assert (entry.status, visit.status, visit.held_until) == ("booked", "confirmed", None)
        assert visit.number
        with pytest.raises(IllegalTransition):
            scheduling.book_offer(actor=who(first), entry_id=first.id)

    def test_booked_by_the_desk(self, home: House, taken: Appointment, first: WaitingEntry) -> None:
        give_up(home, taken)
        assert scheduling.book_offer(actor=actor(home.desk), entry_id=first.id).status == "booked"

    def test_confirmed_as_any_hold_it_leaves_the_list_too(
        self, home: House, taken: Appointment, first: WaitingEntry
    ) -> None:
        give_up(home, taken)
        scheduling.confirm(actor=who(first), appointment_id=offered(first).id)
        assert states(first) == ["booked"]

    def test_another_slot_that_one_holds_lets_the_offer_stand(
        self, home: House, taken: Appointment, first: WaitingEntry
    ) -> None:
        give_up(home, taken)
        scheduling.hold(
            actor=who(first),
            center_id=home.center.id,
            lines=[Line(home.service.id)],
            start=at_noon(home.center, days=DAY + 1),
        )
        assert states(first) == ["offered"]
        assert offered(first).status == "held"

    def test_declined_it_goes_to_the_next_and_comes_back_to_nobody(
        self, home: House, taken: Appointment, first: WaitingEntry, second: WaitingEntry
    ) -> None:
        give_up(home, taken)
        scheduling.wait_on(actor=who(first), entry_id=first.id)
        relayed()
        assert states(first, second) == ["waiting", "offered"]
        scheduling.wait_on(actor=who(second), entry_id=second.id)
        relayed()
        assert scheduling.sweep_waiting() == 0
        assert states(first, second) == ["waiting", "waiting"]

    def test_declined_another_start_is_still_offered(
        self, home: House, taken: Appointment, first: WaitingEntry
    ) -> None:
        WaitingEntry.objects.update(to_date=first.to_date + timedelta(days=1))
        give_up(home, taken)
        scheduling.wait_on(actor=who(first), entry_id=first.id)
        assert scheduling.sweep_waiting() == 1
        assert offered(first).scheduled_start == taken.scheduled_start + timedelta(days=1)

    def test_lapsed_it_goes_to_the_next(
        self, home: House, taken: Appointment, first: WaitingEntry, second: WaitingEntry
    ) -> None:
        give_up(home, taken)
        lapse(first)
        with pytest.raises(Conflict, match="offer_over"):
            scheduling.book_offer(actor=who(first), entry_id=first.id)
        scheduling.sweep()
        relayed()
        assert states(first, second) == ["waiting", "offered"]

    def test_lapsed_under_whoever_wants_the_slot_the_place_is_kept(
        self, home: House, taken: Appointment, first: WaitingEntry
    ) -> None:
        give_up(home, taken)
        lapse(first)
        booked = appointment(home, customer(home, "Hari"), start=taken.scheduled_start)
        assert booked.status == "confirmed"
        assert states(first) == ["waiting"]

    def test_cancelled_as_any_visit_it_goes_to_the_next(
        self, home: House, taken: Appointment, first: WaitingEntry, second: WaitingEntry
    ) -> None:
        give_up(home, taken)
        give_up(home, offered(first))
        assert states(first, second) == ["waiting", "offered"]

    def test_who_left_before_is_not_offered_anything(
        self, home: House, taken: Appointment, first: WaitingEntry, second: WaitingEntry
    ) -> None:
        scheduling.leave_waiting_list(actor=who(first), entry_id=first.id)
        give_up(home, taken)
        assert states(first, second) == ["left", "offered"]

    def test_who_leaves_with_an_offer_gives_it_to_the_next(
        self, home: House, taken: Appointment, first: WaitingEntry, second: WaitingEntry
    ) -> None:
        give_up(home, taken)
        held = offered(first)
        scheduling.leave_waiting_list(actor=who(first), entry_id=first.id)
        relayed()
        held.refresh_from_db()
        assert held.status == "cancelled"
        assert states(first, second) == ["left", "offered"]

    def test_days_that_are_over_end_the_waiting(self, home: House, first: WaitingEntry) -> None:
        today = at_noon(home.center, days=0).date()
        WaitingEntry.objects.update(from_date=today, to_date=today, day_until=time(1))
        scheduling.sweep_waiting()
        assert states(first) == ["waiting"]
        WaitingEntry.objects.update(from_date=today - timedelta(days=1), to_date=today - timedelta(days=1))
        scheduling.sweep_waiting()
        assert states(first) == ["expired"]

    def test_strangers_and_stale_screens_change_nothing(
        self, everybody: Cast, home: House, taken: Appointment, first: WaitingEntry
    ) -> None:
        give_up(home, taken)
        for verb in (scheduling.book_offer, scheduling.wait_on, scheduling.leave_waiting_list):
            for stranger in (everybody.stranger, everybody.rival.desk):
                with pytest.raises(NotFound):
                    verb(actor=actor(stranger), entry_id=first.id)
            with pytest.raises(Stale):
                verb(actor=who(first), entry_id=first.id, version=1)
        assert states(first) == ["offered"]


class TestJoin:
    """Joining the list."""

    @pytest.mark.parametrize(
        ("first", "last", "more", "field"),
        [
            (-1, 2, {}, "from_date"),
            (3, 2, {}, "to_date"),
            (3, 400, {}, "to_date"),
            (3, 3, {"day_from": time(12), "day_until": time(9)}, "day_until"),
            (3, 3, {"day_from": time(12), "day_until": time(12)}, "day_until"),
        ],
    )
    def test_days_that_cannot_be_are_named(
        self, home: House, first: int, last: int, more: dict[str, Any], field: str
    ) -> None:
        with pytest.raises(Invalid) as refusal:
            waiting(home, customer(home), first=first, last=last, **more)
        assert list(refusal.value.fields) == [field]
        assert not WaitingEntry.objects.exists()

    def test_closed_days_and_work_that_nobody_can_do_are_refused(self, home: House) -> None:
        StaffProfile.objects.update(skills=[])
        with pytest.raises(Conflict, match="no_technician_fits"):
            waiting(home, customer(home))
        OpeningHours.objects.filter(center=home.center).delete()
        with pytest.raises(Invalid, match="outside_opening_hours"):
            waiting(home, customer(home))
        assert not WaitingEntry.objects.exists()

    def test_a_vehicle_waits_once_at_a_centre(self, home: House, first: WaitingEntry) -> None:
        with pytest.raises(Conflict, match="already_waiting"):
            waiting(home, first.customer, first.vehicle, first=DAY + 1)
        other = waiting(home, first.customer, vehicle_of(first.customer), first=DAY)
        assert other.status == "waiting"

    def test_anothers_vehicle_and_anothers_service_are_refused(self, everybody: Cast, home: House) -> None:
        theirs = Vehicle.objects.get(ownerships__person=everybody.stranger)
        with pytest.raises(NotFound):
            waiting(home, customer(home), theirs)
        guest = customer(home)
        centers.note_patronage(person_id=guest.id, center_id=home.center.id)
        with pytest.raises(Invalid, match="unknown_service"):
            scheduling.join_at_desk(
                actor=actor(home.desk),
                center_id=home.center.id,
                customer=guest.id,
                vehicle=Vehicle.objects.get(ownerships__person=guest).id,
                lines=[Line(uuid4())],
                from_date=at_noon(home.center).date(),
                to_date=at_noon(home.center).date(),
            )
        assert not WaitingEntry.objects.exists()


def lapse(entry: WaitingEntry) -> None:
    """Let the time of an offer be over."""
    Appointment.objects.filter(pk=offered(entry).id).update(held_until=real_now() - timedelta(seconds=1))


@contextmanager
def without_the_lock() -> Iterator[None]:
    """Read the line without locking it."""

    def read(center_id: UUID, first: date, last: date) -> list[WaitingEntry]:
        rows = WaitingEntry.objects.filter(center_id=center_id, status="waiting")
        return list(rows.order_by("created_at", "id"))

    with patch.object(OFFER, "lock_line", read):
        yield


def looks(home: House) -> list[Any]:
    """Let several look at once along a line of one, over days on each of which one slot is free."""
    waiting(home, customer(home, "Bala"), first=DAY, last=DAY + 5)
    days = {
        "first": at_noon(home.center, days=DAY).date(),
        "last": at_noon(home.center, days=DAY + 5).date(),
    }
    return at_once(lambda _: scheduling.offer_freed(center_id=home.center.id, **days), range(6))


@pytest.mark.django_db(transaction=True)
@pytest.mark.xdist_group("rivals")
class TestTwoAtOnce:
    """Reactions that look at the same moment."""

    def test_nobody_is_offered_two_slots(self) -> None:
        home = narrow(house("ANN", "Anna Nagar"))
        results = looks(home)
        assert sum(isinstance(result, WaitingEntry) for result in results) == 1
        assert sum(result is None for result in results) == 5
        assert Appointment.objects.filter(status="held").count() == 1

    def test_twin_without_the_lock_somebody_is_offered_several(self) -> None:
        home = narrow(house("ANN", "Anna Nagar"))
        with without_the_lock():
            looks(home)
        assert Appointment.objects.filter(status="held").count() > 1

    def test_one_slot_is_offered_to_one(self) -> None:
        home = narrow(house("ANN", "Anna Nagar"))
        for name in ("Bala", "Chitra", "Devi"):
            waiting(home, customer(home, name), first=DAY)
        day = at_noon(home.center, days=DAY).date()
        at_once(lambda _: scheduling.offer_freed(center_id=home.center.id, first=day, last=day), range(6))
        line = list(WaitingEntry.objects.order_by("created_at").values_list("status", flat=True))
        assert line == ["offered", "waiting", "waiting"]
        assert Appointment.objects.filter(status="held").count() == 1
