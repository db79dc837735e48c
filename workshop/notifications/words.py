"""Moments, vehicles and sentences in the words of a notification."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from .news import Words

LONGEST_TITLE = 160


def moment(at: str | datetime, zone: str) -> str:
    """Return "Sat 14 Nov 2026, 12:00 (Asia/Kolkata)"."""
    return _("%(time)s (%(zone)s)") % {"time": _local(at, zone, "D j M Y, H:i"), "zone": zone}


def window(start: str, end: str, zone: str) -> str:
    """Return "Sat 14 Nov 2026, 12:00 to 12:30 (Asia/Kolkata)"; the second day is named when it is another."""
    same = _local(start, zone, "Y-m-d") == _local(end, zone, "Y-m-d")
    return _("%(start)s to %(end)s (%(zone)s)") % {
        "start": _local(start, zone, "D j M Y, H:i"),
        "end": _local(end, zone, "H:i" if same else "D j M Y, H:i"),
        "zone": zone,
    }


def drives(transports: Sequence[Mapping[str, Any]], zone: str) -> str:
    """Return what is planned to be collected and returned, a sentence each: nothing where nothing is."""
    said = {"collect": _("It is collected %(when)s."), "return": _("It is returned %(when)s.")}
    planned = [one for one in transports if one["status"] == "planned"]
    return " ".join(
        said[one["direction"]] % {"when": window(one["window_start"], one["window_end"], zone)}
        for one in planned
    )


def vehicle(card: Mapping[str, Any]) -> str:
    """Return "Tata Nexon EV (TN 09 BX 0001)" of a vehicle's card."""
    name = f"{card['make']} {card['model']}".strip()
    return f"{name} ({card['plate']})" if card["plate"] else name


def sentence(text: str) -> str:
    """Return what somebody wrote as a sentence that another may follow; nothing stays nothing."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…" else f"{text}."


def filled(title: Promise | str, message: Promise | str, **values: str) -> Words:
    """Return the words with their values put in, each on one line; a sentence that is left out leaves no space."""
    said, more = (" ".join((str(text) % values).split()) for text in (title, message))
    return Words(said[:LONGEST_TITLE], more)


def _local(at: str | datetime, zone: str, pattern: str) -> str:
    moment = at if isinstance(at, datetime) else datetime.fromisoformat(at)
    return date_format(moment.astimezone(ZoneInfo(zone)), pattern)
