"""/api/admin/users."""

from typing import Any

import pytest

from tests.api.answering import Caller, body_of
from tests.api.conftest import As
from tests.cast import Cast, House, person
from tests.door import somebody
from workshop.accounts.models import User
from workshop.accounts.services import deactivate
from workshop.centers.models import Membership, StaffProfile
from workshop.centers.services import give_role
from workshop.events.models import Event, ReactionRun
from workshop.events.react import react
from workshop.events.relay import collect
from workshop.kernel.actor import SYSTEM
from workshop.scheduling.models import Resource

USERS = "/api/admin/users"


@pytest.fixture
def admin(as_: As, home: House) -> Caller:
    return as_(home.admin)


@pytest.fixture
def new(home: House) -> dict[str, Any]:
    """Return a technician to take on."""
    return {
        "email": "Divya@example.com",
        "role": "technician",
        "service_center_id": str(home.center.id),
        "name": "Divya Nair",
        "phone": "+919800000088",
        "lead": True,
        "skills": ["brakes"],
        "hourly_cost": "320.00",
        "certifications": [
            {"name": "Brakes", "number": "B-1", "skill": "brakes", "expires_on": "2028-01-31"}
        ],
    }


def role_of(house: House, part: str) -> Membership:
    return Membership.objects.get(user=house.people[part], center=house.center)


class TestList:
    """GET."""

    def test_everybody_who_works_here_is_listed_and_found(self, admin: Caller, home: House) -> None:
        def names(query: str) -> set[str]:
            return {row["name"] for row in admin.reads(f"{USERS}?{query}")["results"]}

        assert len(names("")) == 5
        assert names("role=staff") == {"Desk A."}
        assert names("q=other") == {"Other Tech A."}
        assert names(f"q={home.lead.email}") == {"Lead A."}
        assert names(f"center={home.center.id}&role=admin") == {"Admin A."}

    def test_nobody_of_other_centres_is(self, as_: As, everybody: Cast, admin: Caller) -> None:
        rival = everybody.rival
        assert admin.reads(f"{USERS}?center={rival.center.id}")["results"] == []
        theirs = f"{USERS}/{role_of(rival, 'tech').id}"
        admin.refused(theirs, status=404, code="not_found", method="GET")
        admin.refused(theirs, {"name": "X"}, status=404, code="not_found", method="PUT")
        admin.refused(theirs, status=404, code="not_found", method="DELETE")
        assert len(as_(everybody.network).reads(USERS)["results"]) == 11

    def test_the_desk_has_no_such_list(self, as_: As, home: House) -> None:
        for user in (home.desk, home.tech, home.lead):
            as_(user).refused(USERS, status=403, code="insufficient_permissions", method="GET")


