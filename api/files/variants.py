"""GET /api/files/{id}/{variant}: the bytes that a signed link shows, as nothing but a picture."""

from typing import ClassVar
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.views import APIView

from api.kit.auth import ActedRequest, VisitorAuthentication
from api.kit.throttles import PerScope
from workshop.files import storage
from workshop.files.links import THUMBNAIL, VARIANTS, check_link
from workshop.files.pictures import JPEG, SUFFIXES, WEBP
from workshop.files.selectors import kept
from workshop.kernel.errors import NotFound

VARIANT = OpenApiParameter("variant", OpenApiTypes.STR, OpenApiParameter.PATH, enum=VARIANTS)
EXPIRES = OpenApiParameter("expires", OpenApiTypes.INT, description="As the link says.")
SIGNATURE = OpenApiParameter("signature", OpenApiTypes.STR, description="As the link says.")
POLICY = "default-src 'none'; sandbox"


class Variant(APIView):
    """A file in one of its variants. Its link says who may see it: an `<img>` sends no token."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]
    # A page of pictures asks for many at once, from an address that a whole centre may share.
    throttle_classes = [PerScope]
    throttle_scope = "file"
    refusals: ClassVar[dict[str, str]] = {"410": "The link has expired"}

    @extend_schema(
        parameters=[VARIANT, EXPIRES, SIGNATURE],
        responses={(200, content_type): OpenApiTypes.BINARY for content_type in (JPEG, WEBP)},
    )
    def get(self, request: ActedRequest, id: UUID, variant: str) -> HttpResponse:
        """See it, until the link expires."""
        said = request.query_params
        left = check_link(id, variant, expires=said.get("expires", ""), signature=said.get("signature", ""))
        file = kept().filter(pk=id).first()
        if file is None:
            raise NotFound
        small = variant == THUMBNAIL
        content_type = WEBP if small else file.content_type
        return HttpResponse(
            storage.read(file.thumbnail_name if small else file.storage_name),
            content_type=content_type,
            headers={
                "Cache-Control": f"private, max-age={int(left.total_seconds())}",
                "Content-Disposition": f'inline; filename="photo.{SUFFIXES[content_type]}"',
                "Content-Security-Policy": POLICY,
            },
        )
