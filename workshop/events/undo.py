"""Undo: the rows as they were before a command, kept with its event for ten real seconds.

A service calls `remember` before it changes a row and `remember_new` after it made one; `revert` puts everything the
last event of a subject set off back, for the same person, while nothing else happened to the subject.
"""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import models

from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Conflict

from . import unit
from .models import Event

ALWAYS_NEW = {"version", "updated_at"}
"""Columns that an undo moves on instead of back. A model names more, which are worked out anew, in `derived_fields`."""


@dataclass(slots=True)
class Reverted:
    """What an undo did: the event undone, the rows put back, and the ids of rows taken away by model label."""

    event: Event
    restored: list[models.Model] = field(default_factory=list)
    removed: dict[str, list[UUID]] = field(default_factory=dict)


def remember(row: models.Model) -> None:
    """Note how a row is now, once per command, before it is changed."""
    work = unit.required()
    label, key = row._meta.label_lower, str(row.pk)
    if any(entry["model"] == label and entry["id"] == key for entry in work.before):
        return
    skipped = ALWAYS_NEW.union(getattr(row, "derived_fields", ()))
    now = vars(row)
    fields = {f.attname: now[f.attname] for f in row._meta.concrete_fields if f.attname not in skipped}
    work.before.append({"model": label, "id": key, "fields": fields})


def remember_new(row: models.Model) -> None:
    """Note that the running command made this row."""
    unit.required().before.append({"model": row._meta.label_lower, "id": str(row.pk), "fields": None})


def revert(*, actor: Actor, stream: str, subject: str) -> Reverted:
    """Put back what the last event of the subject set off. Versions go up, never back.

    Raises Conflict `nothing_to_undo`, `not_yours_to_undo` or `undo_too_late`.
    """
    event = Event.objects.filter(stream=stream, subject=subject).order_by("-number").first()
    if event is None or event.before is None:
        raise Conflict("nothing_to_undo", "The last thing that happened here cannot be undone.")
    if event.actor_id != actor.id:
        raise Conflict("not_yours_to_undo", "Somebody else did something here since.")
    if real_now() - event.recorded_at > settings.UNDO_WINDOW:
        raise Conflict(
            "undo_too_late",
            f"Undo is possible for {settings.UNDO_WINDOW.seconds} seconds only.",
            next="Put it right with the action that leads back.",
        )
    done = Reverted(event)
    for entry in reversed(event.before):
        model = apps.get_model(entry["model"])
        if entry["fields"] is None:
            model._default_manager.filter(pk=entry["id"]).delete()
            done.removed.setdefault(entry["model"], []).append(UUID(entry["id"]))
        else:
            done.restored.append(_restore(model, entry))
    return done


def _restore(model: type[models.Model], entry: dict[str, Any]) -> models.Model:
    row = model._default_manager.get(pk=entry["id"])
    for column in model._meta.concrete_fields:
        if column.attname in entry["fields"]:
            setattr(row, column.attname, column.to_python(entry["fields"][column.attname]))
    if hasattr(row, "version"):
        row.version += 1
    row.save()
    return row
