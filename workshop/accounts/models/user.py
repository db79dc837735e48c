"""A person, known by an email, a phone number or both; there is no username."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from workshop.events.rows import Row, tracked


def normal_email(email: str) -> str:
    """Return an email as it is kept and compared."""
    return email.strip().lower()


class UserManager(BaseUserManager["User"]):
    """Finds people by email, whatever its case."""

    def with_email(self, email: str) -> models.QuerySet["User"]:
        """Return the one person with this email, or nobody."""
        return self.alias(email_lower=Lower("email")).filter(email_lower=normal_email(email))

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the person with this email; raise DoesNotExist."""
        return self.with_email(username or "").get()


@tracked(exclude=["password", "last_login"])
class User(Row, AbstractBaseUser):
    """A person: customer, front desk, technician or administrator, by the memberships held."""

    email = models.EmailField(null=True, blank=True)  # noqa: DJ001 - several people have none
    phone = models.CharField(max_length=32, blank=True, default="")
    is_active = models.BooleanField(default=True)
    email_verified_at = models.DateTimeField(null=True, blank=True)
    password_changed_at = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique",
                violation_error_code="email_taken",
                violation_error_message="There is already an account with this email.",
            )
        ]
        indexes = [models.Index(fields=["phone"], condition=~models.Q(phone=""), name="user_by_phone")]

    def __str__(self) -> str:
        return self.email or self.phone or str(self.id)
