"""Keep a picture that somebody uploads, drawn anew."""

import hashlib
from typing import IO

from workshop.events.command import perform
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Forbidden

from .. import storage
from ..models import StoredFile
from ..pictures import SUFFIXES, WEBP, encode
from ..policies import can_store


def store_image(*, actor: Actor, visitor_key: str = "", upload: IO[bytes]) -> StoredFile:
    """Keep the picture that an upload shows, attached to nothing yet.

    It belongs to the person or, without an account, to who has the `visitor_key`. Raises Forbidden without either,
    what `pictures.encode` raises, and Unavailable `storage_unavailable`. Decoding and writing bytes take long, so the
    command begins after them: without its row they are swept.
    """
    if not can_store(actor, visitor_key):
        raise Forbidden
    picture = encode(upload)
    person = actor.id if actor.kind == "person" else None
    file = StoredFile(
        content_type=picture.content_type,
        bytes=len(picture.content),
        width=picture.width,
        height=picture.height,
        sha256=hashlib.sha256(picture.content).hexdigest(),
        storage_name=storage.put(picture.content, SUFFIXES[picture.content_type]),
        thumbnail_name=storage.put(picture.thumbnail, SUFFIXES[WEBP]),
        uploaded_by_id=person,
        visitor_key="" if person else visitor_key,
    )
    perform(lambda: file.save(force_insert=True), actor=actor, name="store_image")
    return file
