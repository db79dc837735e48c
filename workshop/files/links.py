"""Links to files: signed, for one variant each, and only for a time."""

from datetime import datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings

from workshop.accounts import tokens
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Gone, NotFound

from .models import StoredFile

FULL, THUMBNAIL = "full", "thumbnail"
VARIANTS = (FULL, THUMBNAIL)
ASK_AGAIN = "Open the page that shows the file again."


def signed_url(
    file: StoredFile, *, variant: str = FULL, lasts: timedelta | None = None, at: datetime | None = None
) -> str:
    """Return the path under which anybody who has it may read a file.

    It lasts for at least `lasts` (12 h unless told otherwise), up to an hour longer, and within an hour it is the same.
    """
    step = int(settings.FILE_LINK_STEP.total_seconds())
    end = (at or real_now()) + (lasts or settings.FILE_LINK_LIFETIME)
    expires = -(-int(end.timestamp() + 1) // step) * step
    query = urlencode({"expires": expires, "signature": tokens.seal(_purpose(variant), file.id, expires)})
    return f"/api/files/{file.id}/{variant}?{query}"


def check_link(
    file_id: UUID, variant: str, *, expires: str, signature: str, at: datetime | None = None
) -> timedelta:
    """Return for how long a link goes on lasting.

    Raises NotFound `file_link_invalid` for one that was not made here, and Gone `file_link_expired`.
    """
    proven = tokens.unseal(_purpose(variant), signature) if variant in VARIANTS else None
    if proven is None or (str(proven[0]), str(proven[1])) != (str(file_id), expires):
        raise NotFound("file_link_invalid", "This link to a file is not valid.", next=ASK_AGAIN)
    left = proven[1] - (at or real_now()).timestamp()
    if left <= 0:
        raise Gone("file_link_expired", "This link to a file has expired.", next=ASK_AGAIN)
    return timedelta(seconds=left)


def _purpose(variant: str) -> str:
    return f"file-{variant}"
