"""Finding centres: who serves a place, and who is nearest to it."""

from dataclasses import dataclass
from math import cos, radians
from uuid import UUID

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    F,
    FloatField,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import Combinable, ExpressionWrapper
from django.db.models.functions import ASin, Coalesce, Concat, Cos, Least, Power, Radians, Sin, Sqrt

from workshop.kernel.errors import Invalid

from .geocoding import Place, Position, place_of
from .geocoding.bundled import plain
from .models import ServiceArea, ServiceCenter
from .placing import place_for
from .words import town

EARTH_KM = 6371.0
DEGREE_KM = 111.0
"""A little less than a degree of latitude is long, so that a box by it is never too small."""
NEARBY_KM = 50.0
"""So far from a postcode a centre is still offered for it."""
FAR = 1_000_000.0
"""Where centres without a position are sorted, in km."""
NEAREST = 3
UNASKED = Value(None, output_field=BooleanField())


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for; `within` is in km, `start_at` the centre they prefer."""

    city: str = ""
    postcode: str = ""
    near: Position | None = None
    within: float | None = None
    words: str = ""
    start_at: UUID | None = None


def find(rows: QuerySet[ServiceCenter], asked: Asked) -> QuerySet[ServiceCenter]:
    """Return the centres asked for, each with `placing` to sort by, `km` (None unknown) and `serves`.

    `serves` says whether a centre takes work from the postcode asked for; without one it is None. Raises Invalid
    `postcode_not_served` with the three nearest when a postcode is known and no centre is within 50 km.
    """
    if asked.city:
        rows = rows.filter(_in_city(rows, asked.city))
    if asked.postcode:
        rows = _by_postcode(rows, asked)
    elif asked.near is not None:
        rows = _from(rows, asked.near, asked.within).annotate(placing=Coalesce(F("km"), Value(FAR)))
    elif asked.start_at and not (asked.city or asked.words):
        rows = _beginning_at(rows, asked.start_at)
    else:
        rows = _unplaced(rows).annotate(placing=F("name"))
    return rows.filter(name__icontains=asked.words) if asked.words else rows


def fetches_from(center: ServiceCenter, postcode: str) -> bool:
    """Say whether a centre takes work from a postcode; one that named no areas takes it from anywhere."""
    if not center.service_areas.exists():
        return True
    here = ServiceCenter.objects.filter(pk=center.pk)
    return bool(postcode.strip()) and here.filter(_serving(here, postcode, place_of(postcode))).exists()


def _by_postcode(rows: QuerySet[ServiceCenter], asked: Asked) -> QuerySet[ServiceCenter]:
    place = place_for(asked.postcode)
    serving = _serving(rows, asked.postcode, place)
    origin = asked.near or (place.position if place else None)
    found = rows.filter(serving)
    if place is not None:
        within = min(asked.within or NEARBY_KM, NEARBY_KM)
        found = rows.filter(serving | Q(pk__in=_from(rows, place.position, within).values("pk")))
    if not found.exists():
        raise _not_served(rows, asked.postcode, place)
    located = _from(found, origin, None) if origin else _unplaced(found)
    serves = Case(When(serving, then=Value(True)), default=Value(False))
    rank = Case(When(serving, then=Value(0.0)), default=Value(2 * FAR), output_field=FloatField())
    return located.annotate(serves=serves, placing=rank + Coalesce(F("km"), Value(FAR)))


def _not_served(rows: QuerySet[ServiceCenter], postcode: str, place: Place | None) -> Invalid:
    if place is None:
        return Invalid(
            "postcode_not_served",
            f"No centre serves {postcode}, and we do not know where that is.",
            next="Check the postcode, or search by city or by your position.",
            fields={"postcode": ["We do not know this postcode."]},
            nearest=[],
        )
    nearest = (
        _from(rows, place.position, None).filter(latitude__isnull=False).order_by(F("km"), F("id"))[:NEAREST]
    )
    return Invalid(
        "postcode_not_served",
        f"No centre serves {postcode}, and none is within {NEARBY_KM:.0f} km.",
        next="Choose one of the nearest centres, or search by another place.",
        fields={"postcode": ["No centre serves this postcode."]},
        nearest=list(nearest),
    )


def _serving(rows: QuerySet[ServiceCenter], postcode: str, place: Place | None) -> Q:
    codes = {postcode.strip(), plain(postcode)}
    own, areas = Q(postcode__in=codes), Q(postcode__in=codes)
    if place is not None and place.district:
        own |= _spelled(rows, "city", place.city)
        areas |= _spelled(_areas(), "city", place.city) | _spelled(_areas(), "district", place.district)
    return own | Q(Exists(_areas().filter(areas, center=OuterRef("pk"))))


def _in_city(rows: QuerySet[ServiceCenter], city: str) -> Q:
    areas = _areas().filter(_spelled(_areas(), "city", city), center=OuterRef("pk"))
    return _spelled(rows, "city", city) | Q(Exists(areas))


def _areas() -> QuerySet[ServiceArea]:
    return ServiceArea.objects.all()


def _spelled(rows: QuerySet[ServiceCenter] | QuerySet[ServiceArea], field: str, name: str) -> Q:
    """Return the condition that a field is a name, in any of the spellings that there are."""
    wanted = town(name)
    there = rows.order_by().values_list(field, flat=True).distinct() if wanted else ()
    return Q(**{f"{field}__in": [text for text in there if town(text) == wanted]})


def _beginning_at(rows: QuerySet[ServiceCenter], center_id: UUID) -> QuerySet[ServiceCenter]:
    own = rows.filter(pk=center_id).first()
    if own is None:
        return _unplaced(rows).annotate(placing=F("name"))
    if own.latitude is None:
        first = Case(When(pk=center_id, then=Value("0")), default=Value("1"))
        placing = Concat(first, F("name"), output_field=TextField())
        return _unplaced(rows).annotate(placing=placing)
    located = _from(rows, Position.of(own.latitude, own.longitude), None)
    return located.annotate(
        placing=Case(When(pk=center_id, then=Value(-1.0)), default=Coalesce(F("km"), Value(FAR)))
    )


def _unplaced(rows: QuerySet[ServiceCenter]) -> QuerySet[ServiceCenter]:
    nothing = Value(None, output_field=FloatField())
    return rows.annotate(km=nothing, serves=UNASKED)


def _from(rows: QuerySet[ServiceCenter], origin: Position, within: float | None) -> QuerySet[ServiceCenter]:
    """Return rows with `km` from a point, by the haversine formula; `within` keeps the nearer ones."""
    north, east = float(origin.latitude), float(origin.longitude)
    half_north = (Radians(F("latitude")) - Radians(Value(north))) / 2
    half_east = (Radians(F("longitude")) - Radians(Value(east))) / 2
    chord = Power(Sin(half_north), 2) + Cos(Radians(F("latitude"))) * Cos(Radians(Value(north))) * Power(
        Sin(half_east), 2
    )
    far: Combinable = 2 * EARTH_KM * ASin(Sqrt(Least(chord, Value(1.0))))
    # LEAST skips a NULL, so a centre without a position is left out of it.
    known = When(latitude__isnull=False, then=ExpressionWrapper(far, output_field=FloatField()))
    rows = rows.annotate(km=Case(known, default=Value(None), output_field=FloatField()), serves=UNASKED)
    return rows if within is None else rows.filter(_box(north, east, within), km__lte=within)


def _box(north: float, east: float, within: float) -> Q:
    """Return the box around a circle, which the index on positions answers."""
    tall = within / DEGREE_KM
    box = Q(latitude__gte=max(north - tall, -90), latitude__lte=min(north + tall, 90))
    narrowest = cos(radians(min(abs(north) + tall, 90)))
    wide = tall / narrowest if narrowest > tall / 180 else 180.0
    west, right = east - wide, east + wide
    if west < -180 or right > 180:
        return box  # across the date line: the distance decides alone
    return box & Q(longitude__gte=west, longitude__lte=right)
