"""Who decides whether a centre joins the network."""

from uuid import UUID

from workshop.kernel.actor import Actor

from .models import Membership, ServiceCenter


def can_decide(actor: Actor, center: ServiceCenter) -> bool:
    """Say whether an actor may approve or reject a centre: the network, and nobody about their own."""
    return actor.runs_network and actor.id not in own_people(center)


def own_people(center: ServiceCenter) -> set[UUID | None]:
    """Return the ids of a centre's applicant, None when there is none, and of its administrators."""
    admins = Membership.objects.filter(center=center, role=Membership.Role.ADMIN, ended_at__isnull=True)
    return {center.applicant_id, *admins.values_list("user_id", flat=True)}
