"""/api/public/files: pictures for a request, uploaded before it is sent, with or without an account."""

from typing import ClassVar
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit import visitors
from api.kit.auth import ActedRequest, SessionTokenAuthentication
from api.kit.command import run
from api.kit.serializers import StrictSerializer
from api.kit.shapes.files import FileShape
from api.kit.uploads import OneFile
from workshop.files import services
from workshop.files.shapes import file_shape

ENDED = {"401": "The session that the token is of has ended"}


class UploadBody(StrictSerializer):
    """A form with one picture: JPEG, PNG or WebP, of at most 10 MiB, 40 megapixels and 8192 pixels a side."""

    file = serializers.FileField()


class Files(APIView):
    """Pictures of whoever asks: a person's, or those of a browser by its cookie, which the first upload sets."""

    permission = "public"
    authentication_classes = [SessionTokenAuthentication]
    parser_classes = [OneFile]
    throttle_scope = "upload"
    keyless = (
        True  # A repeated upload costs a picture that is forgotten; a kept answer would lack the cookie.
    )
    refusals: ClassVar[dict[str, str]] = {**ENDED, "413": "The file is too large"}

    @extend_schema(request={"multipart/form-data": UploadBody}, responses={201: FileShape})
    def post(self, request: ActedRequest) -> Response:
        """Upload one; it is forgotten after a day unless it becomes part of something."""
        body = UploadBody(data=request.data)
        body.is_valid(raise_exception=True)
        visitor = request.actor.kind == "visitor"
        key = (visitors.visitor_key(request._request) or visitors.new_visitor_key()) if visitor else ""
        upload = body.validated_data["file"]
        file = services.store_image(actor=request.actor, visitor_key=key, upload=upload)
        response = Response(file_shape(file), status=201, headers={"Cache-Control": "no-store"})
        if visitor:
            visitors.keep(response, key)
        return response


class File(APIView):
    """A picture of whoever asks."""

    permission = "public"
    authentication_classes = [SessionTokenAuthentication]
    refusals: ClassVar[dict[str, str]] = ENDED

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: ActedRequest, id: UUID) -> Response:
        """Take it back, before it became part of something."""
        key = visitors.visitor_key(request._request)
        return run(
            request,
            lambda: services.delete_file(actor=request.actor, visitor_key=key, file_id=id),
            shape=lambda _: None,
            name="delete_file",
            status=204,
        )
