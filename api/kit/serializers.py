"""Bodies as they must be: unknown fields are named and refused, read-only ones may come back only unchanged."""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

UNKNOWN = "This field is not known here."
READ_ONLY = "This field cannot be changed here."


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
