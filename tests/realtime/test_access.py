"""Who loses access loses the topics, or the socket, within 5 s, whether or not a doorbell rings."""

import time
from uuid import UUID, uuid4

import pytest

from tests.cast import House, cast, house, person
from workshop.accounts import services as accounts
from workshop.accounts.models import LinkSession, SignInSession, User
from workshop.accounts.services.links import link_token
from workshop.centers import services as centers
from workshop.centers.models import Membership
from workshop.kernel.actor import SYSTEM, VISITOR, Actor
from workshop.kernel.clock import real_now

from .browser import Browser
from .conftest import Browse
from .people import enter, session_of
from .sample import AccessMoved, announce, tap
from .serving import Server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("sockets")]


@pytest.fixture
def home() -> House:
    """A centre with its people."""
    return house("ANN", "Anna Nagar")


def end_role(user: User) -> None:
    for membership in Membership.objects.filter(user=user):
        centers.end_membership(actor=SYSTEM, membership_id=membership.id)


@pytest.mark.parametrize("which", ["server", "deaf"])
def test_lost_role_loses_the_topics_of_the_centre(
    request: pytest.FixtureRequest, browse: Browse, home: House, which: str
) -> None:
    server: Server = request.getfixturevalue(which)
    topic = f"sample.{home.center.id}.staff"
    browser, other = (enter(browse(server.port), session_of(user)) for user in (home.desk, home.admin))
    for each in (browser, other):
        assert each.subscribe(topic)["type"] == "subscribed"
    assert browser.subscribe("me")["type"] == "subscribed"
    began = time.monotonic()
    end_role(home.desk)
    error = browser.until(lambda message: message["type"] == "error")
    assert (error["code"], error["topic"]) == ("forbidden", topic)
    assert time.monotonic() - began < 5
    tap(center=home.center.id, thing=uuid4(), version=1, secret="key in the drawer")
    other.until(lambda message: message["type"] == "thing:tapped")
    assert "thing:tapped" not in {frame["type"] for frame in browser.settled()}
    assert browser.subscribe("me")["type"] == "subscribed"


def test_changed_role_is_another_audience_and_fetches_again(
    server: Server, browse: Browse, home: House
) -> None:
    topic = f"sample.{home.center.id}.staff"
    browser = enter(browse(server.port), session_of(home.tech))
    browser.subscribe(topic)
    centers.give_role(actor=SYSTEM, user_id=home.tech.id, role="staff", center_id=home.center.id)
    assert browser.until(lambda message: message["type"] == "resync")["topic"] == topic
    assert browser.subscribe(topic)["type"] == "subscribed"
    tap(center=home.center.id, thing=uuid4(), version=1, secret="key in the drawer")
    frame = browser.until(lambda message: message["type"] == "thing:tapped")
    assert frame["data"]["things"][0]["secret"] == "key in the drawer"


def test_unchanged_access_misses_nothing_and_hears_nothing_twice(
    server: Server, browse: Browse, home: House
) -> None:
    center, thing = home.center.id, uuid4()
    browser = enter(browse(server.port), session_of(home.desk))
    browser.subscribe(f"sample.{center}.staff")
    browser.subscribe(f"sample.{center}.thing.{thing}")
    for version in range(1, 31):
        tap(center=center, thing=thing, version=version)
        if version % 3 == 0:
            announce(AccessMoved(stream=f"center:{center}", subject=f"thing:{thing}"))
        if version % 5 == 0:
            announce(AccessMoved(stream=f"person:{home.desk.id}", subject=f"person:{home.desk.id}"))
    browser.until_frames(60)
    browser.settled()
    for kind in ("staff", f"thing.{thing}"):
        told = [frame["version"] for frame in browser.frames() if frame["topic"] == f"sample.{center}.{kind}"]
        assert told == list(range(1, 31))


