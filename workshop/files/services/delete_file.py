"""Take back a file that was uploaded and not used."""

from uuid import UUID

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Conflict, NotFound

from ..selectors import uploaded_by


@command
def delete_file(*, actor: Actor, visitor_key: str = "", file_id: UUID) -> None:
    """Delete a file that the actor uploaded; its links end at once, its bytes go with the next sweep.

    Raises NotFound for anybody else's, and Conflict `file_attached` once it belongs to something.
    """
    file = uploaded_by(actor, visitor_key).select_for_update(no_key=True).filter(pk=file_id).first()
    if file is None:
        raise NotFound
    if file.subject:
        raise Conflict(
            "file_attached",
            "This file was sent already and belongs to what it was sent for.",
            next="Ask the service centre to remove it.",
        )
    file.deleted_at = real_now()
    file.save(update_fields=["deleted_at"])