class TestPost:
    """POST: taking people on."""

    def test_who_is_new_gets_an_account_a_role_and_a_mail(
        self, admin: Caller, home: House, new: dict[str, Any]
    ) -> None:
        made = body_of(admin.post(USERS, new), 201)
        assert (made["email"], made["lead"], made["can_sign_in"]) == ("divya@example.com", True, False)
        assert made["certifications"][0]["expires_on"] == "2028-01-31"
        asked = Event.objects.get(name="accounts.PasswordResetRequested")
        assert asked.subject == f"person:{made['user_id']}"

    def test_a_technician_becomes_bookable(self, admin: Caller, home: House, new: dict[str, Any]) -> None:
        made = body_of(admin.post(USERS, new), 201)
        collect()
        for run in ReactionRun.objects.filter(reaction="scheduling.make_people_bookable"):
            react(str(run.event_id), run.reaction)
        resource = Resource.objects.get(person_id=made["user_id"])
        assert (resource.center_id, resource.name) == (home.center.id, "Divya Nair")

    def test_who_has_an_account_with_a_proven_email_keeps_it(
        self, admin: Caller, home: House, new: dict[str, Any]
    ) -> None:
        known = somebody("divya@example.com")
        User.objects.filter(pk=known.id).update(email_verified_at=known.created_at)
        made = body_of(admin.post(USERS, new), 201)
        assert (made["user_id"], made["can_sign_in"]) == (str(known.id), True)
        assert not Event.objects.filter(name="accounts.PasswordResetRequested").exists()

    def test_an_account_whose_email_nobody_proved_gets_no_role(
        self, admin: Caller, new: dict[str, Any]
    ) -> None:
        somebody("divya@example.com")
        admin.refused(USERS, new, status=409, code="email_not_proven")

    def test_a_deactivated_person_gets_no_role(self, admin: Caller, new: dict[str, Any]) -> None:
        known = person("divya", email="divya@example.com")
        deactivate(actor=SYSTEM, person_id=known.id)
        admin.refused(USERS, new, status=409, code="person_deactivated")

    def test_who_works_here_already_may_get_another_role(
        self, admin: Caller, home: House, new: dict[str, Any]
    ) -> None:
        body = {"email": home.desk.email, "role": "admin", "service_center_id": str(home.center.id)}
        assert body_of(admin.post(USERS, body), 201)["name"] == "Desk A."
        again = body_of(admin.post(USERS, body), 201)
        assert Membership.objects.filter(user=home.desk, role="admin").get().id.__str__() == again["id"]

    def test_another_centres_technician_is_not_made_a_lead_from_here(
        self, admin: Caller, everybody: Cast, home: House
    ) -> None:
        tech = everybody.rival.tech
        body = {"email": tech.email, "role": "technician", "service_center_id": str(home.center.id)}
        admin.refused(USERS, body | {"lead": True}, status=409, code="works_elsewhere")
        assert body_of(admin.post(USERS, body), 201)["lead"] is False
        assert StaffProfile.objects.get(user=tech).is_lead is False

    def test_nobody_gives_a_role_at_another_centre_or_in_the_network(
        self, admin: Caller, everybody: Cast, new: dict[str, Any]
    ) -> None:
        for center in (str(everybody.rival.center.id), None):
            body = new | {"service_center_id": center, "role": "admin"}
            admin.refused(USERS, body, status=403, code="insufficient_permissions")

    def test_the_network_may_name_an_administrator_of_its_own(
        self, as_: As, everybody: Cast, new: dict[str, Any]
    ) -> None:
        body = new | {"service_center_id": None, "role": "admin"}
        assert body_of(as_(everybody.network).post(USERS, body), 201)["service_center_id"] is None

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"email": "divya"}, "email"),
            ({"role": "owner"}, "role"),
            ({"role": "customer"}, "role"),
            ({"service_center_id": "here"}, "service_center_id"),
            ({"name": 121 * "x"}, "name"),
            ({"lead": "perhaps"}, "lead"),
            ({"skills": "brakes"}, "skills"),
            ({"hourly_cost": -1}, "hourly_cost"),
            ({"certifications": [{"name": "HV"}]}, "certifications.0.number"),
            ({"password": "secret"}, "password"),
        ],
    )
    def test_what_is_wrong_names_the_field(
        self, admin: Caller, new: dict[str, Any], change: dict[str, Any], field: str
    ) -> None:
        problem = admin.refused(USERS, new | change, status=400, code="validation_failed")
        assert field in problem["fields"]

    def test_who_is_new_needs_a_name(self, admin: Caller, new: dict[str, Any]) -> None:
        new.pop("name")
        problem = admin.refused(USERS, new, status=400, code="invalid")
        assert list(problem["fields"]) == ["name"]


