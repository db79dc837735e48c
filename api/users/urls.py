"""The addresses under /api/users."""

from django.urls import path

from .applications import Applications, ApplyAgain
from .change_password import ChangePassword
from .notifications import Notifications, ReadAll, ReadNotification
from .profile import Profile

urlpatterns = [
    path("profile", Profile.as_view()),
    path("applications", Applications.as_view()),
    path("applications/<uuid:id>/apply-again", ApplyAgain.as_view()),
    path("change-password", ChangePassword.as_view()),
    path("notifications", Notifications.as_view()),
    path("notifications/read_all", ReadAll.as_view()),
    path("notifications/<uuid:id>/read", ReadNotification.as_view()),
]
