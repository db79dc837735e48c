"""What the sign-in routes take and answer."""

from typing import Any

from rest_framework import serializers

from api.kit.serializers import IdField, PhoneField, StrictSerializer

PASSWORD: dict[str, Any] = {"max_length": 128, "trim_whitespace": False, "style": {"input_type": "password"}}


class RegisterBody(StrictSerializer):
    """A new account; it takes no role."""

    email = serializers.EmailField(max_length=254)
    password = serializers.CharField(**PASSWORD)
    first_name = serializers.CharField(max_length=80)
    last_name = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")
    phone = PhoneField(required=False, allow_blank=True, default="")


class LoginBody(StrictSerializer):
    """An email and a password; `service_center_id` chooses the centre to act in."""

    email = serializers.CharField(max_length=254)
    password = serializers.CharField(**PASSWORD)
    service_center_id = IdField(required=False, allow_null=True)


class RefreshBody(StrictSerializer):
    """The refresh token, unless it comes as a cookie; `service_center_id` switches the centre to act in."""

    refresh_token = serializers.CharField(max_length=200, required=False)
    service_center_id = IdField(required=False, allow_null=True)


class LogoutBody(StrictSerializer):
    """Nothing, or the refresh token of the session to end."""

    refresh_token = serializers.CharField(max_length=200, required=False)


class ForgotBody(StrictSerializer):
    """The email to mail a link to."""

    email = serializers.EmailField(max_length=254)


class ResetBody(StrictSerializer):
    """The mailed token and the new password."""

    token = serializers.CharField(max_length=200)
    password = serializers.CharField(**PASSWORD)


class RoleShape(serializers.Serializer[None]):
    """A role held at a centre, or everywhere."""

    role = serializers.CharField()
    service_center_id = serializers.UUIDField(allow_null=True)
    lead = serializers.BooleanField()
    driver = serializers.BooleanField(help_text="Collects and returns vehicles.")


class PersonShape(serializers.Serializer[None]):
    """Who is signed in."""

    id = serializers.UUIDField()
    email = serializers.CharField()
    name = serializers.CharField()
    roles = RoleShape(many=True)


class SignedInShape(serializers.Serializer[None]):
    """An open session: a browser's refresh token is in a cookie instead."""

    access_token = serializers.CharField()
    refresh_token = serializers.CharField(required=False)
    expires_in = serializers.IntegerField(help_text="Seconds the access token is good for.")
    session_expires_at = serializers.DateTimeField(help_text="When the session ends unless it is refreshed.")
    service_center_id = serializers.UUIDField(allow_null=True)
    user = PersonShape()


class SessionShape(serializers.Serializer[None]):
    """One of one's own sign-in sessions."""

    id = serializers.UUIDField()
    kind = serializers.CharField()
    current = serializers.BooleanField()
    user_agent = serializers.CharField()
    ip_address = serializers.CharField(allow_null=True)
    created_at = serializers.DateTimeField()
    last_used_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField()


class SessionsShape(serializers.Serializer[None]):
    """One's own live sessions."""

    results = SessionShape(many=True)


class TicketShape(serializers.Serializer[None]):
    """A socket ticket, null for a visitor."""

    ticket = serializers.CharField(allow_null=True)
    expires_in = serializers.IntegerField()