class TestChange:
    """PUT and DELETE."""

    def test_what_is_given_changes_and_the_rest_stays(self, admin: Caller, home: House) -> None:
        path = f"{USERS}/{role_of(home, 'tech').id}"
        shown = admin.reads(path)
        changed = admin.puts(path, shown | {"lead": True, "skills": ["brakes", "tyres"]})
        assert changed == shown | {
            "lead": True,
            "skills": ["brakes", "tyres"],
            "version": shown["version"] + 1,
        }

    def test_who_saw_an_older_profile_takes_back_no_certificate(self, admin: Caller, home: House) -> None:
        path = f"{USERS}/{role_of(home, 'tech').id}"
        seen = admin.reads(path)
        brakes = {"name": "Brakes", "number": "B-1", "skill": "brakes", "expires_on": "2028-01-31"}
        now = admin.puts(path, {"certifications": [brakes], "version": seen["version"]})
        problem = admin.refused(path, seen, status=409, code="stale_version", method="PUT")
        assert problem["version_now"] == now["version"]
        assert admin.reads(path)["certifications"] == [brakes]

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({"role": "admin"}, "role"),
            ({"email": "x@example.com"}, "email"),
            ({"service_center_id": None}, "service_center_id"),
            ({"name": ""}, "name"),
            ({"skills": {"a": 1}}, "skills"),
            ({"wage": 1}, "wage"),
        ],
    )
    def test_what_is_wrong_names_the_field(
        self, admin: Caller, home: House, body: dict[str, Any], field: str
    ) -> None:
        problem = admin.refused(
            f"{USERS}/{role_of(home, 'tech').id}",
            body,
            status=400,
            code="validation_failed",
            method="PUT",
        )
        assert list(problem["fields"]) == [field]

    def test_who_works_at_two_centres_keeps_their_profile(
        self, admin: Caller, everybody: Cast, home: House
    ) -> None:
        give_role(actor=SYSTEM, user_id=home.tech.id, role="technician", center_id=everybody.rival.center.id)
        admin.refused(
            f"{USERS}/{role_of(home, 'tech').id}",
            {"lead": True},
            status=409,
            code="works_elsewhere",
            method="PUT",
        )

    def test_an_ended_role_closes_the_doors_at_once(self, as_: As, admin: Caller, home: House) -> None:
        tech = as_(home.tech)
        tech.reads("/api/technicians/queue")
        path = f"{USERS}/{role_of(home, 'tech').id}"
        body_of(admin.delete(path), 204)
        assert Membership.objects.get(user=home.tech).ended_at is not None
        assert User.objects.get(pk=home.tech.id).is_active
        tech.refused(
            f"/api/technicians/queue?center={home.center.id}",
            status=403,
            code="insufficient_permissions",
            method="GET",
        )
        admin.refused(path, status=404, code="not_found", method="DELETE")


class TestPin:
    """PUT /pin."""

    def test_an_administrator_gives_one_and_nobody_reads_it(self, admin: Caller, home: House) -> None:
        path = f"{USERS}/{role_of(home, 'tech').id}"
        assert admin.reads(path)["has_pin"] is False
        assert body_of(admin.put(f"{path}/pin", {"pin": "7306"}), 204) is None
        assert admin.reads(path)["has_pin"] is True
        assert "7306" not in StaffProfile.objects.get(user=home.tech).pin

    @pytest.mark.parametrize(("pin", "code"), [("12", "pin_invalid"), ("12a4", "pin_invalid")])
    def test_what_is_no_pin_changes_nothing(self, admin: Caller, home: House, pin: str, code: str) -> None:
        path = f"{USERS}/{role_of(home, 'tech').id}/pin"
        admin.refused(path, {"pin": pin}, status=400, code=code, method="PUT")
        admin.refused(path, {}, status=400, code="validation_failed", method="PUT")

    def test_another_centres_people_keep_theirs(self, admin: Caller, everybody: Cast) -> None:
        path = f"{USERS}/{role_of(everybody.rival, 'tech').id}/pin"
        admin.refused(path, {"pin": "7306"}, status=404, code="not_found", method="PUT")


class TestBookable:
    """What changes about people reaches the calendar and the booking page."""

    def test_skills_certificates_and_the_end_of_a_role_are_told(self, admin: Caller, home: House) -> None:
        def told() -> int:
            return Event.objects.filter(
                name="centers.CapacityChanged", stream=f"center:{home.center.id}"
            ).count()

        path = f"{USERS}/{role_of(home, 'tech').id}"
        before = told()
        admin.puts(path, {"certifications": []})
        assert told() == before + 1
        admin.puts(path, {"name": "Tech A."})
        assert told() == before + 1
        body_of(admin.delete(path), 204)
        assert told() == before + 2

    def test_who_may_drive_becomes_bookable_as_a_driver(self, admin: Caller, home: House) -> None:
        admin.puts(f"{USERS}/{role_of(home, 'desk').id}", {"driver": True})
        collect()
        for run in ReactionRun.objects.filter(reaction="scheduling.make_people_bookable"):
            react(str(run.event_id), run.reaction)
        driver = Resource.objects.get(person=home.desk)
        assert (driver.kind, driver.center_id) == ("driver", home.center.id)
