"""The addresses under /api/public."""

from django.urls import path

from . import appointments, visit_verbs
from .availability import CenterAvailability
from .devices import Devices
from .files import File, Files
from .links import ExchangeLink
from .service_centers import ServiceCenter, ServiceCenters
from .vins import Vin
from .visits import Visit

urlpatterns = [
    path("appointments", appointments.Appointments.as_view()),
    path("appointments/<uuid:id>", appointments.Appointment.as_view()),
    path("appointments/<uuid:id>/confirm", appointments.Confirm.as_view()),
    path("appointments/<uuid:id>/request", appointments.RequestVisit.as_view()),
    path("appointments/<uuid:id>/cancel", appointments.Cancel.as_view()),
    path("appointments/<uuid:id>/link", appointments.Link.as_view()),
    path("appointments/<uuid:id>/windows", appointments.Windows.as_view()),
    path("devices", Devices.as_view()),
    path("files", Files.as_view()),
    path("files/<uuid:id>", File.as_view()),
    path("links/exchange", ExchangeLink.as_view()),
    path("service-centers", ServiceCenters.as_view()),
    path("service-centers/<uuid:id>", ServiceCenter.as_view()),
    path("service-centers/<uuid:id>/availability", CenterAvailability.as_view()),
    path("vins/<str:vin>", Vin.as_view()),
    path("visits/<uuid:id>", Visit.as_view()),
    path("visits/<uuid:id>/cancel", visit_verbs.Cancel.as_view()),
    path("visits/<uuid:id>/reschedule", visit_verbs.Reschedule.as_view()),
    path("visits/<uuid:id>/accept-proposal", visit_verbs.AcceptProposal.as_view()),
    path("visits/<uuid:id>/ask-again", visit_verbs.AskAgain.as_view()),
    path("visits/<uuid:id>/photos", visit_verbs.Photos.as_view()),
    path("visits/<uuid:id>/calendar.ics", visit_verbs.CalendarFile.as_view()),
    path("visits/<uuid:id>/transports", visit_verbs.PlanTransport.as_view()),
    path("visits/<uuid:id>/availability", visit_verbs.Availability.as_view()),
    path("visits/<uuid:id>/windows", visit_verbs.Windows.as_view()),
    path("transports/<uuid:id>/cancel", visit_verbs.CancelTransport.as_view()),
    path("transports/<uuid:id>/photos", visit_verbs.TransportPhotos.as_view()),
]
