"""A form with one file in it, of which nothing is read when it says that it is too large."""

from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from rest_framework.parsers import DataAndFiles, MultiPartParser

from workshop.kernel.errors import Invalid, TooLarge


class OneFile(MultiPartParser):
    """Reads a form. Raises TooLarge `file_too_large`, and Invalid `form_invalid` or `body_incomplete`."""

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> DataAndFiles:
        """Return the fields and the file of a form."""
        length = int((parser_context or {})["request"].META["CONTENT_LENGTH"])
        if length > settings.UPLOAD_BODY_BYTES:
            most = f"A file may have {settings.FILE_BYTES // settings.MIB} MiB at most."
            raise TooLarge("file_too_large", most, next="Send a smaller one.", fields={"file": [most]})
        try:
            return super().parse(stream, media_type, parser_context)
        except SuspiciousOperation as error:
            raise Invalid("form_invalid", "A form holds one file, and no long texts.") from error
        except OSError as error:
            raise Invalid("body_incomplete", "The request ended too early.", next="Send it again.") from error
