"""The org itself and its users."""

from __future__ import annotations

from tests.simulators.web import Answer, Request
from tests.simulators.zoho.org import Org
from tests.simulators.zoho.problems import Body, no_such_address


class Office:
    def __init__(self, org: Org) -> None:
        self.org = org

    def org_details(self) -> Answer:
        licence = {
            "paid_expiry": None,
            "users_license_purchased": 3,
            "trial_type": None,
            "trial_expiry": None,
            "paid": True,
            "paid_type": "enterprise",
            "portal_users_license_purchased": 0,
            "trial_action": None,
        }
        org: Body = dict.fromkeys(
            "photo_id description alias employee_count fax mobile zia_portal_id zia_zgid call_icon website".split()
        )
        org |= {
            "country": "India",
            "city": "Mumbai",
            "type": "production",
            "created_time": "2021-04-01T09:00:00+05:30",
            "mc_status": False,
            "gapps_enabled": False,
            "translation_enabled": False,
            "street": None,
            "domain_name": f"org{self.org.id}",
            "currency": "Indian Rupee - INR",
            "id": str(int(self.org.profile) - 1),
            "state": "Maharashtra",
            "zip": "400001",
            "currency_symbol": "₹",
            "currency_locale": "en_IN",
            "primary_zuid": "60012300001",
            "time_zone": "Asia/Kolkata",
            "zgid": self.org.id,
            "country_code": "IN",
            "deletable_org_account": False,
            "license_details": licence,
            "hierarchy_preferences": {"type": "Role_Hierarchy", "strictly_reporting": False},
            "phone": None,
            "company_name": "Demo Traders & Co",
            "privacy_settings": False,
            "primary_email": "patricia@example.com",
            "iso_code": "INR",
            "hipaa_compliance_enabled": False,
            "lite_users_enabled": False,
            "max_per_page": 200,
            "ezgid": "ez60012345678",
            "oauth_presence": True,
            "checkin_preferences": {"restricted_event_types": None},
        }
        return Answer(200, {"org": [org]})

    def users(self, request: Request) -> Answer:
        kind = request.query.get("type")
        shown = [self.org.me] if kind == "CurrentUser" else list(self.org.users)
        info = {"per_page": 200, "count": len(shown), "page": 1, "more_records": False}
        return Answer(200, {"users": [self._user(id) for id in shown], "info": info})

    def user(self, id: str) -> Answer:
        if id not in self.org.users:
            raise no_such_address()
        return Answer(200, {"users": [self._user(id)]})

    def _user(self, id: str) -> Body:
        name, email = self.org.users[id]
        first, last = name.split(" ", 1)
        return {
            "id": id,
            "full_name": name,
            "first_name": first,
            "last_name": last,
            "email": email,
            "role": {"name": "CEO", "id": self.org.role},
            "profile": {"name": "Administrator", "id": self.org.profile},
            "status": "active",
            "confirm": True,
            "locale": "en_US",
            "time_zone": "Asia/Kolkata",
            "zuid": str(60012300000 + int(id) % 1000),
            "created_time": "2021-04-01T09:00:00+05:30",
            "type__s": "Regular User",
        }
