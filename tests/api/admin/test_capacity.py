"""/api/admin/service-centers/{id}: hours of single days, shifts, absences, rules, bays, tools and certificates."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from tests.api.answering import Caller, body_of
from tests.api.conftest import As
from tests.cast import Cast, House, appointment, at_noon
from workshop.centers.models import Absence, Certification, HoursException, Shift
from workshop.events.models import Event
from workshop.scheduling.models import Appointment, Resource


@pytest.fixture
def admin(as_: As, home: House) -> Caller:
    return as_(home.admin)


@pytest.fixture
def base(home: House) -> str:
    return f"/api/admin/service-centers/{home.center.id}"


@pytest.fixture
def coming(everybody: Cast, home: House) -> Appointment:
    return appointment(home, everybody.customer, start=at_noon(home.center, days=5))


def free_on(home: House, days: int) -> list[str]:
    day = at_noon(home.center, days=days).date()
    path = f"/api/public/service-centers/{home.center.id}/availability"
    found = Caller().reads(f"{path}?service={home.service.id}&from={day}&to={day}")
    slots: list[str] = found["days"][0]["slots"]
    return slots


def capacity_changes() -> int:
    return Event.objects.filter(name="centers.CapacityChanged").count()


class TestExceptions:
    def test_a_holiday_closes_the_booking_page_and_names_whom_it_leaves_outside(
        self, admin: Caller, home: House, base: str, coming: Appointment
    ) -> None:
        day = at_noon(home.center, days=5).date()
        assert free_on(home, 5)
        before = capacity_changes()
        said = admin.does(f"{base}/exceptions", {"first": day.isoformat(), "reason": "Pongal"})
        assert [one["reason"] for one in said["exceptions"]] == ["Pongal"]
        (left,) = said["unserved"]
        assert left["appointment"]["id"] == str(coming.id)
        assert left["reasons"] == [{"code": "closed", "text": "Anna Nagar is closed then."}]
        assert free_on(home, 5) == []
        assert capacity_changes() == before + 1

    def test_other_hours_replace_those_of_the_weekday_until_they_are_taken_back(
        self, admin: Caller, home: House, base: str
    ) -> None:
        day = at_noon(home.center, days=5).date()
        body = {"first": day.isoformat(), "spans": [{"opens": "10:00", "closes": "12:00"}]}
        admin.does(f"{base}/exceptions", body)
        assert len(free_on(home, 5)) == 5
        gone = body_of(admin.delete(f"{base}/exceptions/{day}"), 200)
        assert gone["exceptions"] == []
        assert len(free_on(home, 5)) == 96

    def test_a_week_is_closed_at_once(self, admin: Caller, home: House, base: str) -> None:
        first = at_noon(home.center, days=5).date()
        last = first + timedelta(days=6)
        admin.does(f"{base}/exceptions", {"first": first.isoformat(), "last": last.isoformat()})
        assert HoursException.objects.filter(center=home.center).count() == 7

    @pytest.mark.parametrize(
        ("body", "code"),
        [
            ({}, "validation_failed"),
            ({"first": "2027-13-01"}, "validation_failed"),
            ({"first": "2027-01-02", "last": "2027-01-01"}, "dates_invalid"),
            ({"first": "2027-01-02", "last": "2029-01-01"}, "dates_invalid"),
            (
                {
                    "first": "2027-01-02",
                    "spans": [
                        {"opens": "09:00", "closes": "12:00"},
                        {"opens": "11:00", "closes": "13:00"},
                    ],
                },
                "hours_overlap",
            ),
        ],
    )
    def test_what_is_wrong_is_said(self, admin: Caller, base: str, body: dict[str, Any], code: str) -> None:
        admin.refused(f"{base}/exceptions", body, status=400, code=code)

    def test_hours_that_a_clock_change_leaves_out(self, admin: Caller, home: House, base: str) -> None:
        home.center.time_zone = "Europe/Berlin"
        home.center.save()
        body = {"first": "2027-03-28", "spans": [{"opens": "02:30", "closes": "03:30"}]}
        admin.refused(f"{base}/exceptions", body, status=400, code="missing_hour")

    @pytest.mark.parametrize(("days", "field"), [(1, "first"), (3, "last")])
    def test_days_that_are_all_over_are_refused(
        self, admin: Caller, home: House, base: str, days: int, field: str
    ) -> None:
        over = at_noon(home.center, days=-1).date()
        body = {"first": (over - timedelta(days=days - 1)).isoformat(), "last": over.isoformat()}
        problem = admin.refused(f"{base}/exceptions", body, status=400, code="day_over")
        assert problem["fields"] == {field: ["This day is over. Choose one to come."]}
        assert not HoursException.objects.exists()

    @pytest.mark.parametrize(
        ("zone", "accepted"), [("Pacific/Kiritimati", False), ("Pacific/Pago_Pago", True)]
    )
    def test_today_where_the_centre_is_counts_as_to_come(
        self, admin: Caller, home: House, base: str, zone: str, accepted: bool
    ) -> None:
        """Between the two zones lie 25 hours: the same day is over in one of them while the other is in it."""
        home.center.time_zone = zone
        home.center.save()
        there = datetime.now(ZoneInfo("Pacific/Pago_Pago")).date().isoformat()
        answer = admin.post(f"{base}/exceptions", {"first": there})
        assert (answer.status_code < 400) is accepted

    def test_a_day_without_one_is_not_there(self, admin: Caller, base: str) -> None:
        admin.refused(f"{base}/exceptions/2027-05-01", status=404, code="not_found", method="DELETE")


class TestPeople:
    def test_shifts_say_when_somebody_can_be_booked(
        self, admin: Caller, home: House, base: str, coming: Appointment
    ) -> None:
        for person in (home.other_tech, home.lead):
            weekly = [
                {"kind": "work", "weekday": day, "starts": "09:00", "ends": "09:30"} for day in range(7)
            ]
            admin.puts(f"{base}/shifts/{person.id}", {"shifts": weekly})
        shifts = [{"kind": "work", "weekday": day, "starts": "09:00", "ends": "11:00"} for day in range(7)]
        shifts += [{"kind": "break", "weekday": day, "starts": "10:00", "ends": "10:15"} for day in range(7)]
        said = admin.puts(f"{base}/shifts/{home.tech.id}", {"shifts": shifts})
        assert len(said["shifts"]) == 28
        assert [one["reasons"][0]["code"] for one in said["unserved"]] == ["off_shift"]
        assert len(free_on(home, 6)) == 1

    def test_a_shift_on_a_date_replaces_the_weekday(self, admin: Caller, home: House, base: str) -> None:
        for person in (home.tech, home.other_tech, home.lead):
            day = at_noon(home.center, days=6).date().isoformat()
            weekly = [
                {"kind": "work", "weekday": day, "starts": "09:00", "ends": "11:00"} for day in range(7)
            ]
            once = {"kind": "work", "date": day, "starts": "14:00", "ends": "15:00"}
            admin.puts(f"{base}/shifts/{person.id}", {"shifts": [*weekly, once]})
        assert len(free_on(home, 6)) == 1
        assert len(free_on(home, 7)) == 5

    @pytest.mark.parametrize(
        "shifts",
        [
            [{"kind": "work", "starts": "09:00", "ends": "10:00"}],
            [{"kind": "work", "weekday": 1, "date": "2027-01-01", "starts": "09:00", "ends": "10:00"}],
            [{"kind": "nap", "weekday": 1, "starts": "09:00", "ends": "10:00"}],
            [
                {"kind": "work", "weekday": 1, "starts": "09:00", "ends": "12:00"},
                {"kind": "work", "weekday": 1, "starts": "11:00", "ends": "13:00"},
            ],
            [
                {"kind": "work", "weekday": 6, "starts": "22:00", "ends": "06:00"},
                {"kind": "work", "weekday": 0, "starts": "05:00", "ends": "09:00"},
            ],
        ],
    )
    def test_shifts_that_make_no_sense_change_nothing(
        self, admin: Caller, home: House, base: str, shifts: list[dict[str, Any]]
    ) -> None:
        Shift.objects.create(center=home.center, person=home.tech, weekday=2, starts="09:00", ends="10:00")
        answer = admin.put(f"{base}/shifts/{home.tech.id}", {"shifts": shifts})
        assert answer.status_code == 400
        assert Shift.objects.count() == 1

    @pytest.mark.parametrize(
        ("later", "said"),
        [
            ((2, "11:00", "13:00"), "Two of Wednesday's overlap."),
            ((1, "22:00", "10:00"), "One of Tuesday's goes on into one of Wednesday's."),
        ],
    )
    def test_shifts_that_overlap_say_on_which_day(
        self, admin: Caller, home: House, base: str, later: tuple[int, str, str], said: str
    ) -> None:
        shifts = [
            {"kind": "work", "weekday": day, "starts": starts, "ends": ends}
            for day, starts, ends in ((0, "09:00", "12:00"), (2, "09:00", "12:00"), later)
        ]
        path = f"{base}/shifts/{home.tech.id}"
        problem = admin.refused(path, {"shifts": shifts}, status=400, code="shifts_overlap", method="PUT")
        assert problem["fields"] == {"shifts": [said]}

    @pytest.mark.parametrize(
        ("work", "rest", "fits"),
        [
            (("10:00", "15:00"), ("12:00", "12:30"), True),
            (("10:00", "15:00"), ("06:00", "06:30"), False),
            (("10:00", "15:00"), ("14:45", "15:15"), False),
            (("22:00", "06:00"), ("02:00", "02:30"), True),
            (("22:00", "06:00"), ("07:00", "07:30"), False),
        ],
    )
    def test_a_break_lies_within_the_work_of_its_day(
        self,
        admin: Caller,
        home: House,
        base: str,
        work: tuple[str, str],
        rest: tuple[str, str],
        fits: bool,
    ) -> None:
        shifts = [
            {"kind": kind, "weekday": 2, "starts": starts, "ends": ends}
            for kind, (starts, ends) in (("work", work), ("break", rest))
        ]
        path = f"{base}/shifts/{home.tech.id}"
        if fits:
            admin.puts(path, {"shifts": shifts})
            return
        problem = admin.refused(path, {"shifts": shifts}, status=400, code="break_outside_work", method="PUT")
        assert problem["fields"]["shifts"][0].startswith(
            f"The break from {rest[0]} to {rest[1]} lies outside"
        )
        assert not Shift.objects.exists()

    def test_an_absence_that_is_over_is_refused(self, admin: Caller, home: House, base: str) -> None:
        noon = at_noon(home.center, days=-3)
        body = {
            "person_id": str(home.tech.id),
            "starts_at": noon.isoformat(),
            "ends_at": (noon + timedelta(hours=3)).isoformat(),
        }
        problem = admin.refused(f"{base}/absences", body, status=400, code="absence_over")
        assert problem["fields"] == {"ends_at": ["This absence is over. Choose one to come."]}
        assert not Absence.objects.exists()

    def test_the_desk_sees_who_is_away_apart_from_who_is_off_shift(
        self, as_: As, admin: Caller, home: House, base: str
    ) -> None:
        noon = at_noon(home.center, days=5)
        body = {
            "person_id": str(home.tech.id),
            "starts_at": noon.isoformat(),
            "ends_at": (noon + timedelta(hours=3)).isoformat(),
        }
        admin.does(f"{base}/absences", body)
        calendar = as_(home.desk).reads(
            f"/api/staff/calendar?center={home.center.id}&from={noon.date()}&to={noon.date()}"
        )
        away = {one["id"]: one["away"] for one in calendar["technicians"]}
        (span,) = away.pop(str(home.tech.id))
        assert datetime.fromisoformat(span["start"]) == noon
        assert set(map(len, away.values())) == {0}

    def test_shifts_replace_those_that_were_seen_and_no_others(
        self, admin: Caller, home: House, base: str
    ) -> None:
        path = f"{base}/shifts/{home.tech.id}"
        monday, friday = (
            {"kind": "work", "weekday": day, "starts": "09:00", "ends": "12:00"} for day in (0, 4)
        )
        first = admin.puts(path, {"shifts": [monday], "replaces": []})["shifts"]
        late = {"shifts": [friday], "replaces": []}
        admin.refused(path, late, status=409, code="stale_version", method="PUT")
        assert Shift.objects.get().weekday == 0
        admin.puts(path, late | {"replaces": [one["id"] for one in first]})
        assert Shift.objects.get().weekday == 4

    def test_who_does_not_work_here_has_no_shifts(self, admin: Caller, everybody: Cast, base: str) -> None:
        path = f"{base}/shifts/{everybody.rival.tech.id}"
        admin.refused(path, {"shifts": []}, status=404, code="person_not_found", method="PUT")

    def test_an_absence_leaves_visits_unserved_until_it_is_taken_back(
        self, admin: Caller, home: House, base: str, coming: Appointment
    ) -> None:
        noon = at_noon(home.center, days=5)
        body = {
            "person_id": str(home.tech.id),
            "kind": "sick",
            "starts_at": (noon - timedelta(hours=3)).isoformat(),
            "ends_at": (noon + timedelta(hours=3)).isoformat(),
        }
        said = admin.does(f"{base}/absences", body)
        assert said["unserved"][0]["reasons"] == [{"code": "absent", "text": "Tech A. is absent then."}]
        (one,) = said["absences"]
        assert body_of(admin.delete(f"/api/admin/absences/{one['id']}"), 204) is None
        assert admin.reads(f"{base}/unserved") == []

    def test_an_absence_that_ends_before_it_begins(self, admin: Caller, home: House, base: str) -> None:
        noon = at_noon(home.center).isoformat()
        body = {"person_id": str(home.tech.id), "starts_at": noon, "ends_at": noon}
        admin.refused(f"{base}/absences", body, status=400, code="absence_invalid")

    def test_an_absence_counts_at_every_centre_and_only_its_administration_takes_it_back(
        self, as_: As, everybody: Cast, home: House
    ) -> None:
        noon = at_noon(home.center)
        absence = Absence.objects.create(person=home.tech, starts_at=noon, ends_at=noon + timedelta(hours=1))
        rival = as_(everybody.rival.admin)
        rival.refused(f"/api/admin/absences/{absence.id}", status=404, code="not_found", method="DELETE")

    def test_certificates_that_are_about_to_expire(self, admin: Caller, home: House, base: str) -> None:
        soon = Certification.objects.filter(staff__user=home.tech).get()
        soon.expires_on = at_noon(home.center, days=10).date()
        soon.save()
        until = at_noon(home.center, days=30).date()
        (found,) = admin.reads(f"{base}/certificates?until={until}")
        assert (found["person"], found["skill"]) == ("Tech A.", "hv_safety")
        assert len(admin.reads(f"{base}/certificates")) == 5


class TestBooking:
    def test_rules_are_read_and_changed(self, admin: Caller, home: House, base: str) -> None:
        rules = admin.reads(f"{base}/booking-rules")
        assert (rules["slot_step"], rules["lead_time"], rules["version"]) == (15, 60, 1)
        changed = admin.puts(
            f"{base}/booking-rules", {"version": 1, "slot_step": 30, "late_cancel_fee": "200"}
        )
        assert (changed["slot_step"], changed["late_cancel_fee"]["amount"]) == (30, "200.00")
        assert len(free_on(home, 5)) == 48

    def test_stale_rules_and_those_out_of_bounds_change_nothing(self, admin: Caller, base: str) -> None:
        path = f"{base}/booking-rules"
        admin.puts(path, {"lead_time": 0})
        admin.refused(path, {"version": 7, "lead_time": 5}, status=409, code="stale_version", method="PUT")
        for wrong in ({"slot_step": 7}, {"load_limit": 0}, {"lead_time": -1}, {"speed": 3}):
            admin.refused(path, wrong, status=400, code="validation_failed", method="PUT")

    def test_a_new_bay_can_be_booked_at_once(self, admin: Caller, home: House, base: str) -> None:
        made = body_of(admin.post(f"{base}/bays", {"name": "9", "kind": "general"}), 201)
        assert Resource.objects.filter(bay_id=made["id"], kind="bay", is_active=True).exists()
        admin.refused(f"{base}/bays", {"name": "9", "kind": "ev"}, status=409, code="name_taken")

    def test_a_bay_out_of_use_is_booked_no_more(self, admin: Caller, home: House, base: str) -> None:
        for bay in admin.reads(f"{base}/bays"):
            admin.puts(f"/api/admin/bays/{bay['id']}", {"is_active": False, "version": bay["version"]})
        assert free_on(home, 5) == []

    def test_tools_and_loaners_come_and_go(self, admin: Caller, home: House, base: str) -> None:
        home.service.tools = ["aligner"]
        home.service.save()
        assert free_on(home, 5) == []
        tool = {"kind": "tool", "name": "Hunter", "type": "aligner"}
        made = body_of(admin.post(f"{base}/resources", tool), 201)
        assert free_on(home, 5)
        admin.refused(f"{base}/resources", tool, status=409, code="name_taken")
        nameless = {"kind": "tool", "name": "Other"}
        admin.refused(f"{base}/resources", nameless, status=400, code="type_missing")
        assert body_of(admin.delete(f"/api/admin/resources/{made['id']}"), 204) is None
        assert free_on(home, 5) == []
        admin.refused(f"/api/admin/resources/{uuid4()}", status=404, code="not_found", method="DELETE")

    def test_a_bay_and_a_tool_out_of_use_name_whom_they_leave_outside(
        self, admin: Caller, home: House, base: str, coming: Appointment
    ) -> None:
        tool = Resource.objects.create(center=home.center, kind="tool", name="Hunter", type="aligner")
        coming.bookings.create(resource=tool, period=coming.bookings.all()[0].period)
        assert coming.bay_id is not None
        bay = next(one for one in admin.reads(f"{base}/bays") if one["id"] == str(coming.bay_id))
        admin.puts(f"/api/admin/bays/{bay['id']}", {"is_active": False, "version": bay["version"]})
        body_of(admin.delete(f"/api/admin/resources/{tool.id}"), 204)
        (left,) = admin.reads(f"{base}/unserved")
        assert left["reasons"] == [
            {"code": "out_of_use", "text": f"{bay['name']} is out of use."},
            {"code": "out_of_use", "text": "Hunter is out of use."},
        ]


class TestRivals:
    def test_the_second_of_two_administrators_is_told_who_was_first(
        self, admin: Caller, as_: As, everybody: Cast, home: House, base: str
    ) -> None:
        first = as_(home.admin)
        rules, center = admin.reads(f"{base}/booking-rules"), admin.reads(base)
        (bay, *_) = admin.reads(f"{base}/bays")
        first.puts(f"{base}/booking-rules", {"version": rules["version"], "lead_time": 5})
        first.puts(base, {"version": center["version"], "phone": "+914400001111"})
        first.puts(f"/api/admin/bays/{bay['id']}", {"version": bay["version"], "kind": "ev"})
        second = as_(everybody.network)
        bays = f"/api/admin/bays/{bay['id']}"
        for path, seen in ((f"{base}/booking-rules", rules), (base, center), (bays, bay)):
            body = {"version": seen["version"]} | ({"lead_time": 9} if seen is rules else {"name": "Nine"})
            told = second.refused(path, body, status=409, code="stale_version", method="PUT")
            assert told["detail"].startswith("Admin A. was first: ")
            assert told["version_now"] == seen["version"] + 1
