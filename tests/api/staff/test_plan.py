"""What the desk plans on a card: /api/staff/jobs/{id}/hold, move, assign and /api/staff/holds/{id}/release."""

from uuid import uuid4

import pytest

from tests.api.conftest import As
from tests.api.working import complete, job_path, make_ready, start, verbs
from tests.cast import Cast, House, actor, open_job
from workshop.centers.models import StaffProfile
from workshop.jobs import services as jobs
from workshop.jobs.models import Hold, WorkItem
from workshop.jobs.sheet import Sheet


class TestHold:
    """Holds: placed and released."""

    def test_a_card_waits_and_goes_on(self, as_: As, home: House, card: Sheet) -> None:
        desk = as_(home.desk)
        answer = desk.does(
            job_path(card, "hold"), {"kind": "customer", "reason": "Asked about tyres", "version": 2}
        )
        (hold,) = answer["holds"]
        assert (answer["job"]["state"], verbs(hold)) == ("waiting", ["release"])
        released = desk.does(f"/api/staff/holds/{hold['id']}/release", {"version": hold["version"]})
        assert released["holds"][0]["released_at"] is not None
        assert released["job"]["state"] == "queued"

    def test_a_hold_that_changed_since_is_not_released(self, as_: As, home: House, card: Sheet) -> None:
        desk = as_(home.desk)
        (hold,) = desk.does(job_path(card, "hold"), {"kind": "parts"})["holds"]
        path = f"/api/staff/holds/{hold['id']}/release"
        refusal = desk.refused(path, {"version": hold["version"] + 1}, status=409, code="stale_version")
        assert refusal["version_now"] == hold["version"]
        assert [held["id"] for held in refusal["current"]["holds"]] == [hold["id"]]
        assert Hold.objects.get().released_at is None

    def test_a_hold_is_released_once(self, as_: As, home: House, card: Sheet) -> None:
        desk = as_(home.desk)
        hold = desk.does(job_path(card, "hold"), {"kind": "parts", "item_id": str(card.items[0].id)})[
            "holds"
        ][0]
        release = f"/api/staff/holds/{hold['id']}/release"
        desk.does(release)
        desk.refused(release, status=409, code="already_released")

    def test_the_same_hold_is_placed_once(self, as_: As, home: House, card: Sheet) -> None:
        desk, parts = as_(home.desk), {"kind": "parts", "reason": "Pads"}
        first = desk.does(job_path(card, "hold"), parts)["holds"][0]
        desk.refused(job_path(card, "hold"), parts, status=409, code="already_held")
        desk.does(job_path(card, "hold"), parts | {"reason": "Discs"})
        desk.does(f"/api/staff/holds/{first['id']}/release")
        desk.does(job_path(card, "hold"), parts)
        assert Hold.objects.filter(released_at=None).count() == 2

    @pytest.mark.parametrize(
        ("body", "status", "code"),
        [
            ({}, 400, "validation_failed"),
            ({"kind": "weather"}, 400, "validation_failed"),
            ({"kind": "break"}, 400, "validation_failed"),
            ({"kind": "parts", "item_id": "brakes"}, 400, "validation_failed"),
            ({"kind": "parts", "item_id": str(uuid4())}, 404, "not_found"),
            ({"kind": "parts", "items": []}, 400, "validation_failed"),
        ],
    )
    def test_a_hold_that_makes_no_sense_is_not_placed(
        self, as_: As, home: House, card: Sheet, body: dict[str, object], status: int, code: str
    ) -> None:
        as_(home.desk).refused(job_path(card, "hold"), body, status=status, code=code)

    def test_a_finished_visit_waits_for_nothing(self, as_: As, home: House, card: Sheet) -> None:
        make_ready(home, card)
        as_(home.desk).refused(job_path(card, "hold"), {"kind": "parts"}, status=409, code="job_not_open")

    def test_the_hold_of_another_centre_is_not_there(
        self, as_: As, everybody: Cast, home: House, card: Sheet
    ) -> None:
        jobs.place_hold(actor=actor(home.desk), job_id=card.job.id, kind="parts")
        as_(everybody.rival.desk).refused(
            f"/api/staff/holds/{Hold.objects.get().id}/release", status=404, code="not_found"
        )

    def test_a_technician_releases_no_hold(self, as_: As, home: House, card: Sheet) -> None:
        jobs.place_hold(actor=actor(home.desk), job_id=card.job.id, kind="approval")
        as_(home.tech).refused(
            f"/api/staff/holds/{Hold.objects.get().id}/release", status=403, code="insufficient_permissions"
        )


