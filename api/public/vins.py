"""GET /api/public/vins/{vin}: what a VIN says by itself, for anybody who types one."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest, VisitorAuthentication
from api.kit.shapes.parts import Shape
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Invalid
from workshop.vehicles.makers import maker_of
from workshop.vehicles.vin import model_year, normalise, problem


class VinShape(Shape):
    """A VIN, read."""

    vin = serializers.CharField(help_text="As it is stored.")
    make = serializers.CharField(help_text="Empty where the maker is not known.")
    year = serializers.IntegerField(allow_null=True, help_text="The model year that its tenth place codes.")
    check_digit_fits = serializers.BooleanField(
        help_text="Not every maker uses it: a wrong one asks to look again, and refuses nothing."
    )


class Vin(APIView):
    """What is coded in a VIN; no vehicle is looked up, so that it tells nothing of any."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]
    throttle_scope = "search"

    @extend_schema(responses={200: VinShape})
    def get(self, request: ActedRequest, vin: str) -> Response:
        """Read it."""
        number = normalise(vin)
        if wrong := problem(number, require_check_digit=False):
            raise Invalid("vin_invalid", "This VIN is mistyped.", fields={"vin": [wrong.message]})
        return Response(
            {
                "vin": number,
                "make": maker_of(number),
                "year": model_year(number, latest=real_now().year + 1),
                "check_digit_fits": problem(number) is None,
            }
        )
