"""Every view names its permission, for all methods or by method; one that names none never starts."""

from functools import lru_cache
from typing import TYPE_CHECKING

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from workshop.accounts.permissions import of_roles
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Forbidden, Unauthenticated

if TYPE_CHECKING:
    from rest_framework.views import APIView

OPEN = {
    "public": "anybody",
    "signed_in": "any signed-in person",
    "link": "the holder of a link",
    "device": "a screen",
}
"""What a route may name besides a permission, and whom it lets in."""


class NamedPermission(BasePermission):
    """Lets in who holds the name that the view's `permission` gives for the method.

    Which centre or person it is held for is asked by selectors and policies.
    """

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """Return True, or raise Unauthenticated or Forbidden."""
        name = named(type(view), request.method or "")
        if name is None:
            return True  # a method the view does not have is answered with 405
        if not allows(request.actor, name):  # type: ignore[attr-defined]
            raise Unauthenticated if request.actor.kind == "visitor" else Forbidden  # type: ignore[attr-defined]
        return True


def allows(actor: Actor, name: str) -> bool:
    """Say whether the actor holds a permission, anywhere."""
    if name == "public":
        return True
    if name in ("link", "device"):
        return actor.kind == name
    if actor.kind == "device":
        return name == "read:floor"
    if actor.kind != "person":
        return False
    return name == "signed_in" or name in _held(frozenset(r.role for r in actor.roles), actor.runs_network)


@lru_cache(maxsize=64)
def _held(roles: frozenset[str], runs_network: bool) -> frozenset[str]:
    return of_roles(roles, runs_network=runs_network)


def named(view: "type[APIView]", method: str) -> str | None:
    """Return the permission a view names for a method (`GET`); HEAD and OPTIONS are as open as GET is."""
    said = getattr(view, "permission", None)
    if isinstance(said, dict):
        asked = "GET" if method in ("HEAD", "OPTIONS") else method
        return said.get(asked) or (next(iter(said.values())) if method == "OPTIONS" else None)
    return said
