"""GET /api/public/visits/{appointment}: the visit that a link opens, live, without an account."""

from api.customers.visits import Visit as OwnVisit
from api.kit.auth import LinkCookieAuthentication


class Visit(OwnVisit):
    """The visit that a link opened in this browser."""

    permission = "link"
    authentication_classes = [LinkCookieAuthentication]
