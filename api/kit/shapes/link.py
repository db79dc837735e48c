"""A link by which a visit is followed."""

from typing import Any

from rest_framework import serializers

from workshop.accounts.models import AccessLink
from workshop.accounts.services import link_token

from .parts import Shape


class VisitLinkShape(Shape):
    """A link for the customer of one visit; whoever has it follows the visit."""

    url = serializers.URLField()
    expires_at = serializers.DateTimeField()


def link_shape(link: AccessLink, at: str) -> dict[str, Any]:
    """Return the link, below the public address of the workshop."""
    return {"url": f"{at}/v/{link_token(link)}", "expires_at": link.expires_at}
