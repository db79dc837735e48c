"""The content security policy, for pages only: an answer of the API is never a page, and most answers are the API's."""

from csp.middleware import CSPMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class PagePolicyMiddleware(CSPMiddleware):
    """Adds the policy to everything outside of /api/, without building one for the rest."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Return the response, with the policy if it may be a page."""
        if request.path_info.startswith("/api/"):
            return response
        answer: HttpResponseBase = super().process_response(request, response)
        return answer
