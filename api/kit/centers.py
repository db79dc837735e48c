"""Which centre a request is about: the one that `?center=` names, or the only one there can be."""

from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter

from workshop.kernel.actor import Actor
from workshop.kernel.errors import Invalid

from .auth import ActedRequest

CENTER = OpenApiParameter(
    "center", OpenApiTypes.UUID, description="May be left out by who belongs to one centre only."
)


def asked_center(request: ActedRequest) -> UUID:
    """Return the id of the centre asked about; raise Invalid `center_required` or for an id that is none."""
    text = request.query_params.get("center")
    if text is None:
        return _only(request.actor)
    try:
        return UUID(text)
    except ValueError as error:
        raise Invalid("validation_failed", fields={"center": ["This is not the id of a centre."]}) from error


def _only(actor: Actor) -> UUID:
    if actor.kind == "device":
        return UUID(next(iter(actor.scopes)).removeprefix("floor:"))
    held = actor.centers("staff", "technician", "admin")
    if len(held) != 1:
        raise Invalid(
            "center_required",
            "It is not clear which centre is meant.",
            next="Name it as ?center=.",
            fields={"center": ["Name a centre."]},
        )
    return next(iter(held))
