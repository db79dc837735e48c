"""/api/public/appointments: a slot held without an account, then booked or sent as a request."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.api.answering import Caller, body_of
from tests.api.conftest import As
from tests.cast import Cast, House, appointment, at_noon, customer
from workshop.accounts.models import User
from workshop.centers.models import Certification, HoursException, OpeningHours, StaffProfile
from workshop.kernel.clock import now, real_now
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, BookingRules, ResourceBooking
from workshop.scheduling.services.hold import MOST_OF_ADDRESS
from workshop.vehicles.models import Vehicle, VehicleAtCenter

HOLDS = "/api/public/appointments"
PERSON = {"first_name": "Kavya", "phone": "+91 98400 55555", "email": "kavya@example.com"}
CAR = {"kind": "car", "license_plate": "TN 07 QA 1234", "make": "Maruti", "model": "Swift"}


@pytest.fixture
def visitor(everybody: Cast) -> Caller:
    return Caller()


@pytest.fixture
def wish(home: House) -> dict[str, Any]:
    return {
        "center_id": str(home.center.id),
        "services": [{"service_id": str(home.service.id)}],
        "scheduled_start": at_noon(home.center, days=3).isoformat(),
    }


@pytest.fixture
def ask(home: House) -> dict[str, Any]:
    return {
        "center_id": str(home.center.id),
        "services": [{"service_id": str(home.diagnosis.id)}],
        "wished_times": [at_noon(home.center, days=day).isoformat() for day in (4, 5)],
    }


def held(visitor: Caller, wish: dict[str, Any]) -> dict[str, Any]:
    slot: dict[str, Any] = body_of(visitor.post(HOLDS, wish), 201)["appointment"]
    return slot


def confirmed(visitor: Caller, slot: dict[str, Any], **more: Any) -> dict[str, Any]:
    body = {"customer": PERSON, "vehicle": CAR} | more
    visit: dict[str, Any] = visitor.does(f"{HOLDS}/{slot['id']}/confirm", body)["appointment"]
    return visit


def over(slot: dict[str, Any]) -> None:
    """Let the time of a hold be over."""
    Appointment.objects.filter(pk=slot["id"]).update(held_until=real_now() - timedelta(seconds=1))


class TestHold:
    def test_a_slot_is_held_for_five_minutes_with_everything_it_needs(
        self, visitor: Caller, wish: dict[str, Any]
    ) -> None:
        slot = held(visitor, wish)
        assert (slot["status"], slot["customer"], slot["vehicle"], slot["number"]) == ("held", None, None, "")
        left = datetime.fromisoformat(slot["held_until"]) - real_now()
        assert timedelta(minutes=4, seconds=50) < left <= timedelta(minutes=5)
        assert ResourceBooking.objects.filter(state="active").count() == 2

    def test_only_who_holds_it_sees_it(self, visitor: Caller, wish: dict[str, Any]) -> None:
        slot = held(visitor, wish)
        assert visitor.reads(f"{HOLDS}/{slot['id']}")["appointment"]["id"] == slot["id"]
        assert Caller().get(f"{HOLDS}/{slot['id']}").status_code == 404

    def test_another_slot_lets_the_first_one_go(
        self, visitor: Caller, home: House, wish: dict[str, Any]
    ) -> None:
        first = held(visitor, wish)
        held(visitor, wish | {"scheduled_start": at_noon(home.center, days=4).isoformat()})
        assert Appointment.objects.get(pk=first["id"]).status == "cancelled"
        assert ResourceBooking.objects.filter(state="active").count() == 2

    def test_an_address_holds_a_dozen(self, visitor: Caller, home: House, wish: dict[str, Any]) -> None:
        start = at_noon(home.center, days=6)
        for number in range(MOST_OF_ADDRESS):
            other = Caller()
            other.address = visitor.address
            held(other, wish | {"scheduled_start": (start + timedelta(hours=number)).isoformat()})
        problem = visitor.refused(HOLDS, wish, status=409, code="too_many_holds")
        assert "five minutes" in problem["next"]

    def test_it_is_let_go_by_hand(self, visitor: Caller, wish: dict[str, Any]) -> None:
        slot = held(visitor, wish)
        assert visitor.does(f"{HOLDS}/{slot['id']}/cancel")["appointment"]["status"] == "cancelled"
        assert not ResourceBooking.objects.filter(state="active").exists()
        visitor.refused(f"{HOLDS}/{slot['id']}/cancel", status=409, code="illegal_transition")

    def test_a_hold_that_ran_out_gives_way_before_it_is_swept(
        self, visitor: Caller, home: House, wish: dict[str, Any]
    ) -> None:
        """One technician who can do it, so that the slot is free only when the hold is gone."""
        StaffProfile.objects.exclude(user=home.tech).update(skills=[])
        slot = held(visitor, wish)
        Caller().refused(HOLDS, wish, status=409, code="slot_taken")
        over(slot)
        held(Caller(), wish)
        assert Appointment.objects.get(pk=slot["id"]).status == "expired"

    def test_it_runs_out_by_itself(self, visitor: Caller, wish: dict[str, Any]) -> None:
        slot = held(visitor, wish)
        assert scheduling.sweep() == 0
        over(slot)
        assert scheduling.sweep() == 1
        assert Appointment.objects.get(pk=slot["id"]).status == "expired"
        assert not ResourceBooking.objects.filter(state="active").exists()


class TestRefusals:
    """Each names what is wrong and what to do, and nothing is held."""

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            (lambda home: {"scheduled_start": (now() - timedelta(hours=1)).isoformat()}, "start_in_past"),
            (lambda home: {"scheduled_start": (now() + timedelta(minutes=10)).isoformat()}, "too_soon"),
            (lambda home: {"scheduled_start": at_noon(home.center, days=61).isoformat()}, "too_far"),
            (
                lambda home: {
                    "scheduled_start": (at_noon(home.center, days=2) + timedelta(minutes=7)).isoformat()
                },
                "start_not_offered",
            ),
            (lambda home: {"services": [{"service_id": str(uuid4())}]}, "unknown_service"),
            (lambda home: {"services": []}, "validation_failed"),
            (lambda home: {"services": [{"service_id": str(home.service.id)}] * 1_000}, "validation_failed"),
            (lambda home: {"scheduled_start": "2026-12-01T10:00:00"}, "validation_failed"),
            (lambda home: {"wished_times": [at_noon(home.center).isoformat()]}, "validation_failed"),
            (lambda home: {"vehicle_kind": "motorcycle"}, "service_not_for_vehicle"),
            (lambda home: {"technician_id": str(home.desk.id)}, "technician_does_not_fit"),
        ],
    )
    def test_it_is_said(
        self, visitor: Caller, home: House, wish: dict[str, Any], change: Any, code: str
    ) -> None:
        home.service.vehicle_kinds = ["car", "ev"]
        home.service.save()
        visitor.refused(HOLDS, wish | change(home), status=400, code=code)

    def test_ten_thousand_services(self, visitor: Caller, home: House, wish: dict[str, Any]) -> None:
        many = {"services": [{"service_id": str(home.service.id)}] * 10_000}
        visitor.refused(HOLDS, wish | many, status=413, code="body_too_large")

    def test_a_closed_day(self, visitor: Caller, home: House, wish: dict[str, Any]) -> None:
        day = at_noon(home.center, days=3).date()
        HoursException.objects.create(center=home.center, date=day, reason="Deepavali")
        visitor.refused(HOLDS, wish, status=400, code="outside_opening_hours")

    def test_the_missing_hour_of_a_clock_change(
        self, visitor: Caller, home: House, wish: dict[str, Any]
    ) -> None:
        home.center.time_zone = "America/New_York"
        home.center.save()
        BookingRules.objects.create(center=home.center, horizon_days=366)
        spring = next(
            day
            for day in (
                date(now().year + year, 3, 8) + timedelta(days=n) for year in (0, 1) for n in range(7)
            )
            if day.weekday() == 6 and day > now().date()
        )
        wrong = wish | {"scheduled_start": f"{spring}T02:30:00-05:00"}
        visitor.refused(HOLDS, wrong, status=400, code="missing_hour")
        held(visitor, wish | {"scheduled_start": f"{spring}T03:30:00-04:00"})

    def test_a_service_that_nobody_is_certified_for(
        self, visitor: Caller, home: House, wish: dict[str, Any]
    ) -> None:
        home.service.skills = ["hv_safety"]
        home.service.save()
        Certification.objects.update(expires_on=now().date())
        visitor.refused(HOLDS, wish, status=409, code="no_technician_certified")

    def test_a_slot_just_taken_names_the_next_three(
        self, visitor: Caller, home: House, wish: dict[str, Any]
    ) -> None:
        StaffProfile.objects.exclude(user=home.tech).update(skills=[])
        held(Caller(), wish)
        problem = visitor.refused(HOLDS, wish, status=409, code="slot_taken")
        assert len(problem["next_free"]) == 3
        held(visitor, wish | {"scheduled_start": problem["next_free"][0]})

    def test_a_centre_that_is_not_approved(self, visitor: Caller, home: House, wish: dict[str, Any]) -> None:
        home.center.status = "applied"
        home.center.save()
        visitor.refused(HOLDS, wish, status=404, code="not_found")


class TestConfirm:
    def test_somebody_new_books_without_an_account(
        self, visitor: Caller, home: House, wish: dict[str, Any]
    ) -> None:
        visit = confirmed(visitor, held(visitor, wish), notes="Horn is weak")
        assert (visit["status"], visit["notes"]) == ("confirmed", "Horn is weak")
        assert visit["number"].startswith("ANN-A")
        person = User.objects.get(email="kavya@example.com")
        assert (person.has_usable_password(), person.email_verified_at) == (False, None)
        booked = Appointment.objects.get(pk=visit["id"])
        assert booked.party == (person.id, Vehicle.objects.get(license_plate="TN 07 QA 1234").id)
        assert booked.change_until == booked.scheduled_start - timedelta(minutes=120)

    def test_its_link_follows_the_visit(self, visitor: Caller, wish: dict[str, Any]) -> None:
        visit = confirmed(visitor, held(visitor, wish))
        url = visitor.does(f"{HOLDS}/{visit['id']}/link")["url"]
        phone = Caller()
        opened = phone.does("/api/public/links/exchange", {"token": url.rpartition("/")[2]})
        assert opened["id"] == visit["id"]
        assert phone.reads(f"/api/public/visits/{visit['id']}")["appointment"]["status"] == "confirmed"
        assert Caller().post(f"{HOLDS}/{visit['id']}/link").status_code == 404

    def test_an_email_with_an_account_does_not_join_it(
        self, visitor: Caller, everybody: Cast, wish: dict[str, Any]
    ) -> None:
        taken = {**PERSON, "email": everybody.customer.email}
        visit = confirmed(visitor, held(visitor, wish), customer=taken)
        booked = Appointment.objects.get(pk=visit["id"])
        assert booked.customer_id != everybody.customer.id
        assert (booked.customer.email, booked.contact_email) == (None, everybody.customer.email)

    def test_anothers_plate_is_taken_at_its_word_and_tells_nothing(
        self, visitor: Caller, everybody: Cast, home: House, wish: dict[str, Any]
    ) -> None:
        known = Vehicle.objects.get(ownerships__person=everybody.customer)
        claimed = {**CAR, "license_plate": known.license_plate.lower()}
        visit = confirmed(visitor, held(visitor, wish), vehicle=claimed)
        assert visit["vehicle_unverified"]
        assert (visit["vehicle"]["make"], visit["vehicle"]["model"]) == ("Maruti", "Swift")
        assert Appointment.objects.get(pk=visit["id"]).vehicle_id == known.id
        assert not VehicleAtCenter.objects.filter(vehicle=known, center=home.center).exists()

    def test_a_vehicle_with_a_visit_at_that_time(
        self, visitor: Caller, everybody: Cast, home: House, wish: dict[str, Any]
    ) -> None:
        start = datetime.fromisoformat(wish["scheduled_start"])
        appointment(home, everybody.customer, start=start)
        plate = Vehicle.objects.get(ownerships__person=everybody.customer).license_plate
        slot = held(visitor, wish)
        body = {"customer": PERSON, "vehicle": {**CAR, "license_plate": plate}}
        problem = visitor.refused(f"{HOLDS}/{slot['id']}/confirm", body, status=409, code="vehicle_busy")
        assert "ANN-" not in problem["detail"]
        assert "visit" not in problem
        assert datetime.fromisoformat(problem["scheduled_start"]) == start

    def test_its_own_customer_is_told_which_visit_that_is(
        self, as_: As, everybody: Cast, home: House, wish: dict[str, Any]
    ) -> None:
        visit = appointment(home, everybody.customer, start=datetime.fromisoformat(wish["scheduled_start"]))
        owner = as_(everybody.customer)
        slot = held(owner, wish)
        body = {"vehicle_id": str(visit.vehicle_id)}
        problem = owner.refused(f"{HOLDS}/{slot['id']}/confirm", body, status=409, code="vehicle_busy")
        assert f"visit {visit.number} on " in problem["detail"]
        assert "from 12:00 to 13:00" in problem["detail"]
        assert problem["visit"]["number"] == visit.number
        assert datetime.fromisoformat(problem["visit"]["scheduled_start"]) == visit.scheduled_start

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({"vehicle": CAR}, "customer"),
            ({"customer": PERSON}, "vehicle"),
            ({"customer": {**PERSON, "phone": "12"}, "vehicle": CAR}, "customer.phone"),
            ({"customer": PERSON, "vehicle": {**CAR, "license_plate": ""}}, "vehicle.license_plate"),
            ({"customer": PERSON, "vehicle": {**CAR, "vin": "1HGCM82633A00435"}}, "vehicle.vin"),
            ({"customer": PERSON, "vehicle": CAR, "status": "fulfilled"}, "status"),
        ],
    )
    def test_what_is_missing_is_named_and_the_slot_stays_held(
        self, visitor: Caller, wish: dict[str, Any], body: dict[str, Any], field: str
    ) -> None:
        slot = held(visitor, wish)
        answer = body_of(visitor.post(f"{HOLDS}/{slot['id']}/confirm", body), 400)
        assert any(name.startswith(field) for name in answer["fields"])
        assert Appointment.objects.get(pk=slot["id"]).status == "held"

    def test_too_late_names_what_is_free_and_the_same_time_first(
        self, visitor: Caller, wish: dict[str, Any]
    ) -> None:
        slot = held(visitor, wish)
        over(slot)
        body = {"customer": PERSON, "vehicle": CAR}
        problem = visitor.refused(f"{HOLDS}/{slot['id']}/confirm", body, status=409, code="hold_expired")
        assert datetime.fromisoformat(problem["next_free"][0]) == datetime.fromisoformat(
            wish["scheduled_start"]
        )

    def test_who_is_signed_in_names_only_the_vehicle(
        self, as_: As, everybody: Cast, wish: dict[str, Any]
    ) -> None:
        caller = as_(everybody.customer)
        slot = held(caller, wish)
        owned = Vehicle.objects.get(ownerships__person=everybody.customer)
        visit = caller.does(f"{HOLDS}/{slot['id']}/confirm", {"vehicle_id": str(owned.id)})["appointment"]
        assert visit["customer"]["id"] == str(everybody.customer.id)

    def test_anothers_hold_is_not_there(self, visitor: Caller, wish: dict[str, Any]) -> None:
        slot = held(visitor, wish)
        body = {"customer": PERSON, "vehicle": CAR}
        Caller().refused(f"{HOLDS}/{slot['id']}/confirm", body, status=404, code="not_found")

    def test_the_same_key_confirms_once(self, visitor: Caller, wish: dict[str, Any]) -> None:
        path = f"{HOLDS}/{held(visitor, wish)['id']}/confirm"
        body = {"customer": PERSON, "vehicle": CAR}
        first = visitor.post(path, body, Idempotency_Key="once")
        assert body_of(first, 200) == body_of(visitor.post(path, body, Idempotency_Key="once"), 200)


class TestRequest:
    def asked(self, visitor: Caller, ask: dict[str, Any], **more: Any) -> dict[str, Any]:
        slot = held(visitor, ask)
        body = {"customer": PERSON, "vehicle": CAR, "concern": "It rattles over bumps"} | more
        visit: dict[str, Any] = visitor.does(f"{HOLDS}/{slot['id']}/request", body)["appointment"]
        return visit

    def test_a_symptom_is_a_request_that_takes_nothing(self, visitor: Caller, ask: dict[str, Any]) -> None:
        visit = self.asked(visitor, ask)
        assert (visit["status"], visit["outside_status"]) == ("requested", "pending")
        assert visit["concern"] == "It rattles over bumps"
        assert len(visit["wished_times"]) == 2
        assert not ResourceBooking.objects.exists()

    def test_it_needs_words_and_it_is_not_confirmed(self, visitor: Caller, ask: dict[str, Any]) -> None:
        slot = held(visitor, ask)
        body = {"customer": PERSON, "vehicle": CAR}
        visitor.refused(f"{HOLDS}/{slot['id']}/confirm", body, status=409, code="request_not_booking")
        blank = body | {"concern": "  "}
        visitor.refused(f"{HOLDS}/{slot['id']}/request", blank, status=400, code="validation_failed")

    def test_the_desk_accepts_one_of_its_times_with_a_duration(
        self, visitor: Caller, as_: As, home: House, ask: dict[str, Any]
    ) -> None:
        visit = self.asked(visitor, ask)
        path = f"/api/staff/appointments/{visit['id']}/accept"
        desk = as_(home.desk)
        other = {"scheduled_start": at_noon(home.center, days=9).isoformat()}
        desk.refused(path, other, status=400, code="not_wished_for")
        taken = desk.does(path, {"scheduled_start": ask["wished_times"][1], "duration": 90})["appointment"]
        assert (taken["status"], taken["duration"]) == ("confirmed", 90)
        start = datetime.fromisoformat(taken["scheduled_start"])
        assert datetime.fromisoformat(taken["scheduled_end"]) - start == timedelta(minutes=90)
        assert ResourceBooking.objects.filter(state="active").count() == 2

    def test_it_is_rejected_with_a_reason(
        self, visitor: Caller, as_: As, home: House, ask: dict[str, Any]
    ) -> None:
        visit = self.asked(visitor, ask)
        path = f"/api/staff/appointments/{visit['id']}/reject"
        as_(home.desk).refused(path, {"reason": " "}, status=400, code="validation_failed")
        done = as_(home.desk).does(path, {"reason": "We do not repair gearboxes."})["appointment"]
        assert (done["status"], done["ended_reason"]) == ("rejected", "We do not repair gearboxes.")

    def test_another_time_is_proposed_held_and_accepted_by_link(
        self, visitor: Caller, as_: As, home: House, ask: dict[str, Any]
    ) -> None:
        visit = self.asked(visitor, ask)
        url = visitor.does(f"{HOLDS}/{visit['id']}/link")["url"]
        phone = Caller()
        phone.does("/api/public/links/exchange", {"token": url.rpartition("/")[2]})
        start = at_noon(home.center, days=6).isoformat()
        path = f"/api/staff/appointments/{visit['id']}/propose"
        said = {"scheduled_start": start, "duration": 120, "message": "The lift is free then"}
        proposed = as_(home.desk).does(path, said)["appointment"]
        assert (proposed["status"], proposed["desk_message"]) == ("proposed", "The lift is free then")
        assert ResourceBooking.objects.filter(state="active").count() == 2
        seen = phone.reads(f"/api/public/visits/{visit['id']}")["appointment"]
        assert [offer["verb"] for offer in seen["allowed_actions"]] == [
            "accept_proposal",
            "ask_again",
            "cancel",
        ]
        done = phone.does(f"/api/public/visits/{visit['id']}/accept-proposal")["appointment"]
        assert done["status"] == "confirmed"

    def test_asking_again_frees_what_was_proposed(
        self, visitor: Caller, as_: As, home: House, ask: dict[str, Any]
    ) -> None:
        visit = self.asked(visitor, ask)
        url = visitor.does(f"{HOLDS}/{visit['id']}/link")["url"]
        visitor.does("/api/public/links/exchange", {"token": url.rpartition("/")[2]})
        said = {"scheduled_start": at_noon(home.center, days=6).isoformat()}
        as_(home.desk).does(f"/api/staff/appointments/{visit['id']}/propose", said)
        again = {"wished_times": [at_noon(home.center, days=8).isoformat()]}
        done = visitor.does(f"/api/public/visits/{visit['id']}/ask-again", again)["appointment"]
        assert (done["status"], done["technician"]) == ("requested", None)
        assert not ResourceBooking.objects.filter(state="active").exists()

    def test_unanswered_it_expires(self, visitor: Caller, ask: dict[str, Any]) -> None:
        visit = self.asked(visitor, ask)
        Appointment.objects.filter(pk=visit["id"]).update(answer_by=now() - timedelta(minutes=1))
        assert scheduling.sweep() == 1
        assert Appointment.objects.get(pk=visit["id"]).status == "expired"

    def test_it_counts_against_the_capacity_of_its_day(
        self, visitor: Caller, home: House, wish: dict[str, Any], ask: dict[str, Any]
    ) -> None:
        """A day that is open for two hours, one technician, an hour asked for: one visit of an hour more, not two."""
        StaffProfile.objects.exclude(user=home.tech).update(skills=[])
        day = at_noon(home.center, days=4).date()
        HoursException.objects.create(center=home.center, date=day, opens="12:00", closes="14:00")
        OpeningHours.objects.filter(center=home.center).exclude(pk=None)
        self.asked(visitor, ask)
        first = at_noon(home.center, days=4)
        held(Caller(), wish | {"scheduled_start": first.isoformat()})
        second = wish | {"scheduled_start": (first + timedelta(hours=1)).isoformat()}
        Caller().refused(HOLDS, second, status=409, code="slot_taken")


class TestRules:
    def test_cancelling_late_costs_what_was_said_and_is_said_first(
        self, as_: As, everybody: Cast, home: House
    ) -> None:
        BookingRules.objects.create(center=home.center, cancel_cutoff=24 * 60, late_cancel_fee=250)
        owner = customer(home, "Leela")
        visit = appointment(home, owner, start=now() + timedelta(hours=3))
        path = f"/api/customers/appointments/{visit.id}/cancel"
        problem = as_(owner).refused(path, status=409, code="fee_applies")
        assert problem["fee"] == {"amount": "250.00", "currency": "INR"}
        done = as_(owner).does(path, {"accept_fee": True})["appointment"]
        assert (done["status"], done["cancel_fee"]["amount"]) == ("cancelled", "250.00")

    def test_it_is_moved_by_its_customer_until_the_cut_off(self, as_: As, home: House) -> None:
        owner = customer(home, "Leela")
        visit = appointment(home, owner, start=now() + timedelta(minutes=90))
        path = f"/api/customers/appointments/{visit.id}/reschedule"
        later = {"scheduled_start": at_noon(home.center, days=5).isoformat()}
        as_(owner).refused(path, later, status=409, code="too_late_to_change")
        Appointment.objects.filter(pk=visit.id).update(change_until=now() + timedelta(minutes=5))
        assert as_(owner).does(path, later)["appointment"]["version"] == visit.version + 1

    def test_who_does_not_come_is_noted_after_the_grace_and_may_still_come(
        self, as_: As, home: House
    ) -> None:
        visit = appointment(home, customer(home, "Leela"), start=now() + timedelta(minutes=1))
        rows = Appointment.objects.filter(pk=visit.id)
        rows.update(scheduled_start=now() - timedelta(minutes=29))
        assert scheduling.sweep() == 0
        rows.update(scheduled_start=now() - timedelta(minutes=31))
        assert scheduling.sweep() == 1
        assert rows.get().status == "no_show"
        assert not ResourceBooking.objects.filter(state="active").exists()
        as_(home.desk).does(f"/api/staff/appointments/{visit.id}/check-in")
        assert rows.get().status == "checked_in"
        assert ResourceBooking.objects.filter(state="active").count() == 2
