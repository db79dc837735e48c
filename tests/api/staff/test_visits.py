"""POST /api/staff/visits/{appointment}/link."""

from tests.api.conftest import As
from tests.cast import Cast, House, actor, appointment
from workshop.accounts import services as accounts
from workshop.accounts.models import AccessLink


def test_the_link_opens_the_visit_and_is_the_same_each_time(as_: As, everybody: Cast, home: House) -> None:
    visit = appointment(home, everybody.customer)
    desk = as_(home.desk)
    made = desk.does(f"/api/staff/visits/{visit.id}/link")
    assert desk.does(f"/api/staff/visits/{visit.id}/link")["url"] == made["url"]
    assert AccessLink.objects.get().person_id == everybody.customer.id

    phone = as_(None)
    opened = phone.does("/api/public/links/exchange", {"token": made["url"].rpartition("/")[2]})
    assert opened["id"] == str(visit.id)
    assert phone.reads(f"/api/public/visits/{visit.id}")["appointment"]["id"] == str(visit.id)


def test_a_revoked_link_is_made_anew_with_another_token(as_: As, everybody: Cast, home: House) -> None:
    visit = appointment(home, everybody.customer)
    desk = as_(home.desk)
    old = desk.does(f"/api/staff/visits/{visit.id}/link")["url"]
    accounts.revoke_link(actor=actor(home.desk), link_id=AccessLink.objects.get().id)
    assert desk.does(f"/api/staff/visits/{visit.id}/link")["url"] != old
    as_(None).refused(
        "/api/public/links/exchange", {"token": old.rpartition("/")[2]}, status=404, code="link_invalid"
    )


def test_only_the_desk_of_the_centre_gets_it(as_: As, everybody: Cast, home: House) -> None:
    visit = appointment(home, everybody.customer)
    path = f"/api/staff/visits/{visit.id}/link"
    as_(everybody.rival.desk).refused(path, status=404, code="not_found")
    as_(home.tech).refused(path, status=403, code="insufficient_permissions")
    as_(everybody.customer).refused(path, status=403, code="insufficient_permissions")
