"""The verbs of files."""

from .attach import attach
from .delete_file import delete_file
from .store_image import store_image
from .sweep import sweep

__all__ = ["attach", "delete_file", "store_image", "sweep"]