class TestMove:
    """Moving a vehicle between bays."""

    def test_a_vehicle_moves_to_a_free_bay_and_out_of_it(self, as_: As, home: House, card: Sheet) -> None:
        desk = as_(home.desk)
        assert (
            desk.does(job_path(card, "move"), {"bay_id": str(home.bays[2].id)})["job"]["bay"]["name"] == "3"
        )
        assert desk.does(job_path(card, "move"), {"bay_id": None})["job"]["bay"] is None

    def test_a_bay_of_another_centre_is_refused(
        self, as_: As, everybody: Cast, home: House, card: Sheet
    ) -> None:
        body = {"bay_id": str(everybody.rival.bays[0].id)}
        problem = as_(home.desk).refused(job_path(card, "move"), body, status=400, code="not_a_bay_here")
        assert list(problem["fields"]) == ["bay_id"]

    def test_a_bay_where_somebody_works_is_taken(self, as_: As, home: House, card: Sheet) -> None:
        start(home, card)
        complete(home, card)
        other = open_job(home)
        desk, body = as_(home.desk), {"bay_id": str(card.job.bay_id)}
        jobs.move_job(actor=actor(home.desk), job_id=other.job.id, bay_id=None)
        start(home, other)
        desk.refused(job_path(other, "move"), body, status=409, code="bay_taken")

    def test_a_vehicle_that_waits_is_planned_for_a_taken_bay(self, as_: As, home: House, card: Sheet) -> None:
        start(home, card)
        other = open_job(home)
        desk, bay = as_(home.desk), str(card.job.bay_id)
        desk.does(job_path(other, "move"), {"bay_id": None})
        assert desk.does(job_path(other, "move"), {"bay_id": bay})["job"]["bay"]["id"] == bay

    @pytest.mark.parametrize("body", [{}, {"bay_id": "3"}, {"bay": None}])
    def test_a_body_that_is_wrong_moves_nothing(
        self, as_: As, home: House, card: Sheet, body: dict[str, object]
    ) -> None:
        as_(home.desk).refused(job_path(card, "move"), body, status=400, code="validation_failed")


class TestAssign:
    """Giving an item to a technician."""

    def test_an_item_goes_to_another_and_to_nobody(self, as_: As, home: House, card: Sheet) -> None:
        desk, item = as_(home.desk), str(card.items[0].id)
        given = desk.does(
            job_path(card, "assign"), {"item_id": item, "technician_id": str(home.other_tech.id)}
        )
        assert given["items"][0]["technician"]["id"] == str(home.other_tech.id)
        taken = desk.does(job_path(card, "assign"), {"item_id": item, "technician_id": None})
        assert taken["items"][0]["technician"] is None

    def test_who_is_no_technician_here_gets_no_item(
        self, as_: As, everybody: Cast, home: House, card: Sheet
    ) -> None:
        for user in (everybody.rival.tech, home.desk, everybody.customer):
            body = {"item_id": str(card.items[0].id), "technician_id": str(user.id)}
            problem = as_(home.desk).refused(
                job_path(card, "assign"), body, status=400, code="not_a_technician_here"
            )
            assert list(problem["fields"]) == ["technician_id"]

    def test_who_is_not_certified_gets_no_item(self, as_: As, home: House, card: Sheet) -> None:
        StaffProfile.objects.filter(user=home.other_tech).update(skills=[])
        body = {"item_id": str(card.items[0].id), "technician_id": str(home.other_tech.id)}
        problem = as_(home.desk).refused(job_path(card, "assign"), body, status=409, code="not_certified")
        assert problem["missing"] == ["brakes"]
        assert problem["detail"].startswith("“Brake fluid” needs brakes; Other Tech A. does not hold it")

    def test_an_item_that_is_worked_on_stays(self, as_: As, home: House, card: Sheet) -> None:
        start(home, card)
        body = {"item_id": str(card.items[0].id), "technician_id": None}
        problem = as_(home.desk).refused(job_path(card, "assign"), body, status=409, code="clock_running")
        assert problem["detail"] == "Tech A. is working on this now."

    def test_an_item_of_another_card_is_not_there(self, as_: As, home: House, card: Sheet) -> None:
        other = open_job(home)
        body = {"item_id": str(other.items[0].id), "technician_id": None}
        as_(home.desk).refused(job_path(card, "assign"), body, status=404, code="not_found")
        assert WorkItem.objects.get(pk=other.items[0].id).technician_id == home.tech.id


class TestUndo:
    """What the desk did to a card by mistake."""

    def test_a_hold_and_the_window_it_moved_are_taken_back(self, as_: As, home: House, card: Sheet) -> None:
        desk = as_(home.desk)
        told = card.job.facts["window"]
        held = desk.does(job_path(card, "hold"), {"kind": "parts"})
        assert held["job"]["window"] != told

        answer = desk.does(job_path(card, "undo"))

        assert answer["removed"]["holds"] == [held["holds"][0]["id"]]
        assert (answer["job"]["holds"], answer["job"]["window"]) == ([], told)
        assert not Hold.objects.exists()

    def test_a_release_a_move_and_an_assignment_are_taken_back(
        self, as_: As, home: House, card: Sheet
    ) -> None:
        desk = as_(home.desk)
        (hold,) = desk.does(job_path(card, "hold"), {"kind": "parts"})["holds"]
        desk.does(f"/api/staff/holds/{hold['id']}/release")
        (back,) = desk.does(job_path(card, "undo"))["holds"]
        assert back["released_at"] is None

        desk.does(job_path(card, "move"), {"bay_id": str(home.bays[1].id)})
        assert desk.does(job_path(card, "undo"))["job"]["bay"]["id"] == str(home.bays[0].id)

        item = str(card.items[0].id)
        desk.does(job_path(card, "assign"), {"item_id": item, "technician_id": None})
        (given,) = desk.does(job_path(card, "undo"))["items"]
        assert given["technician"]["id"] == str(home.tech.id)

    def test_what_somebody_did_since_is_not_undone(self, as_: As, home: House, card: Sheet) -> None:
        desk = as_(home.desk)
        desk.does(job_path(card, "move"), {"bay_id": str(home.bays[1].id)})
        start(home, card)
        desk.refused(job_path(card, "undo"), status=409, code="nothing_to_undo")
