"""From where a centre takes work, besides where it is itself."""

from collections.abc import Mapping, Sequence

from workshop.kernel.errors import Invalid

from ..models import ServiceArea, ServiceCenter
from ..words import folded

KINDS = ("city", "district", "postcode")
Area = Mapping[str, str]
"""One of `city`, `district` and `postcode`."""


def write_areas(center: ServiceCenter, areas: Sequence[Area]) -> None:
    """Replace the areas of a centre as a whole; raise Invalid `area_invalid` or `area_twice`."""
    wanted = [_checked(place, area) for place, area in enumerate(areas)]
    keys = [(kind, folded(value)) for kind, value in wanted]
    for place, key in enumerate(keys):
        if key in keys[:place]:
            raise _wrong("area_twice", place, f"{wanted[place][1]} is named twice.")
    held = {tuple(getattr(area, kind) for kind in KINDS): area for area in center.service_areas.all()}
    rows = [tuple(value if kind == one else "" for one in KINDS) for kind, value in wanted]
    ServiceArea.objects.filter(pk__in=[area.pk for row, area in held.items() if row not in rows]).delete()
    for row in rows:
        if row not in held:
            ServiceArea.objects.create(center=center, **dict(zip(KINDS, row, strict=True)))


def _checked(place: int, area: Area) -> tuple[str, str]:
    said = [(kind, text) for kind in KINDS if (text := " ".join(area.get(kind, "").split()))]
    if len(said) != 1:
        raise _wrong("area_invalid", place, "Name one city, one district or one postcode.")
    return said[0]


def _wrong(code: str, place: int, text: str) -> Invalid:
    return Invalid(code, fields={f"service_areas.{place}": [text]})
