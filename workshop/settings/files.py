"""Files: where uploads lie, what one may be, and how long its links last."""

from datetime import timedelta
from typing import Any

from .env import VAR, env

MIB = 1024 * 1024
FILE_BYTES = 10 * MIB
UPLOAD_BODY_BYTES = 11 * MIB
"""A file with the form around it; nginx allows as much."""
IMAGE_PIXELS = 40_000_000
IMAGE_SIDE = 8192
IMAGE_STORED_SIDE = 2560
IMAGE_QUALITY = 85
THUMBNAIL_SIDE = 480
THUMBNAIL_QUALITY = 80

FILE_LINK_LIFETIME = timedelta(hours=12)
"""A shift: a board that is open all day keeps its pictures."""
FILE_LINK_STEP = timedelta(hours=1)
"""A link stays the same for so long, so that browsers find what they have kept."""
FILES_UNATTACHED_FOR = timedelta(hours=24)

DATA_UPLOAD_MAX_NUMBER_FILES = 1


def uploads() -> dict[str, Any]:
    """Return the storage of uploads: a bucket when the environment names one, else a folder beside the data."""
    bucket = env.str("UPLOADS_BUCKET", default="")
    if not bucket:
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {
                "location": VAR / "uploads",
                "file_permissions_mode": 0o600,
                "directory_permissions_mode": 0o700,
            },
        }
    return {
        "BACKEND": "workshop.files.bucket.Bucket",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": env.str("UPLOADS_ENDPOINT", default="") or None,
            "region_name": env.str("UPLOADS_REGION", default="") or None,
            "access_key": env.str("UPLOADS_ACCESS_KEY", default="") or None,
            "secret_key": env.str("UPLOADS_SECRET_KEY", default="") or None,
        },
    }


STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "uploads": uploads(),
}
