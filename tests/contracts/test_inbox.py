"""An inbox plus its frames equals a fresh inbox: whatever happens to a visit, and whatever is read of it."""

import os
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest

from tests.cast import actor, at_noon, cast
from tests.contracts.life import Command, Life, life
from tests.contracts.reducing import applied, comparable
from tests.contracts.test_convergence import keep, told
from tests.door import Door
from tests.workshop.notifications.telling import relayed
from workshop.accounts.models import User
from workshop.notifications.models import Notification
from workshop.notifications.services import read_all, read_notification
from workshop.scheduling import services as scheduling

pytestmark = pytest.mark.django_db


def fetched(door: Door) -> dict[str, Any]:
    """Return the live document that a browser makes of the list."""
    page = door.get("/api/users/notifications?limit=200").json()  # type: ignore[attr-defined]
    return {"notifications": page["results"], **{name: page[name] for name in ("inbox", "topic", "seq")}}


def reading(user: User) -> list[Command]:
    """Return the commands on what somebody was told."""

    def first() -> Any:
        unread = Notification.objects.filter(user=user, channel="app", state="sent", is_read=False)
        row = unread.order_by("id").first()
        return row and read_notification(actor=actor(user), notification_id=row.id)

    return [("read", first), ("read all", lambda: read_all(actor=actor(user)))]


def commands_of(one: Life, commands: Iterator[Command]) -> Iterator[Command]:
    """Yield the life of a visit that its customer moves once it is booked, read by customer and desk here and there."""
    home, owner = one.cast.home, actor(one.owner)

    def move(days: int) -> Callable[[], Any]:
        return lambda: scheduling.reschedule(
            actor=owner, appointment_id=one.appointment.id, start=at_noon(home.center, days=days)
        )

    both = [*reading(one.owner), *reading(home.desk)]
    moves: list[Command] = [("customer moves", move(4)), ("back again", move(1)), ("moves on", move(5))]
    for name, run in commands:
        yield name, run
        if name == "accept":
            yield from [*moves, *both]
    yield from both


def test_whatever_happens_both_inboxes_converge() -> None:
    everybody = cast()
    one, commands = life(everybody)
    doors = {"customer.inbox": Door(one.owner), "desk.inbox": Door(everybody.home.desk)}
    users = {"customer.inbox": one.owner, "desk.inbox": everybody.home.desk}
    frames: dict[str, int] = dict.fromkeys(doors, 0)
    recordings: list[dict[str, Any]] = []
    number = count(1)
    for name, run in commands_of(one, commands):
        before = {label: fetched(door) for label, door in doors.items()}
        run()
        relayed()
        for label, door in doors.items():
            data = told(actor(users[label]), before[label])
            assert data is not None
            document = before[label]
            for change in data:
                document = applied(document, change)
            after = fetched(door)
            assert comparable(document) == comparable(after), f"{label} diverges after {name}"
            frames[label] += len(data)
            if data:
                recordings.append(
                    {
                        "name": f"{next(number)} {name}, {label}",
                        "before": before[label],
                        "frames": [{"data": one} for one in data],
                        "after": after,
                    }
                )
    assert frames["customer.inbox"] > 5
    assert frames["desk.inbox"] > 2
    if os.environ.get("WRITE_RECORDINGS"):
        keep(recordings)


def test_a_frame_that_is_lost_is_noticed() -> None:
    """The twin: without its frame, an inbox differs."""
    everybody = cast()
    one, _ = life(everybody)
    door = Door(one.owner)
    held = fetched(door)
    relayed()
    assert comparable(held) != comparable(fetched(door))
