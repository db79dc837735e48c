"""What audiences see of a file."""

from typing import Any

from .links import THUMBNAIL, signed_url
from .models import StoredFile


def file_shape(file: StoredFile) -> dict[str, Any]:
    """Return a file with links that end; its size is in pixels."""
    return {
        "id": str(file.id),
        "url": signed_url(file),
        "thumbnail_url": signed_url(file, variant=THUMBNAIL),
        "width": file.width,
        "height": file.height,
        "content_type": file.content_type,
    }
