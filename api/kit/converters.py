"""Parts of an address that are more than text."""

from datetime import date


class DateConverter:
    """A date, as in `2026-11-23`."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """Return the date; raise ValueError, which is a 404, for one that no calendar has."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """Return the text of a date."""
        return value.isoformat()
