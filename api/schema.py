"""GET /api/schema and /api/docs: the OpenAPI description, and its pages."""

from functools import cache
from typing import Any

from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerView
from rest_framework.request import Request
from rest_framework.response import Response

from api.kit.auth import VisitorAuthentication
from api.kit.permissions import NamedPermission


class Schema(SpectacularAPIView):
    """The description, as YAML or, when asked for, JSON; it is made once for a process."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]
    permission_classes = [NamedPermission]

    @extend_schema(exclude=True)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Read it."""
        return Response(
            described(),
            headers={"Content-Disposition": f'inline; filename="{self._get_filename(request, None)}"'},
        )


class Docs(SpectacularSwaggerView):
    """The description as pages to browse and try."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]
    permission_classes = [NamedPermission]
    url_name = "schema"

    @extend_schema(exclude=True)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Read them."""
        answer: Response = super().get(request, *args, **kwargs)
        return answer


@cache
def described() -> dict[str, Any]:
    """Return the OpenAPI description of every route."""
    description: dict[str, Any] = SpectacularAPIView.generator_class().get_schema(public=True)
    return description
