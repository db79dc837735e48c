"""What every row of the domain has: a UUIDv7 key, when it was made and changed, and its history."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import pghistory
from django.db import models

from workshop.kernel.clock import real_now
from workshop.kernel.ids import uuid7

Model = TypeVar("Model", bound=type[models.Model])


class Row(models.Model):
    """The base of every domain model."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    created_at = models.DateTimeField(default=real_now, editable=False)
    updated_at = models.DateTimeField(default=real_now)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, moving `updated_at` along whenever only some fields are written."""
        self.updated_at = real_now()
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "updated_at"}
        super().save(*args, **kwargs)


def tracked(*, exclude: Sequence[str] = ()) -> Callable[[Model], Model]:
    """Keep every insert, update and delete of the model in `<Model>History`, written by triggers, append-only.

    `exclude` names the fields that must never enter history (secrets).
    """

    def track(model: Model) -> Model:
        decorate = pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            exclude=list(exclude) or None,
            model_name=f"{model.__name__}History",
        )
        decorated: Model = decorate(model)
        return decorated

    return track
