"""Bodies as they must be: unknown fields are named and refused, read-only ones may come back only unchanged."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.core.validators import RegexValidator
from rest_framework import serializers

UNKNOWN = "This field is not known here."
READ_ONLY = "This field cannot be changed here."
# Each bracket, dot and hyphen is escaped, for a browser reads the pattern too and takes none of them bare.
BETWEEN = r"[\s\(\)\.\-]"
NUMBER = rf"{BETWEEN}*\+?(?:{BETWEEN}*[0-9]){{7,15}}{BETWEEN}*"
NO_NUMBER = "Enter a phone number of 7 to 15 digits, like +91 98400 12345."
EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


class StrictSerializer(serializers.Serializer[Any]):
    """A body whose every field is known. For a PUT give it the instance and `partial=True`."""

    def to_internal_value(self, data: Any) -> Any:
        """Return the validated values; raise ValidationError that names every field that is wrong."""
        wrong = self._strangers(data) if isinstance(data, Mapping) else {}
        try:
            values = super().to_internal_value(data)
        except serializers.ValidationError as error:
            if wrong and isinstance(error.detail, dict):
                error.detail.update(wrong)
            raise
        if wrong:
            raise serializers.ValidationError(wrong)
        return values

    def _strangers(self, data: Mapping[str, Any]) -> dict[str, Any]:
        fields = self.fields
        wrong: dict[str, Any] = {name: [UNKNOWN] for name in data if name not in fields}
        seen = [name for name in data if name in fields and fields[name].read_only]
        if seen:
            now = self._representation()
            wrong |= {name: [READ_ONLY] for name in seen if name not in now or now[name] != data[name]}
        return wrong

    def _representation(self) -> Mapping[str, Any]:
        if self.instance is None:
            return {}
        shown: Mapping[str, Any] = self.to_representation(self.instance)
        return shown


class WholeBody(StrictSerializer):
    """One of a list that is given as a whole: what it requires is required within a `ChangeBody` as well."""

    def to_internal_value(self, data: Any) -> Any:
        """Return the validated values; raise ValidationError that names every field that is wrong or missing."""
        held = data if isinstance(data, Mapping) else {}
        lacking = {
            name: [field.error_messages["required"]]
            for name, field in self.fields.items()
            if field.required and name not in held
        }
        if lacking and isinstance(data, Mapping):
            raise serializers.ValidationError(lacking)
        return super().to_internal_value(data)


class ChangeBody(StrictSerializer):
    """The body of a PUT on `instance`, the thing as GET shows it, JSON-ready.

    The fields named here may be changed, and none is required. The thing's other fields may come back as they are.
    """

    def __init__(self, instance: Mapping[str, Any] | None = None, data: Any = serializers.empty) -> None:
        super().__init__(instance, data=data, partial=data is not serializers.empty)

    def get_fields(self) -> dict[str, Any]:
        """Return the fields, all of which may be left out."""
        fields: dict[str, Any] = super().get_fields()
        for field in fields.values():
            field.required = False
        return fields

    def _strangers(self, data: Mapping[str, Any]) -> dict[str, Any]:
        held: Mapping[str, Any] = self.instance or {}
        # What was seen at another version differs by right: the service says that it is stale.
        stale = "version" in data and data["version"] != held.get("version")
        wrong: dict[str, Any] = {}
        for name, value in data.items():
            if name in self.fields or (name in held and (stale or held[name] == value)):
                continue
            wrong[name] = [READ_ONLY if name in held else UNKNOWN]
        return wrong


class IdField(serializers.UUIDField):
    """An id as it was given out: a text, not a number that could be read as one."""

    def to_internal_value(self, data: Any) -> UUID:
        """Return the id."""
        if not isinstance(data, str):
            self.fail("invalid", value=data)
        found: UUID = super().to_internal_value(data)
        return found


class MomentField(serializers.DateTimeField):
    """A moment within the years a workshop has to do with, so that arithmetic with zones and spans stays possible.

    It says its zone: a time on nobody's clock would be booked hours from where it was meant.
    """

    default_error_messages = {
        "unlikely": "Enter a moment between the years 2000 and 2100.",
        "without_zone": "Say the zone of this time, like 2026-11-02T09:30:00Z or 2026-11-02T15:00:00+05:30.",
    }

    def to_internal_value(self, value: Any) -> datetime:
        """Return the moment, with zone."""
        moment = super().to_internal_value(value)
        if not EARLIEST <= moment < LATEST:
            self.fail("unlikely")
        return moment

    def enforce_timezone(self, value: datetime) -> datetime:
        """Return the moment as it was written, offset and all; refuse one without a zone, which DRF takes for UTC."""
        if value.tzinfo is None:
            self.fail("without_zone")
        return value


class PhoneField(serializers.CharField):
    """A phone number, kept without what people write between its digits: 7 to 15 of them, perhaps after a plus.

    The schema tells the pattern, so that a screen can say at once what is wrong.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=32, validators=[RegexValidator(f"^{NUMBER}$", NO_NUMBER)], **kwargs)

    def to_internal_value(self, data: Any) -> str:
        """Return the number without spaces, dots, hyphens and brackets."""
        return re.sub(BETWEEN, "", super().to_internal_value(data))
