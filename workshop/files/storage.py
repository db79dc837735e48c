"""The bytes of files: written before their rows are, and deleted after them."""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from workshop.kernel.errors import NotFound, Unavailable


def put(content: bytes, suffix: str) -> str:
    """Write bytes under a new random name and return it. Raises Unavailable `storage_unavailable`."""
    with _answering():
        return _uploads().save(f"{secrets.token_hex(20)}.{suffix}", ContentFile(content))


def read(name: str) -> bytes:
    """Return what was written under a name. Raises NotFound, and Unavailable `storage_unavailable`."""
    try:
        with _answering(), _uploads().open(name) as file:
            content: bytes = file.read()
    except FileNotFoundError as error:
        raise NotFound from error
    return content


def remove(names: Iterable[str]) -> None:
    """Delete what was written under these names; what is gone already is fine."""
    with _answering():
        for name in names:
            _uploads().delete(name)


def written_before(names: Iterable[str], moment: datetime) -> Iterator[str]:
    """Yield those of these names that were written before a moment and are there still."""
    for name in names:
        try:
            with _answering():
                old = _uploads().get_modified_time(name) < moment
        except FileNotFoundError:
            continue
        if old:
            yield name


def all_names() -> list[str]:
    """Return every name there is."""
    try:
        with _answering():
            return _uploads().listdir("")[1]
    except FileNotFoundError:
        return []


def _uploads() -> Storage:
    return storages["uploads"]


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise
    except (OSError, BotoCoreError, ClientError) as error:
        raise Unavailable(
            "storage_unavailable",
            "Files can be neither kept nor shown just now.",
            next="Nothing was lost. Try again in a moment.",
        ) from error
