"""POST /api/staff/appointments/…/{verb}: what the desk decides about a visit."""

from datetime import timedelta
from typing import Any

import pytest

from tests.api.conftest import As
from tests.api.working import verbs, visit_path
from tests.cast import Cast, House, appointment, at_noon, customer
from workshop.centers.models import OpeningHours
from workshop.jobs.sheet import Sheet
from workshop.scheduling.models import Appointment, ResourceBooking

ASSIGN = "/api/staff/appointments/assign"


class TestAssign:
    """POST …/assign."""

    def assign(self, visit: Appointment, **more: Any) -> dict[str, Any]:
        return {"appointment_id": str(visit.id), **{name: str(value) for name, value in more.items()}}

    def test_another_technician_gets_the_visit(self, as_: As, home: House, booked: Appointment) -> None:
        body = self.assign(booked, technician_id=home.other_tech.id)
        changed = as_(home.desk).does(ASSIGN, body)["appointment"]
        assert changed["technician"]["id"] == str(home.other_tech.id)
        assert changed["bay"]["id"] == str(booked.bay_id)

    def test_a_visit_that_should_have_begun_may_still_be_given_away(
        self, as_: As, home: House, late: Appointment
    ) -> None:
        body = self.assign(late, technician_id=home.other_tech.id)
        as_(home.desk).does(ASSIGN, body)

    def test_hours_that_changed_since_do_not_hold_a_visit_that_keeps_its_time(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        OpeningHours.objects.filter(center=home.center).delete()
        body = self.assign(booked, technician_id=home.other_tech.id)
        as_(home.desk).does(ASSIGN, body)
        later = {"scheduled_start": (booked.scheduled_start + timedelta(days=1)).isoformat()}
        as_(home.desk).refused(
            visit_path(booked, "reschedule"), later, status=400, code="outside_opening_hours"
        )

    def test_who_is_busy_does_not_get_it(self, as_: As, home: House, booked: Appointment) -> None:
        appointment(home, customer(home), start=booked.scheduled_start, tech=home.other_tech)
        as_(home.desk).refused(
            ASSIGN,
            self.assign(booked, technician_id=home.other_tech.id),
            status=409,
            code="slot_taken",
        )

    def test_a_visit_under_way_is_assigned_on_its_card(self, as_: As, home: House, card: Sheet) -> None:
        visit = Appointment.objects.get(pk=card.job.appointment_id)
        problem = as_(home.desk).refused(
            ASSIGN,
            self.assign(visit, technician_id=home.other_tech.id),
            status=409,
            code="illegal_transition",
        )
        assert problem["current"]["appointment"]["status"] == "checked_in"

    def test_somebody_or_something_is_named(self, as_: As, home: House, booked: Appointment) -> None:
        for body in (self.assign(booked), {"technician_id": str(home.tech.id)}, {"appointment_id": "x"}):
            as_(home.desk).refused(ASSIGN, body, status=400, code="validation_failed")

    def test_nobody_of_another_centre_gets_it(
        self, as_: As, everybody: Cast, home: House, booked: Appointment
    ) -> None:
        body = self.assign(booked, technician_id=everybody.rival.tech.id)
        as_(home.desk).refused(ASSIGN, body, status=400, code="technician_does_not_fit")
        as_(everybody.rival.desk).refused(ASSIGN, body, status=404, code="not_found")


class TestCheckIn:
    """POST …/check-in."""

    def test_the_vehicle_is_received_and_its_card_opened(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        body = {"mileage_in": 41500, "charge_in": 64, "concern": "It rattles", "version": 1}
        answer = as_(home.desk).does(visit_path(booked, "check-in"), body)
        assert answer["appointment"]["status"] == "checked_in"
        assert answer["appointment"]["job_id"] == answer["job"]["id"]
        assert answer["job"]["stage"] == "received"
        assert len(answer["steps"]) == 3
        assert answer["job"]["window"]["reason"] == ""

    def test_a_vehicle_is_received_once(self, as_: As, home: House, booked: Appointment) -> None:
        desk = as_(home.desk)
        desk.does(visit_path(booked, "check-in"))
        problem = desk.refused(visit_path(booked, "check-in"), status=409, code="illegal_transition")
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
        problem = as_(home.desk).refused(visit_path(booked, "check-in"), body, status=400, code=code)
        assert list(problem["fields"]) == [field]

    def test_technicians_receive_no_vehicle(self, as_: As, home: House, booked: Appointment) -> None:
        as_(home.tech).refused(visit_path(booked, "check-in"), status=403, code="insufficient_permissions")


class TestMoves:
    """POST …/reschedule, cancel, mark-no-show."""

    def test_a_visit_moves_to_another_time(self, as_: As, home: House, booked: Appointment) -> None:
        start = at_noon(home.center, days=50)
        as_(home.desk).does(visit_path(booked, "reschedule"), {"scheduled_start": start.isoformat()})
        assert Appointment.objects.get(pk=booked.id).scheduled_start == start

    def test_a_time_outside_reason_moves_nothing(self, as_: As, home: House, booked: Appointment) -> None:
        for start, code in (("2001-01-01T00:00:00Z", "start_in_past"), ("later", "validation_failed")):
            as_(home.desk).refused(
                visit_path(booked, "reschedule"), {"scheduled_start": start}, status=400, code=code
            )

    def test_a_taken_time_keeps_the_old_one(self, as_: As, home: House, booked: Appointment) -> None:
        other = appointment(home, customer(home))
        body = {
            "scheduled_start": other.scheduled_start.isoformat(),
            "technician_id": str(home.tech.id),
        }
        as_(home.desk).refused(visit_path(booked, "reschedule"), body, status=409, code="slot_taken")

    def test_a_cancelled_visit_frees_its_resources_and_stays_cancelled(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        desk = as_(home.desk)
        changed = desk.does(visit_path(booked, "cancel"), {"reason": "Called off", "version": 1})
        assert changed["appointment"]["ended_reason"] == "Called off"
        assert not ResourceBooking.objects.filter(state="active").exists()
        for verb in ("cancel", "reschedule", "check-in", "mark-no-show"):
            problem = desk.refused(visit_path(booked, verb), status=409, code="illegal_transition")
            assert verbs(problem) == []

    def test_who_did_not_come_is_noted_after_the_time(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        as_(home.desk).refused(visit_path(booked, "mark-no-show"), status=409, code="too_early")

    def test_a_missed_visit_is_a_cancelled_one_outside(self, as_: As, home: House, late: Appointment) -> None:
        changed = as_(home.desk).does(visit_path(late, "mark-no-show"))["appointment"]
        assert (changed["status"], changed["outside_status"]) == ("no_show", "cancelled")

    def test_visits_of_another_centre_are_not_there(
        self, as_: As, everybody: Cast, booked: Appointment
    ) -> None:
        for verb in ("reschedule", "cancel", "mark-no-show", "check-in"):
            as_(everybody.rival.desk).refused(visit_path(booked, verb), status=404, code="not_found")
