"""What somebody works as, in words: "you work there …"."""

from django.utils.translation import gettext_lazy as _

from .models import Membership

WORK = {
    Membership.Role.STAFF.value: _("at the front desk"),
    Membership.Role.TECHNICIAN.value: _("as a technician"),
    Membership.Role.ADMIN.value: _("as an administrator"),
}
