"""The addresses under /api/staff."""

from django.urls import path

from . import appointments, holds, jobs, requests, transports, waiting_list
from .board import Board
from .calendar import Calendar, DeskAvailability
from .check_in import CheckIn
from .conflicts import Conflicts, DeskUnserved, Moves
from .customers import Customer, CustomerFile, Customers, CustomerVehicles
from .devices import Device, Devices
from .floor import Floor
from .job_list import Jobs
from .service_progress import ServiceProgress
from .services import Services
from .vehicles import DeskVehicle
from .visits import VisitLink

urlpatterns = [
    path("board", Board.as_view()),
    path("conflicts", Conflicts.as_view()),
    path("unserved", DeskUnserved.as_view()),
    path("moves", Moves.as_view()),
    path("calendar", Calendar.as_view()),
    path("availability", DeskAvailability.as_view()),
    path("floor", Floor.as_view()),
    path("jobs", Jobs.as_view()),
    path("jobs/<uuid:id>", jobs.Job.as_view()),
    path("jobs/<uuid:id>/queue", jobs.Queue.as_view()),
    path("jobs/<uuid:id>/diagnose", jobs.Diagnose.as_view()),
    path("jobs/<uuid:id>/send-estimate", jobs.SendEstimate.as_view()),
    path("jobs/<uuid:id>/diagnose-again", jobs.DiagnoseAgain.as_view()),
    path("jobs/<uuid:id>/decline-all", jobs.DeclineAll.as_view()),
    path("jobs/<uuid:id>/pass-check", jobs.PassCheck.as_view()),
    path("jobs/<uuid:id>/rework", jobs.Rework.as_view()),
    path("jobs/<uuid:id>/reopen", jobs.Reopen.as_view()),
    path("jobs/<uuid:id>/hand-over", jobs.HandOver.as_view()),
    path("jobs/<uuid:id>/close", jobs.Close.as_view()),
    path("jobs/<uuid:id>/cancel", jobs.Cancel.as_view()),
    path("jobs/<uuid:id>/hold", jobs.PlaceHold.as_view()),
    path("jobs/<uuid:id>/move", jobs.Move.as_view()),
    path("jobs/<uuid:id>/assign", jobs.Assign.as_view()),
    path("jobs/<uuid:id>/undo", jobs.Undo.as_view()),
    path("appointments", appointments.Appointments.as_view()),
    path("appointments/assign", appointments.Assign.as_view()),
    path("appointments/<uuid:id>", appointments.Appointment.as_view()),
    path("appointments/<uuid:id>/check-in", CheckIn.as_view()),
    path("appointments/<uuid:id>/reschedule", appointments.Reschedule.as_view()),
    path("appointments/<uuid:id>/cancel", appointments.Cancel.as_view()),
    path("appointments/<uuid:id>/mark-no-show", appointments.MarkNoShow.as_view()),
    path("appointments/<uuid:id>/accept", requests.Accept.as_view()),
    path("appointments/<uuid:id>/propose", requests.Propose.as_view()),
    path("appointments/<uuid:id>/reject", requests.Reject.as_view()),
    path("appointments/<uuid:id>/undo", requests.UndoAnswer.as_view()),
    path("appointments/<uuid:id>/photos", requests.Photos.as_view()),
    path("appointments/<uuid:id>/transports", transports.PlanTransport.as_view()),
    path("appointments/<uuid:id>/windows", transports.Windows.as_view()),
    path("transports/<uuid:id>/assign", transports.AssignDriver.as_view()),
    path("transports/<uuid:id>/cancel", transports.CancelTransport.as_view()),
    path("transports/<uuid:id>/set-out", transports.SetOut.as_view()),
    path("transports/<uuid:id>/finish", transports.Finish.as_view()),
    path("transports/<uuid:id>/fail", transports.Fail.as_view()),
    path("transports/<uuid:id>/photos", transports.TransportPhotos.as_view()),
    path("visits/<uuid:id>/link", VisitLink.as_view()),
    path("waiting-list", waiting_list.WaitingList.as_view()),
    path("waiting-list/<uuid:id>/book", waiting_list.BookOffer.as_view()),
    path("waiting-list/<uuid:id>/wait-on", waiting_list.WaitOn.as_view()),
    path("waiting-list/<uuid:id>/leave", waiting_list.Leave.as_view()),
    path("service-progress/<uuid:id>", ServiceProgress.as_view()),
    path("services", Services.as_view()),
    path("customers", Customers.as_view()),
    path("customers/<uuid:id>", Customer.as_view()),
    path("customers/<uuid:id>/file", CustomerFile.as_view()),
    path("customers/<uuid:id>/vehicles", CustomerVehicles.as_view()),
    path("vehicles/<uuid:id>", DeskVehicle.as_view()),
    path("devices", Devices.as_view()),
    path("devices/<uuid:id>", Device.as_view()),
    path("holds/<uuid:id>/release", holds.Release.as_view()),
]
