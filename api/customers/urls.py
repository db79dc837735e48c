"""The addresses under /api/customers."""

from django.urls import path

from . import appointment_verbs as verbs
from . import transports
from .appointments import Appointment, Appointments
from .availability import OwnAvailability
from .garage import Garage
from .maintenance_history import MaintenanceHistory
from .vehicles import Vehicle, Vehicles
from .visits import Visit
from .waiting_list import BookOffer, Leave, WaitingList, WaitOn

urlpatterns = [
    path("vehicles", Vehicles.as_view()),
    path("vehicles/<uuid:id>", Vehicle.as_view()),
    path("appointments", Appointments.as_view()),
    path("appointments/<uuid:id>", Appointment.as_view()),
    path("appointments/<uuid:id>/cancel", verbs.CancelOwn.as_view()),
    path("appointments/<uuid:id>/reschedule", verbs.RescheduleOwn.as_view()),
    path("appointments/<uuid:id>/accept-proposal", verbs.AcceptProposal.as_view()),
    path("appointments/<uuid:id>/ask-again", verbs.AskAgain.as_view()),
    path("appointments/<uuid:id>/photos", verbs.OwnPhotos.as_view()),
    path("appointments/<uuid:id>/calendar.ics", verbs.CalendarFile.as_view()),
    path("appointments/<uuid:id>/transports", transports.PlanOwnTransport.as_view()),
    path("appointments/<uuid:id>/availability", OwnAvailability.as_view()),
    path("appointments/<uuid:id>/windows", transports.OwnWindows.as_view()),
    path("transports/<uuid:id>/cancel", transports.CancelOwnTransport.as_view()),
    path("transports/<uuid:id>/photos", transports.OwnTransportPhotos.as_view()),
    path("garage", Garage.as_view()),
    path("maintenance-history", MaintenanceHistory.as_view()),
    path("visits/<uuid:id>", Visit.as_view()),
    path("waiting-list", WaitingList.as_view()),
    path("waiting-list/<uuid:id>/book", BookOffer.as_view()),
    path("waiting-list/<uuid:id>/wait-on", WaitOn.as_view()),
    path("waiting-list/<uuid:id>/leave", Leave.as_view()),
]
