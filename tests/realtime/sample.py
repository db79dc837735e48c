"""A small noun of the tests' own: topics of three kinds on a centre's stream, and the events they tell."""

from typing import Any
from uuid import UUID

from realtime.access import changes_access
from realtime.projections.registry import Frame, projects
from realtime.topics.registry import Grant, Topic, topic
from workshop.accounts.models import User
from workshop.events.command import command
from workshop.events.event import DomainEvent, Recorded
from workshop.events.log import record
from workshop.kernel.actor import SYSTEM, Actor


class Tapped(DomainEvent):
    """A thing was tapped. `data`: thing, secret."""


class AccessMoved(DomainEvent):
    """Who may see the subject has changed."""


class Broken(DomainEvent):
    """An event whose projection fails."""


changes_access(AccessMoved)


@topic("sample.{center}")
def sample(actor: Actor, topic: Topic) -> Grant | None:
    """Let everybody hear the whole centre."""
    return Grant(f"center:{topic.ids[0]}", "desk" if actor.at_desk(topic.ids[0]) else "public")


@topic("sample.{center}.thing.{thing}")
def sample_thing(actor: Actor, topic: Topic) -> Grant | None:
    """Let everybody hear one thing."""
    center, thing = topic.ids
    return Grant(f"center:{center}", "public", subject=f"thing:{thing}")


@topic("sample.{center}.staff")
def sample_staff(actor: Actor, topic: Topic) -> Grant | None:
    """Let only those who hold a role at the centre hear."""
    if not actor.holds(topic.ids[0], "staff", "admin", "technician"):
        return None
    return Grant(f"center:{topic.ids[0]}", "desk" if actor.at_desk(topic.ids[0]) else "technician")


@topic("sample.{center}.since")
def sample_since(actor: Actor, topic: Topic) -> Grant | None:
    """Let people hear, since the moment they were made."""
    held_since = User.objects.values_list("created_at", flat=True).get(pk=actor.id)
    return Grant(f"center:{topic.ids[0]}", "public", held_since=held_since)


@projects(Tapped, on=("sample", "sample.thing", "sample.staff", "sample.since"))
def tapped(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Show the thing to everybody and its secret to the desk."""
    thing = event.data["thing"]
    if audience != "desk":
        thing = {key: value for key, value in thing.items() if key != "secret"}
    return [Frame("thing:tapped", {"things": [thing]}, version=thing["version"])]


@projects(Broken, on=("sample",))
def broken(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Fail."""
    raise LookupError("this projection is broken")


@command
def tap(*, center: UUID, thing: UUID, version: int, times: int = 1, **more: Any) -> None:
    """Tap a thing, `times` times in one transaction, with rising versions."""
    for turn in range(times):
        data = {"thing": {"id": str(thing), "version": version + turn, **more}}
        record(Tapped(stream=f"center:{center}", subject=f"thing:{thing}", data=data), actor=SYSTEM)


@command
def announce(event: DomainEvent) -> None:
    """Record any event."""
    record(event, actor=SYSTEM)
