"""The addresses under /api/users."""

from django.urls import path

from .change_password import ChangePassword
from .profile import Profile

urlpatterns = [
    path("profile", Profile.as_view()),
    path("change-password", ChangePassword.as_view()),
]
