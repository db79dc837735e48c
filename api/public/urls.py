"""The addresses under /api/public."""

from django.urls import path

from .devices import Devices
from .links import ExchangeLink
from .service_centers import ServiceCenter, ServiceCenters
from .visits import Visit

urlpatterns = [
    path("devices", Devices.as_view()),
    path("links/exchange", ExchangeLink.as_view()),
    path("service-centers", ServiceCenters.as_view()),
    path("service-centers/<uuid:id>", ServiceCenter.as_view()),
    path("visits/<uuid:id>", Visit.as_view()),
]
