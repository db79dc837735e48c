"""Everything the demo's centres sell, with its steps: by category for vehicles, and for irons."""

from typing import Final

from workshop.demo.data.services.annual import ANNUAL
from workshop.demo.data.services.appliances import APPLIANCES
from workshop.demo.data.services.battery import BATTERY
from workshop.demo.data.services.body import BODY
from workshop.demo.data.services.brakes import BRAKES
from workshop.demo.data.services.charging import CHARGING
from workshop.demo.data.services.cooling import COOLING
from workshop.demo.data.services.electrical import ELECTRICAL
from workshop.demo.data.services.motor import MOTOR
from workshop.demo.data.services.quick import QUICK
from workshop.demo.data.services.spec import ServiceSpec
from workshop.demo.data.services.suspension import SUSPENSION
from workshop.demo.data.services.two_wheelers import TWO_WHEELERS
from workshop.demo.data.services.tyres import TYRES

SERVICES: Final[tuple[ServiceSpec, ...]] = (
    *BATTERY,
    *MOTOR,
    *CHARGING,
    *COOLING,
    *BRAKES,
    *TYRES,
    *SUSPENSION,
    *ELECTRICAL,
    *BODY,
    *ANNUAL,
    *QUICK,
    *TWO_WHEELERS,
)
"""What Anna Nagar sells, which is everything for vehicles."""
SERVICE_BY_CODE: Final = {service.code: service for service in (*SERVICES, *APPLIANCES)}
