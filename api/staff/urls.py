"""The addresses under /api/staff."""

from django.urls import path

from . import holds, jobs
from .board import Board
from .floor import Floor

urlpatterns = [
    path("board", Board.as_view()),
    path("floor", Floor.as_view()),
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
    path("holds/<uuid:id>/release", holds.Release.as_view()),
]
