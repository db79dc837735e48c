"""Joining the network: who applies, who decides, and never about their own centre."""

import pytest

from tests.api.answering import nothing_changes
from tests.cast import Cast, actor, application, cast, person
from workshop.centers import services
from workshop.centers.events import CenterApplied, CenterApproved, CenterRejected
from workshop.centers.models import Membership, ServiceCenter, StaffProfile
from workshop.centers.selectors import roles_of
from workshop.centers.workflow import CENTER
from workshop.events.models import Event
from workshop.kernel.errors import (
    Conflict,
    DomainError,
    Forbidden,
    IllegalTransition,
    Invalid,
    NotFound,
    Stale,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody() -> Cast:
    return cast()


@pytest.fixture
def applied(everybody: Cast) -> ServiceCenter:
    return application(everybody.customer, "Guindy Motors", about="Two lifts", areas=[{"city": "Guindy"}])


def told(center: ServiceCenter) -> list[tuple[str, str]]:
    events = Event.objects.filter(stream=f"person:{center.applicant_id}", subject=f"center:{center.id}")
    return [(event.name, event.data["application"]["status"]) for event in events.order_by("number")]


def test_who_applies_is_told_and_holds_nothing_yet(everybody: Cast, applied: ServiceCenter) -> None:
    assert (applied.status, applied.code, applied.approved_at) == ("applied", None, None)
    assert applied.about == "Two lifts"
    assert applied.latitude is not None
    assert told(applied) == [(CenterApplied.name, "applied")]
    assert not [role for role in roles_of(everybody.customer.id) if role.center_id == applied.id]


def test_approval_gives_the_code_and_the_administration(everybody: Cast, applied: ServiceCenter) -> None:
    approved = services.approve_center(actor=actor(everybody.network), center_id=applied.id)
    assert (approved.status, approved.code, approved.version) == ("approved", "GUIN", 2)
    assert approved.approved_at == approved.decided_at
    assert approved.decided_by_id == everybody.network.id
    assert actor(everybody.customer).holds(applied.id, "admin")
    assert StaffProfile.objects.get(user=everybody.customer).name == "Meena Raman"
    assert told(applied)[-1] == (CenterApproved.name, "approved")


def test_the_network_may_choose_the_code(everybody: Cast, applied: ServiceCenter) -> None:
    who = actor(everybody.network)
    with nothing_changes(), pytest.raises(Conflict) as refused:
        services.approve_center(actor=who, center_id=applied.id, code="ANN")
    assert refused.value.code == "code_taken"
    assert services.approve_center(actor=who, center_id=applied.id, code="GDY").code == "GDY"


def test_a_profile_that_is_there_stays(everybody: Cast) -> None:
    desk = everybody.rival.desk
    center = application(desk, "Guindy Motors")
    services.approve_center(actor=actor(everybody.network), center_id=center.id)
    assert StaffProfile.objects.get(user=desk).name == "Desk V."


def test_a_rejected_centre_applies_again(everybody: Cast, applied: ServiceCenter) -> None:
    network, applicant = actor(everybody.network), actor(everybody.customer)
    rejected = services.reject_center(actor=network, center_id=applied.id, reason=" No lift ")
    assert (rejected.status, rejected.rejected_reason) == ("rejected", "No lift")
    again = services.apply_again(
        actor=applicant, center_id=applied.id, version=rejected.version, about="Three lifts", areas=[]
    )
    assert (again.status, again.rejected_reason, again.decided_at, again.about) == (
        "applied",
        "",
        None,
        "Three lifts",
    )
    assert not again.service_areas.exists()
    assert services.approve_center(actor=network, center_id=applied.id).status == "approved"
    assert [name for name, _ in told(applied)] == [
        CenterApplied.name,
        CenterRejected.name,
        CenterApplied.name,
        CenterApproved.name,
    ]


def refusal(everybody: Cast, center: ServiceCenter, who: str, verb: str) -> type[DomainError] | None:
    people = {"network": everybody.network, "applicant": everybody.customer, "admin": everybody.home.admin}
    run = {
        "approve": lambda by: services.approve_center(actor=by, center_id=center.id),
        "reject": lambda by: services.reject_center(actor=by, center_id=center.id, reason="No lift"),
        "apply_again": lambda by: services.apply_again(actor=by, center_id=center.id),
    }[verb]
    try:
        run(actor(people[who]))
    except DomainError as error:
        return type(error)
    return None


@pytest.mark.parametrize("status", CENTER.states)
@pytest.mark.parametrize("verb", ["approve", "reject", "apply_again"])
@pytest.mark.parametrize("who", ["network", "applicant", "admin"])
def test_the_services_do_what_the_table_says(
    everybody: Cast, applied: ServiceCenter, status: str, verb: str, who: str
) -> None:
    ServiceCenter.objects.filter(pk=applied.id).update(status=status, code="GDY")
    letter = {"network": "N", "applicant": "P"}.get(who, "")
    allowed = verb in {move.verb for move in CENTER.verbs_from(status, letter)}
    own_verb = verb == "apply_again"
    if allowed:
        assert refusal(everybody, applied, who, verb) is None
        return
    with nothing_changes():
        refused = refusal(everybody, applied, who, verb)
    if own_verb:
        assert refused is (IllegalTransition if who == "applicant" else NotFound)
    else:
        assert refused is (IllegalTransition if who == "network" else Forbidden)


@pytest.mark.parametrize("verb", ["approve", "reject"])
@pytest.mark.parametrize("tie", ["applicant", "administrator"])
def test_nobody_of_the_network_decides_about_their_own(
    everybody: Cast, applied: ServiceCenter, tie: str, verb: str
) -> None:
    network = everybody.network
    if tie == "applicant":
        network.email_verified_at = applied.created_at
        network.save()
        ServiceCenter.objects.filter(pk=applied.id).update(applicant=network)
    else:
        Membership.objects.create(user=network, role="admin", center=applied)
    with nothing_changes():
        assert refusal(everybody, applied, "network", verb) is Forbidden
    another = person("another")
    Membership.objects.create(user=another, role="admin", center=None)
    assert services.approve_center(actor=actor(another), center_id=applied.id).status == "approved"


def test_an_email_must_be_proven_to_apply_and_to_be_approved(everybody: Cast, applied: ServiceCenter) -> None:
    stranger = everybody.stranger
    with nothing_changes(), pytest.raises(Conflict) as refused:
        services.apply_center(actor=actor(stranger), name="x", city="x", postcode="1", time_zone="UTC")
    assert refused.value.code == "email_not_proven"
    everybody.customer.is_active = False
    everybody.customer.save()
    with nothing_changes(), pytest.raises(Conflict):
        services.approve_center(actor=actor(everybody.network), center_id=applied.id)


def test_three_applications_may_wait(everybody: Cast, applied: ServiceCenter) -> None:
    for name in ("Two", "Three"):
        application(everybody.customer, name)
    with nothing_changes(), pytest.raises(Conflict) as refused:
        application(everybody.customer, "Four")
    assert refused.value.code == "applications_waiting"
    services.reject_center(actor=actor(everybody.network), center_id=applied.id, reason="No lift")
    assert application(everybody.customer, "Four").status == "applied"


def test_what_was_seen_must_be_what_is_there(everybody: Cast, applied: ServiceCenter) -> None:
    with nothing_changes(), pytest.raises(Stale):
        services.approve_center(actor=actor(everybody.network), center_id=applied.id, version=7)


def test_a_rejection_has_a_reason(everybody: Cast, applied: ServiceCenter) -> None:
    with nothing_changes(), pytest.raises(Invalid):
        services.reject_center(actor=actor(everybody.network), center_id=applied.id, reason="  ")


@pytest.mark.parametrize(
    ("areas", "code"),
    [
        ([{"city": "Guindy", "district": "Chennai"}], "area_invalid"),
        ([{}], "area_invalid"),
        ([{"city": "  "}], "area_invalid"),
        ([{"city": "Guindy"}, {"city": "GUINDY "}], "area_twice"),
    ],
)
def test_an_area_is_one_place_named_once(everybody: Cast, areas: list[dict[str, str]], code: str) -> None:
    home = everybody.home
    with nothing_changes(), pytest.raises(Invalid) as refused:
        services.update_center(actor=actor(home.admin), center_id=home.center.id, areas=areas)
    assert refused.value.code == code
    assert list(refused.value.fields) == [f"service_areas.{len(areas) - 1}"]


def test_areas_are_replaced_as_a_whole_and_those_that_stay_are_left(everybody: Cast) -> None:
    home = everybody.home

    def write(*areas: dict[str, str]) -> dict[str, object]:
        center = services.update_center(actor=actor(home.admin), center_id=home.center.id, areas=areas)
        return {area.city or area.district or area.postcode: area.id for area in center.service_areas.all()}

    before = write({"city": "Guindy"}, {"district": "Chennai"}, {"postcode": "600001"})
    after = write({"postcode": "600001"}, {"city": "Porur"})
    assert set(after) == {"600001", "Porur"}
    assert after["600001"] == before["600001"]
    assert write() == {}


def test_a_centre_gets_the_position_of_its_postcode_and_keeps_the_one_it_said(everybody: Cast) -> None:
    home = everybody.home
    assert (str(home.center.latitude), str(home.center.longitude)) == ("13.085000", "80.210000")
    who = actor(home.admin)
    said = services.update_center(actor=who, center_id=home.center.id, latitude="13.1", longitude="80.3")
    assert services.update_center(actor=who, center_id=home.center.id, address="x").latitude == said.latitude
    moved = services.update_center(actor=who, center_id=home.center.id, postcode="625001")
    assert float(moved.latitude or 0) == pytest.approx(9.918)
    away = services.update_center(actor=who, center_id=home.center.id, postcode="ZZ9")
    assert (away.latitude, away.longitude) == (None, None)
    with nothing_changes(), pytest.raises(Invalid) as refused:
        services.update_center(actor=who, center_id=home.center.id, latitude="13.1")
    assert refused.value.code == "position_incomplete"
