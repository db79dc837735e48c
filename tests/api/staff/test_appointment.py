"""PUT /api/staff/appointments/{id}: fields, and a status instead of a verb."""

from typing import Any
from uuid import uuid4

import pytest

from tests.api.conftest import As
from tests.api.working import verbs, visit_path
from tests.cast import Cast, House, actor, at_noon
from workshop.catalog.models import Service
from workshop.centers.models import Bay
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, ResourceBooking


class TestPut:
    """PUT: fields, and a status instead of a verb."""

    def test_what_is_given_changes_and_the_rest_stays(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        start = at_noon(home.center, days=40).isoformat()
        changed = as_(home.desk).puts(
            visit_path(booked), {"scheduled_start": start, "notes": "Bring the second key", "version": 1}
        )["appointment"]
        assert changed["notes"] == "Bring the second key"
        assert changed["version"] == 3
        assert ResourceBooking.objects.filter(state="active").count() == 2

    def test_everything_may_come_back_as_it_is(self, as_: As, home: House, booked: Appointment) -> None:
        desk = as_(home.desk)
        shown = desk.reads(visit_path(booked))["appointment"]
        again = desk.puts(visit_path(booked), shown)["appointment"]
        assert again == shown

    def test_a_read_only_field_that_changed_is_refused(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        for field, value in (("number", "X-1"), ("total_amount", {"amount": "1", "currency": "INR"})):
            problem = as_(home.desk).refused(
                visit_path(booked), {field: value}, status=400, code="validation_failed", method="PUT"
            )
            assert problem["fields"] == {field: ["This field cannot be changed here."]}

    @pytest.mark.parametrize("word", ["checked_in", "in_progress"])
    def test_a_status_runs_the_verb_that_leads_there(
        self, as_: As, home: House, booked: Appointment, word: str
    ) -> None:
        changed = as_(home.desk).puts(visit_path(booked), {"status": word})["appointment"]
        assert changed["status"] == "checked_in"
        assert changed["job_id"] is not None

    def test_a_status_obeys_the_guards_of_its_verb(self, as_: As, home: House, booked: Appointment) -> None:
        as_(home.desk).refused(
            visit_path(booked), {"status": "no_show"}, status=409, code="too_early", method="PUT"
        )

    def test_the_status_that_is_there_already_changes_nothing(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        assert as_(home.desk).puts(visit_path(booked), {"status": "confirmed"})["appointment"]["version"] == 1

    @pytest.mark.parametrize("word", ["fulfilled", "completed", "pending", "expired", "ready_for_pickup"])
    def test_a_status_that_nothing_leads_to_says_what_does(
        self, as_: As, home: House, booked: Appointment, word: str
    ) -> None:
        problem = as_(home.desk).refused(
            visit_path(booked), {"status": word}, status=409, code="illegal_transition", method="PUT"
        )
        assert verbs(problem) == ["reschedule", "check_in", "mark_no_show", "cancel"]

    def test_a_change_is_all_or_nothing(self, as_: As, home: House, booked: Appointment) -> None:
        body = {"notes": "Changed", "status": "completed"}
        as_(home.desk).refused(visit_path(booked), body, status=409, code="illegal_transition", method="PUT")

    def test_an_old_version_is_told_the_present_one(self, as_: As, home: House, booked: Appointment) -> None:
        scheduling.change_notes(actor=actor(home.desk), appointment_id=booked.id, notes="First")
        problem = as_(home.desk).refused(
            visit_path(booked),
            {"notes": "Second", "version": 1},
            status=409,
            code="stale_version",
            method="PUT",
        )
        assert problem["current"]["appointment"]["notes"] == "First"
        assert problem["version_now"] == 2

    def test_the_whole_thing_as_it_was_seen_before_is_stale_and_not_wrong(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        desk = as_(home.desk)
        seen = desk.reads(visit_path(booked))["appointment"]
        desk.does(visit_path(booked, "check-in"))
        desk.refused(
            visit_path(booked), seen | {"notes": "x"}, status=409, code="stale_version", method="PUT"
        )

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
        problem = as_(home.desk).refused(visit_path(booked), body, status=status, code=code, method="PUT")
        assert list(problem["fields"]) in (list(body), ["scheduled_start"])

    def test_a_bay_that_cannot_do_it_is_named_with_those_that_can(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        right, wrong = home.bays[0], home.bays[1]
        Bay.objects.filter(pk=right.pk).update(equipment=["aligner"])
        Service.objects.filter(pk=home.service.pk).update(bay_kind="aligner")
        problem = as_(home.desk).refused(
            visit_path(booked), {"bay_id": str(wrong.id)}, status=400, code="bay_does_not_fit", method="PUT"
        )
        assert problem["detail"] == f"{wrong.name} cannot do all of these services."
        assert problem["next"] == f"Choose {right.name}, or leave it open."

    def test_technicians_change_no_visit(self, as_: As, home: House, booked: Appointment) -> None:
        as_(home.tech).refused(
            visit_path(booked), {"notes": "x"}, status=403, code="insufficient_permissions", method="PUT"
        )

    def test_the_visit_of_another_centre_is_not_there(
        self, as_: As, everybody: Cast, booked: Appointment
    ) -> None:
        as_(everybody.rival.desk).refused(
            visit_path(booked), {"notes": "x"}, status=404, code="not_found", method="PUT"
        )
