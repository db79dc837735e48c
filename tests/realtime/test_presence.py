"""The desk sees which of its people are here; nobody else does, and Redis may be away."""

import pytest

from tests.cast import cast
from workshop.embedded.redis import Redis

from .browser import Browser, Message
from .conftest import Browse, Serve
from .people import enter, session_of
from .serving import Server

pytestmark = pytest.mark.django_db(transaction=True)


def is_about(user_id: str, type: str, message: Message) -> bool:
    online = [thing["id"] for thing in message.get("data", {}).get("online", [])]
    gone = message.get("data", {}).get("removed", {}).get("online", [])
    return message["type"] == type and user_id in (*online, *gone)


@pytest.mark.xdist_group("sockets")
def test_desk_sees_its_people_come_and_go(hurried: Server, browse: Browse) -> None:
    everybody = cast()
    home = everybody.home
    desk = enter(browse(hurried.port), session_of(home.desk))
    desk.subscribe(f"center.{home.center.id}.desk")
    rival = enter(browse(hurried.port), session_of(everybody.rival.desk))
    rival.subscribe(f"center.{everybody.rival.center.id}.desk")
    customer = enter(browse(hurried.port), session_of(everybody.customer))
    tech = Browser(hurried.port)
    enter(tech, session_of(home.tech))
    who = str(home.tech.id)
    came = desk.until(lambda message: is_about(who, "user:online", message))
    assert "seq" not in came
    late = enter(browse(hurried.port), session_of(home.admin))
    late.subscribe(f"center.{home.center.id}.desk")
    assert is_about(who, "user:online", late.read())
    tech.connection.close()
    desk.until(lambda message: is_about(who, "user:offline", message))
    for other in (rival, customer):
        other.settled()
        assert not any(is_about(who, "user:online", message) for message in other.said)
    assert not any(is_about(str(everybody.customer.id), "user:online", message) for message in desk.said)


def test_redis_away_changes_nobodys_presence(serve: Serve, browse: Browse, redis: Redis) -> None:
    server = serve(without="patience", REDIS_URL=redis.url)
    home = cast().home
    desk = enter(browse(server.port), session_of(home.desk))
    desk.subscribe(f"center.{home.center.id}.desk")
    desk.until(lambda message: is_about(str(home.desk.id), "user:online", message))
    redis.stop()
    assert desk.settled(3.0)[-1]["type"] == "user:online"
    assert desk.subscribe("me")["type"] == "subscribed"
