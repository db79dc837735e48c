"""The API's addresses: one folder an audience, the path of a file is the path of its URL."""

from django.urls import include, path, re_path

from . import health, pages
from .schema import Docs, Schema

handler400 = "api.kit.errors.bad_request"
handler404 = "api.kit.errors.nowhere"
handler500 = "api.kit.errors.server_error"

urlpatterns = [
    path("api/auth/", include("api.auth.urls")),
    path("api/users/", include("api.users.urls")),
    path("api/public/", include("api.public.urls")),
    path("api/files/", include("api.files.urls")),
    path("api/customers/", include("api.customers.urls")),
    path("api/staff/", include("api.staff.urls")),
    path("api/technicians/", include("api.technicians.urls")),
    path("api/admin/", include("api.admin.urls")),
    path("api/schema", Schema.as_view(), name="schema"),
    path("api/docs", Docs.as_view()),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    re_path(r"^(?!api/|api$|static/|ws$|assets/).*$", pages.page),
]
