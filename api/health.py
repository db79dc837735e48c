"""GET /healthz: the process runs. GET /readyz: it can reach the database."""

from django.db import Error, connection
from django.http import HttpRequest, HttpResponse

from api.kit.database_errors import DatabaseUnavailable
from api.kit.errors import problem_page


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer, and nothing more: whoever cannot get this answer should restart the process."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request: HttpRequest) -> HttpResponse:
    """Answer once the database does: whoever cannot get this answer should send no requests here."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return problem_page(request, DatabaseUnavailable())
    return HttpResponse("ok\n", content_type="text/plain")