def test_signing_out_closes_the_sockets_of_that_session_only(server: Server, browse: Browse) -> None:
    user = person("meena")
    here, there = session_of(user), session_of(user)
    left, kept = enter(browse(server.port), here), enter(browse(server.port), there)
    kept.subscribe("me")
    accounts.sign_out(actor=here, session_id=here.session_id)
    assert left.until_closed() == 4401
    assert left.said[-1]["code"] == "session_ended"
    frame = kept.until_frames(1)[0]
    assert frame["data"] == {"removed": {"sessions": [str(here.session_id)]}}
    assert kept.subscribe("me")["type"] == "subscribed"


def test_new_password_closes_every_other_socket(server: Server, browse: Browse) -> None:
    user = person("meena")
    user.set_password("quiet torque wrench")
    user.save()
    here, there = session_of(user), session_of(user)
    kept, left = enter(browse(server.port), here), enter(browse(server.port), there)
    accounts.change_password(actor=here, current="quiet torque wrench", new="loud impact driver")
    assert left.until_closed() == 4401
    assert kept.subscribe("me")["type"] == "subscribed"


def test_deactivated_person_is_closed(server: Server, browse: Browse) -> None:
    everybody = cast()
    browser = enter(browse(server.port), session_of(everybody.customer))
    network = Actor("system")
    accounts.deactivate(actor=network, person_id=everybody.customer.id)
    assert browser.until_closed() == 4401


def test_revoked_link_closes_its_holder(server: Server, browse: Browse) -> None:
    user = person("meena")
    browser, link_id = holder_of_a_link(server, browse, user)
    accounts.revoke_link(actor=SYSTEM, link_id=link_id)
    assert browser.until_closed() == 4401


def holder_of_a_link(server: Server, browse: Browse, user: User) -> tuple[Browser, UUID]:
    link = accounts.issue_link(
        actor=SYSTEM,
        kind="visit",
        subject_id=uuid4(),
        person_id=user.id,
        expires_at=real_now().replace(year=2099),
    )
    session, _, _ = accounts.exchange_link(actor=VISITOR, token=link_token(link))
    browser = browse(server.port)
    actor = Actor("link", user.id, session_id=session.id)
    assert browser.authenticate(accounts.issue_ticket(actor=actor))["person"] == str(user.id)
    assert browser.subscribe("me")["code"] == "forbidden"
    return browser, link.id


def test_session_that_expires_is_closed(hurried: Server, browse: Browse) -> None:
    user = person("meena")
    browser = enter(browse(hurried.port), session_of(user))
    linked, _ = holder_of_a_link(hurried, browse, user)
    SignInSession.objects.update(expires_at=real_now())
    LinkSession.objects.update(expires_at=real_now())
    assert browser.until_closed() == 4401
    assert linked.until_closed() == 4401


def test_access_lost_while_subscribing_is_noticed(server: Server, browse: Browse, home: House) -> None:
    topic = f"sample.{home.center.id}.staff"
    for turn in range(6):
        user = person(f"brief{turn}")
        centers.give_role(actor=SYSTEM, user_id=user.id, role="staff", center_id=home.center.id)
        browser = enter(browse(server.port), session_of(user))
        browser.send(type="subscribe", topic=topic)
        end_role(user)
        error = browser.until(lambda message: message["type"] == "error")
        assert error["code"] == "forbidden"


def test_twin_without_rechecks_goes_on_telling(careless: Server, browse: Browse, home: House) -> None:
    browser = enter(browse(careless.port), session_of(home.desk))
    browser.subscribe(f"sample.{home.center.id}.staff")
    end_role(home.desk)
    tap(center=home.center.id, thing=uuid4(), version=1)
    assert browser.until_frames(1)[0]["type"] == "thing:tapped"


def test_each_topic_is_closed_to_strangers(server: Server, browse: Browse) -> None:
    everybody = cast()
    home = everybody.home
    stranger = enter(browse(server.port), session_of(everybody.stranger))
    rival = enter(browse(server.port), session_of(everybody.rival.admin))
    topics: list[str] = [
        f"center.{home.center.id}.desk",
        f"center.{home.center.id}.floor",
        f"center.{home.center.id}.queue.{home.tech.id}",
        f"job.{uuid4()}",
        f"appointment.{UUID(int=7)}",
    ]
    for browser in (stranger, rival):
        for topic in topics:
            assert browser.subscribe(topic)["code"] == "forbidden"
