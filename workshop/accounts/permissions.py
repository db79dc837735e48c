"""What each role may do, by name. An administrator may do everything within the centres administered."""

from collections.abc import Iterable

CUSTOMER = frozenset(
    {
        "read:own_profile",
        "update:own_profile",
        "read:own_vehicles",
        "manage:own_vehicles",
        "read:own_appointments",
        "manage:own_appointments",
        "read:own_maintenance_history",
        "make:payments",
        "decide:estimates",
        "use:chat",
    }
)
STAFF = frozenset(
    {
        "read:customers",
        "update:customers",
        "read:all_appointments",
        "read:assigned_appointments",
        "read:service_checklists",
        "manage:appointments",
        "create:quotes",
        "create:invoices",
        "read:inventory",
        "update:service_progress",
        "read:parts",
        "manage:inventory",
        "create:payments",
        "create:findings",
        "decide:estimates",
        "use:chat",
        "read:floor",
        "manage:devices",
    }
)
TECHNICIAN = frozenset(
    {
        "read:assigned_appointments",
        "update:service_progress",
        "read:parts",
        "request:parts",
        "read:service_checklists",
        "read:inventory",
        "create:findings",
        "use:chat",
        "read:floor",
    }
)
ADMIN = frozenset(
    {
        "manage:people",
        "manage:centers",
        "manage:catalog",
        "manage:settings",
        "read:analytics",
        "read:audit",
        "send:broadcasts",
    }
)
NETWORK = frozenset({"admit:centers"})
EVERYTHING = CUSTOMER | STAFF | TECHNICIAN | ADMIN | NETWORK
"""Every name there is; a route that names another one is refused at start-up."""

BY_ROLE = {"customer": CUSTOMER, "staff": STAFF, "technician": TECHNICIAN, "admin": EVERYTHING - NETWORK}


def of_roles(roles: Iterable[str], *, runs_network: bool = False) -> frozenset[str]:
    """Return the names these roles hold together.

    A customer's permissions concern one's own things only, so everyone who is signed in holds them.
    """
    if runs_network:
        return EVERYTHING
    return CUSTOMER.union(*(BY_ROLE[role] for role in roles))
