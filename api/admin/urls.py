"""The addresses under /api/admin."""

from django.urls import path, register_converter

from api.kit.converters import DateConverter

from . import booking, capacity
from .appointments import Appointments
from .service_centers import Approve, Reject, ServiceCenter, ServiceCenters
from .services import Service, Services
from .users import Pin, User, Users

register_converter(DateConverter, "date")
urlpatterns = [
    path("appointments", Appointments.as_view()),
    path("service-centers", ServiceCenters.as_view()),
    path("service-centers/<uuid:id>", ServiceCenter.as_view()),
    path("service-centers/<uuid:id>/approve", Approve.as_view()),
    path("service-centers/<uuid:id>/reject", Reject.as_view()),
    path("service-centers/<uuid:id>/exceptions", capacity.Exceptions.as_view()),
    path("service-centers/<uuid:id>/exceptions/<date:day>", capacity.HoursException.as_view()),
    path("service-centers/<uuid:id>/shifts", capacity.Shifts.as_view()),
    path("service-centers/<uuid:id>/shifts/<uuid:person>", capacity.PersonShifts.as_view()),
    path("service-centers/<uuid:id>/absences", capacity.Absences.as_view()),
    path("service-centers/<uuid:id>/unserved", capacity.Unserved.as_view()),
    path("service-centers/<uuid:id>/booking-rules", booking.Rules.as_view()),
    path("service-centers/<uuid:id>/bays", booking.Bays.as_view()),
    path("service-centers/<uuid:id>/resources", booking.Resources.as_view()),
    path("service-centers/<uuid:id>/certificates", booking.Certificates.as_view()),
    path("service-centers/<uuid:id>/services", Services.as_view()),
    path("services/<uuid:id>", Service.as_view()),
    path("absences/<uuid:id>", capacity.Absence.as_view()),
    path("bays/<uuid:id>", booking.Bay.as_view()),
    path("resources/<uuid:id>", booking.Resource.as_view()),
    path("users", Users.as_view()),
    path("users/<uuid:id>", User.as_view()),
    path("users/<uuid:id>/pin", Pin.as_view()),
]
