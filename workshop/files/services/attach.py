"""Attach uploaded files to what they are about."""

from collections.abc import Sequence
from uuid import UUID

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Invalid

from ..models import StoredFile
from ..selectors import attached_to, uploaded_by


@command
def attach(
    *, actor: Actor, visitor_key: str = "", file_ids: Sequence[UUID], subject: str, most: int = 6
) -> list[StoredFile]:
    """Attach files to a subject, e.g. `appointment:<id>`, after those it has; return all it has then, in order.

    Only the uploader's own are found, and only those attached to nothing else; what is attached already stays where it
    is. Raises Invalid `files_not_found`, and `too_many_files` for more than `most` in all; then nothing is attached.
    """
    wanted = list(dict.fromkeys(file_ids))
    mine = uploaded_by(actor, visitor_key).filter(pk__in=wanted, subject__in=("", subject))
    found = {file.id: file for file in mine.select_for_update(no_key=True).order_by("id")}
    if missing := [id for id in wanted if id not in found]:
        raise Invalid(
            "files_not_found",
            f"{len(missing)} of these files cannot be found any more.",
            next="Remove them and upload them again.",
            fields={"file_ids": [f"{id} is not a file that you uploaded for this." for id in missing]},
        )
    there = list(attached_to(subject))
    fresh = [found[id] for id in wanted if not found[id].subject]
    if len(there) + len(fresh) > most:
        said = f"There may be {most} files at most, and this would make {len(there) + len(fresh)}."
        raise Invalid("too_many_files", said, next="Leave some out.", fields={"file_ids": [said]})
    last = there[-1].position if there else 0
    for position, file in enumerate(fresh, start=last + 1):
        file.subject, file.position = subject, position
        file.save(update_fields=["subject", "position"])
    return [*there, *fresh]
