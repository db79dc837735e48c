"""The addresses under /api/auth."""

from django.urls import path

from .forgot import Forgot
from .login import Login
from .logout import Logout
from .refresh import Refresh
from .register import Register
from .reset import Reset
from .sessions import Session, Sessions
from .socket_ticket import SocketTicket

urlpatterns = [
    path("register", Register.as_view()),
    path("login", Login.as_view()),
    path("logout", Logout.as_view()),
    path("refresh", Refresh.as_view()),
    path("forgot", Forgot.as_view()),
    path("reset", Reset.as_view()),
    path("sessions", Sessions.as_view()),
    path("sessions/<uuid:id>", Session.as_view()),
    path("socket-ticket", SocketTicket.as_view()),
]
