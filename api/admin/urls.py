"""The addresses under /api/admin."""

from django.urls import path

from .appointments import Appointments
from .service_centers import ServiceCenter, ServiceCenters
from .users import User, Users

urlpatterns = [
    path("appointments", Appointments.as_view()),
    path("service-centers", ServiceCenters.as_view()),
    path("service-centers/<uuid:id>", ServiceCenter.as_view()),
    path("users", Users.as_view()),
    path("users/<uuid:id>", User.as_view()),
]
