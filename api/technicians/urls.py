"""The addresses under /api/technicians."""

from django.urls import path

from . import jobs, steps, transports
from .queue import Queue

urlpatterns = [
    path("queue", Queue.as_view()),
    path("transports", transports.Trips.as_view()),
    path("transports/<uuid:id>/set-out", transports.SetOut.as_view()),
    path("transports/<uuid:id>/finish", transports.Finish.as_view()),
    path("transports/<uuid:id>/fail", transports.Fail.as_view()),
    path("transports/<uuid:id>/photos", transports.TransportPhotos.as_view()),
    path("jobs/<uuid:id>", jobs.Job.as_view()),
    path("jobs/<uuid:id>/pass-check", jobs.PassCheck.as_view()),
    path("jobs/<uuid:id>/rework", jobs.Rework.as_view()),
    path("jobs/<uuid:id>/diagnose", jobs.Diagnose.as_view()),
    path("jobs/<uuid:id>/undo", jobs.Undo.as_view()),
    path("steps/<uuid:id>/start", steps.Start.as_view()),
    path("steps/<uuid:id>/pause", steps.Pause.as_view()),
    path("steps/<uuid:id>/resume", steps.Resume.as_view()),
    path("steps/<uuid:id>/complete", steps.Complete.as_view()),
    path("steps/<uuid:id>/skip", steps.Skip.as_view()),
    path("steps/<uuid:id>/verify", steps.Verify.as_view()),
    path("steps/<uuid:id>/rework", steps.Rework.as_view()),
    path("steps/<uuid:id>/undo", steps.Undo.as_view()),
    path("steps/<uuid:id>/note", steps.Note.as_view()),
]
