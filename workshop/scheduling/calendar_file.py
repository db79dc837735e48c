"""A visit as an iCalendar entry (RFC 5545): lines of at most 75 octets, texts escaped, ended by CR LF."""

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from .models import Appointment

STATES = {"confirmed": "CONFIRMED", "checked_in": "CONFIRMED", "fulfilled": "CONFIRMED"}
ENDED = ("cancelled", "rejected", "expired", "no_show")
DRIVEN = {"collect": "Collected", "return": "Returned"}
WIDTH = 75


def calendar_file(appointment: Appointment, *, written_at: datetime) -> str:
    """Return the entry; its centre should be selected. A later version of it replaces this one in any calendar."""
    center = appointment.center
    services = ", ".join(line.name for line in appointment.services.order_by("position"))
    plate = (appointment.vehicle_card or {}).get("plate", "")
    about = (appointment.number, plate, center.phone, *_drives(appointment))
    status = "CANCELLED" if appointment.status in ENDED else STATES.get(appointment.status, "TENTATIVE")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Pitlane//Visits//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{appointment.id}@pitlane",
        f"SEQUENCE:{appointment.version}",
        f"DTSTAMP:{_moment(written_at)}",
        f"DTSTART:{_moment(appointment.scheduled_start)}",
        f"DTEND:{_moment(appointment.scheduled_end)}",
        f"SUMMARY:{_text(f'{center.name}: {services}')}",
        f"LOCATION:{_text(', '.join(part for part in (center.full_address, center.postcode) if part))}",
        f"DESCRIPTION:{_text(' · '.join(part for part in about if part))}",
        f"STATUS:{status}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    if center.latitude is not None and center.longitude is not None:
        lines.insert(-3, f"GEO:{center.latitude};{center.longitude}")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _drives(appointment: Appointment) -> Iterator[str]:
    """Yield when the vehicle is collected and returned, in the centre's time: that is where somebody has to be then."""
    zone = ZoneInfo(appointment.center.time_zone)
    for row in appointment.transports.filter(status__in=("planned", "under_way")).order_by("window_start"):
        start, end = row.window_start.astimezone(zone), row.window_end.astimezone(zone)
        yield f"{DRIVEN[row.direction]} {start:%a %d %b %H:%M} to {end:%H:%M}, {row.address}"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line broken after 75 octets at most, never within a character; what goes on begins with a space."""
    parts: list[str] = []
    held = ""
    for character in line:
        if len((held + character).encode()) > (WIDTH if not parts else WIDTH - 1):
            parts.append(held)
            held = ""
        held += character
    return "\r\n ".join([*parts, held])
