"""/api/staff/appointments: the list, and what the desk changes and decides."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.api.answering import Caller
from tests.api.conftest import As
from tests.api.working import make_ready, verbs
from tests.cast import Cast, House, actor, appointment, at_noon, customer
from workshop.jobs import services as jobs
from workshop.jobs.sheet import Sheet
from workshop.kernel.clock import now
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, ResourceBooking

APPOINTMENTS = "/api/staff/appointments"


@pytest.fixture
def booked(everybody: Cast, home: House) -> Appointment:
    return appointment(home, everybody.customer)


@pytest.fixture
def late(booked: Appointment) -> Appointment:
    """Return an appointment whose time has come and gone."""
    span = timedelta(hours=1)
    Appointment.objects.filter(pk=booked.id).update(
        scheduled_start=now() - span, scheduled_end=now() - span / 2
    )
    booked.refresh_from_db()
    return booked


def path(visit: Appointment, verb: str = "") -> str:
    return f"{APPOINTMENTS}/{visit.id}" + (f"/{verb}" if verb else "")


class TestList:
    """GET, filtered."""

    def numbers(self, caller: Caller, query: str = "") -> list[str]:
        return [row["number"] for row in caller.reads(f"{APPOINTMENTS}?{query}")["results"]]

    def test_both_words_of_a_status_find_it(
        self, as_: As, home: House, booked: Appointment, card: Sheet
    ) -> None:
        desk = as_(home.desk)
        received = Appointment.objects.get(pk=card.job.appointment_id).number
        assert self.numbers(desk, "status=confirmed") == [booked.number]
        assert self.numbers(desk, "status=checked_in") == [received]
        assert self.numbers(desk, "status=in_progress") == [received]
        assert self.numbers(desk, "status=pending") == []
        assert self.numbers(desk, "status=ready_for_pickup") == []
        make_ready(home, card)
        assert self.numbers(desk, "status=ready_for_pickup") == [received]
        jobs.hand_over(actor=actor(home.desk), job_id=card.job.id, mileage_out=42000, override_reason="x")
        assert self.numbers(desk, "status=completed") == [received]
        scheduling.cancel(actor=actor(home.desk), appointment_id=booked.id)
        assert self.numbers(desk, "status=cancelled") == [booked.number]

    def test_they_are_found_by_customer_centre_vehicle_time_and_words(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        other = appointment(home, customer(home, "Asha"))
        desk = as_(home.desk)
        assert self.numbers(desk) == [other.number, booked.number]
        assert self.numbers(desk, f"customer={booked.customer_id}") == [booked.number]
        assert self.numbers(desk, f"vehicle={other.vehicle_id}") == [other.number]
        assert self.numbers(desk, f"center={home.center.id}&q=asha") == [other.number]
        assert self.numbers(desk, f"q={booked.number.lower()}") == [booked.number]
        between = (booked.scheduled_start + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
        assert self.numbers(desk, f"from={between}") == [other.number]
        assert self.numbers(desk, f"to={between}") == [booked.number]

    def test_a_filter_that_makes_no_sense_names_the_field(self, as_: As, home: House) -> None:
        for query in ("status=lost", "center=here", "customer=1", "from=soon"):
            problem = as_(home.desk).refused(
                f"{APPOINTMENTS}?{query}", status=400, code="validation_failed", method="GET"
            )
            assert list(problem["fields"]) == [query.partition("=")[0]]

    def test_technicians_see_those_given_to_them_without_amounts(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        (row,) = as_(home.tech).reads(APPOINTMENTS)["results"]
        assert "total_amount" not in row
        assert row["allowed_actions"] == []
        assert self.numbers(as_(home.other_tech)) == []
        as_(home.tech).reads(path(booked))
        as_(home.other_tech).refused(path(booked), status=404, code="not_found", method="GET")

    def test_another_centres_desk_sees_none(self, as_: As, everybody: Cast, booked: Appointment) -> None:
        rival = as_(everybody.rival.desk)
        assert self.numbers(rival) == []
        rival.refused(path(booked), status=404, code="not_found", method="GET")


class TestPut:
    """PUT: fields, and a status instead of a verb."""

    def test_what_is_given_changes_and_the_rest_stays(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        start = at_noon(home.center, days=40).isoformat()
        changed = as_(home.desk).puts(
            path(booked), {"scheduled_start": start, "notes": "Bring the second key", "version": 1}
        )["appointment"]
        assert changed["notes"] == "Bring the second key"
        assert changed["version"] == 3
        assert ResourceBooking.objects.filter(state="active").count() == 2

    def test_everything_may_come_back_as_it_is(self, as_: As, home: House, booked: Appointment) -> None:
        desk = as_(home.desk)
        shown = desk.reads(path(booked))["appointment"]
        again = desk.puts(path(booked), shown)["appointment"]
        assert again == shown

    def test_a_read_only_field_that_changed_is_refused(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        for field, value in (("number", "X-1"), ("total_amount", {"amount": "1", "currency": "INR"})):
            problem = as_(home.desk).refused(
                path(booked), {field: value}, status=400, code="validation_failed", method="PUT"
            )
            assert problem["fields"] == {field: ["This field cannot be changed here."]}

    @pytest.mark.parametrize("word", ["checked_in", "in_progress"])
    def test_a_status_runs_the_verb_that_leads_there(
        self, as_: As, home: House, booked: Appointment, word: str
    ) -> None:
        changed = as_(home.desk).puts(path(booked), {"status": word})["appointment"]
        assert changed["status"] == "checked_in"
        assert changed["job_id"] is not None

    def test_a_status_obeys_the_guards_of_its_verb(self, as_: As, home: House, booked: Appointment) -> None:
        as_(home.desk).refused(
            path(booked), {"status": "no_show"}, status=409, code="too_early", method="PUT"
        )

    def test_the_status_that_is_there_already_changes_nothing(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        assert as_(home.desk).puts(path(booked), {"status": "confirmed"})["appointment"]["version"] == 1

    @pytest.mark.parametrize("word", ["fulfilled", "completed", "pending", "expired", "ready_for_pickup"])
    def test_a_status_that_nothing_leads_to_says_what_does(
        self, as_: As, home: House, booked: Appointment, word: str
    ) -> None:
        problem = as_(home.desk).refused(
            path(booked), {"status": word}, status=409, code="illegal_transition", method="PUT"
        )
        assert verbs(problem) == ["reschedule", "check_in", "mark_no_show", "cancel"]

    def test_a_change_is_all_or_nothing(self, as_: As, home: House, booked: Appointment) -> None:
        body = {"notes": "Changed", "status": "completed"}
        as_(home.desk).refused(path(booked), body, status=409, code="illegal_transition", method="PUT")

    def test_an_old_version_is_told_the_present_one(self, as_: As, home: House, booked: Appointment) -> None:
        scheduling.change_notes(actor=actor(home.desk), appointment_id=booked.id, notes="First")
        problem = as_(home.desk).refused(
            path(booked), {"notes": "Second", "version": 1}, status=409, code="stale_version", method="PUT"
        )
        assert problem["current"]["appointment"]["notes"] == "First"
        assert problem["version_now"] == 2

    def test_the_whole_thing_as_it_was_seen_before_is_stale_and_not_wrong(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        desk = as_(home.desk)
        seen = desk.reads(path(booked))["appointment"]
        desk.does(path(booked, "check-in"))
        desk.refused(path(booked), seen | {"notes": "x"}, status=409, code="stale_version", method="PUT")

    @pytest.mark.parametrize(
        ("body", "status", "code"),
        [
            ({"status": "lost"}, 400, "validation_failed"),
            ({"notes": None}, 400, "validation_failed"),
            ({"scheduled_start": 5}, 400, "validation_failed"),
            ({"scheduled_start": "2020-01-01T10:00:00Z"}, 400, "start_in_past"),
            ({"bay_id": str(uuid4())}, 400, "bay_does_not_fit"),
            ({"technician_id": str(uuid4())}, 400, "technician_does_not_fit"),
            ({"version": "two"}, 400, "validation_failed"),
            ({"colour": "red"}, 400, "validation_failed"),
        ],
    )
    def test_a_change_that_makes_no_sense_changes_nothing(
        self, as_: As, home: House, booked: Appointment, body: dict[str, Any], status: int, code: str
    ) -> None:
        problem = as_(home.desk).refused(path(booked), body, status=status, code=code, method="PUT")
        assert list(problem["fields"]) in (list(body), ["scheduled_start"])

    def test_technicians_change_no_visit(self, as_: As, home: House, booked: Appointment) -> None:
        as_(home.tech).refused(
            path(booked), {"notes": "x"}, status=403, code="insufficient_permissions", method="PUT"
        )

    def test_the_visit_of_another_centre_is_not_there(
        self, as_: As, everybody: Cast, booked: Appointment
    ) -> None:
        as_(everybody.rival.desk).refused(
            path(booked), {"notes": "x"}, status=404, code="not_found", method="PUT"
        )


class TestAssign:
    """POST …/assign."""

    def assign(self, visit: Appointment, **more: Any) -> dict[str, Any]:
        return {"appointment_id": str(visit.id), **{name: str(value) for name, value in more.items()}}

    def test_another_technician_gets_the_visit(self, as_: As, home: House, booked: Appointment) -> None:
        body = self.assign(booked, technician_id=home.other_tech.id)
        changed = as_(home.desk).does(f"{APPOINTMENTS}/assign", body)["appointment"]
        assert changed["technician"]["id"] == str(home.other_tech.id)
        assert changed["bay"]["id"] == str(booked.bay_id)

    def test_a_visit_that_should_have_begun_may_still_be_given_away(
        self, as_: As, home: House, late: Appointment
    ) -> None:
        body = self.assign(late, technician_id=home.other_tech.id)
        as_(home.desk).does(f"{APPOINTMENTS}/assign", body)

    def test_who_is_busy_does_not_get_it(self, as_: As, home: House, booked: Appointment) -> None:
        appointment(home, customer(home), start=booked.scheduled_start, tech=home.other_tech)
        as_(home.desk).refused(
            f"{APPOINTMENTS}/assign",
            self.assign(booked, technician_id=home.other_tech.id),
            status=409,
            code="slot_taken",
        )

    def test_a_visit_under_way_is_assigned_on_its_card(self, as_: As, home: House, card: Sheet) -> None:
        visit = Appointment.objects.get(pk=card.job.appointment_id)
        problem = as_(home.desk).refused(
            f"{APPOINTMENTS}/assign",
            self.assign(visit, technician_id=home.other_tech.id),
            status=409,
            code="illegal_transition",
        )
        assert problem["current"]["appointment"]["status"] == "checked_in"

    def test_somebody_or_something_is_named(self, as_: As, home: House, booked: Appointment) -> None:
        for body in (self.assign(booked), {"technician_id": str(home.tech.id)}, {"appointment_id": "x"}):
            as_(home.desk).refused(f"{APPOINTMENTS}/assign", body, status=400, code="validation_failed")

    def test_nobody_of_another_centre_gets_it(
        self, as_: As, everybody: Cast, home: House, booked: Appointment
    ) -> None:
        body = self.assign(booked, technician_id=everybody.rival.tech.id)
        as_(home.desk).refused(f"{APPOINTMENTS}/assign", body, status=400, code="technician_does_not_fit")
        as_(everybody.rival.desk).refused(f"{APPOINTMENTS}/assign", body, status=404, code="not_found")


class TestCheckIn:
    """POST …/check-in."""

    def test_the_vehicle_is_received_and_its_card_opened(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        body = {"mileage_in": 41500, "charge_in": 64, "concern": "It rattles", "version": 1}
        answer = as_(home.desk).does(path(booked, "check-in"), body)
        assert answer["appointment"]["status"] == "checked_in"
        assert answer["appointment"]["job_id"] == answer["job"]["id"]
        assert answer["job"]["stage"] == "received"
        assert len(answer["steps"]) == 3
        assert answer["job"]["window"]["reason"] == ""

    def test_a_vehicle_is_received_once(self, as_: As, home: House, booked: Appointment) -> None:
        desk = as_(home.desk)
        desk.does(path(booked, "check-in"))
        problem = desk.refused(path(booked, "check-in"), status=409, code="illegal_transition")
        assert verbs(problem) == []

    @pytest.mark.parametrize(
        ("body", "code", "field"),
        [
            ({"mileage_in": 41000}, "mileage_went_back", "mileage_in"),
            ({"mileage_in": -1}, "validation_failed", "mileage_in"),
            ({"mileage_in": "41 500"}, "validation_failed", "mileage_in"),
            ({"charge_in": 101}, "validation_failed", "charge_in"),
            ({"concern": 2001 * "x"}, "validation_failed", "concern"),
            ({"fuel": 3}, "validation_failed", "fuel"),
        ],
    )
    def test_what_is_wrong_names_the_field(
        self, as_: As, home: House, booked: Appointment, body: dict[str, Any], code: str, field: str
    ) -> None:
        problem = as_(home.desk).refused(path(booked, "check-in"), body, status=400, code=code)
        assert list(problem["fields"]) == [field]

    def test_technicians_receive_no_vehicle(self, as_: As, home: House, booked: Appointment) -> None:
        as_(home.tech).refused(path(booked, "check-in"), status=403, code="insufficient_permissions")


class TestMoves:
    """POST …/reschedule, cancel, mark-no-show."""

    def test_a_visit_moves_to_another_time(self, as_: As, home: House, booked: Appointment) -> None:
        start = at_noon(home.center, days=50)
        as_(home.desk).does(path(booked, "reschedule"), {"scheduled_start": start.isoformat()})
        assert Appointment.objects.get(pk=booked.id).scheduled_start == start

    def test_a_time_outside_reason_moves_nothing(self, as_: As, home: House, booked: Appointment) -> None:
        for start, code in (("2001-01-01T00:00:00Z", "start_in_past"), ("later", "validation_failed")):
            as_(home.desk).refused(
                path(booked, "reschedule"), {"scheduled_start": start}, status=400, code=code
            )

    def test_a_taken_time_keeps_the_old_one(self, as_: As, home: House, booked: Appointment) -> None:
        other = appointment(home, customer(home))
        body = {
            "scheduled_start": other.scheduled_start.isoformat(),
            "technician_id": str(home.tech.id),
        }
        as_(home.desk).refused(path(booked, "reschedule"), body, status=409, code="slot_taken")

    def test_a_cancelled_visit_frees_its_resources_and_stays_cancelled(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        desk = as_(home.desk)
        changed = desk.does(path(booked, "cancel"), {"reason": "Called off", "version": 1})
        assert changed["appointment"]["ended_reason"] == "Called off"
        assert not ResourceBooking.objects.filter(state="active").exists()
        for verb in ("cancel", "reschedule", "check-in", "mark-no-show"):
            problem = desk.refused(path(booked, verb), status=409, code="illegal_transition")
            assert verbs(problem) == []

    def test_who_did_not_come_is_noted_after_the_time(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        as_(home.desk).refused(path(booked, "mark-no-show"), status=409, code="too_early")

    def test_a_missed_visit_is_a_cancelled_one_outside(self, as_: As, home: House, late: Appointment) -> None:
        changed = as_(home.desk).does(path(late, "mark-no-show"))["appointment"]
        assert (changed["status"], changed["outside_status"]) == ("no_show", "cancelled")

    def test_visits_of_another_centre_are_not_there(
        self, as_: As, everybody: Cast, booked: Appointment
    ) -> None:
        for verb in ("reschedule", "cancel", "mark-no-show", "check-in"):
            as_(everybody.rival.desk).refused(path(booked, verb), status=404, code="not_found")
