"""Notification channels, and the calls they make."""

from __future__ import annotations

import json
import queue
import threading
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tests.simulators.web import Answer, Request
from tests.simulators.zoho.bodies import body_of
from tests.simulators.zoho.moments import read_moment, text_of
from tests.simulators.zoho.org import Org
from tests.simulators.zoho.problems import Body, Refused, error, invalid, missing, param_missing
from tests.simulators.zoho.schema import Module

_LONGEST, _DEFAULT = timedelta(days=7), timedelta(hours=1)
_EVENTS = {"insert": "create", "update": "edit", "delete": "delete"}
_MOST = 50


@dataclass
class Channel:
    id: str
    events: list[str]
    notify_url: str
    until: datetime
    token: str | None = None
    values: bool = False
    related: bool = True
    condition: Any = None


class Watch:
    """``fires``: callbacks are made, each by the worker and once, for the program's own writes too unless ``own_writes`` is off.
    ``made`` is what was called: (address, body, status or why not). ``tunnels``: what begins with an address of the Internet is
    brought to one of this machine."""

    def __init__(self, org: Org, api_domain: str = "https://www.zohoapis.in") -> None:
        self.org = org
        self.fires = False
        self.own_writes = True
        self.channels: dict[str, Channel] = {}
        self.made: list[tuple[str, Body, int | str]] = []
        self.tunnels: dict[str, str] = {}
        self._domain = api_domain
        self._calls: queue.Queue[tuple[str, Body] | None] = queue.Queue()
        self._worker: threading.Thread | None = None
        org.changed.append(self._changed)

    # --- the requests ------------------------------------------------------------------------------------------

    def answer(self, request: Request) -> Answer:
        if request.method == "GET":
            return self._listed(request)
        if request.method == "DELETE":
            return self._disabled(request)
        body = body_of(request)
        given = body.get("watch", [body] if request.method == "PATCH" and "channel_id" in body else None)
        if not isinstance(given, list) or not given:
            raise Refused(400, missing("watch", "$.watch"))
        if len(given) > _MOST:
            details = {"api_name": "watch", "json_path": "$.watch", "maximum_length": _MOST}
            raise Refused(400, error("LIMIT_REACHED", "limit exceeded", details))
        work = {"POST": self._enabled, "PUT": self._enabled, "PATCH": self._patched}[request.method]
        done = [work(one, at, request.method) for at, one in enumerate(given)]
        well = sum(one["status"] == "success" for one in done)
        good = 201 if request.method == "POST" else 200
        return Answer(good if well == len(done) else 207 if well else 400, {"watch": done})

    def _enabled(self, given: Body, at: int, method: str) -> Body:
        for name in ("channel_id", "events", "notify_url"):
            if not given.get(name):
                return missing(name, f"$.watch[{at}].{name}")
        if method == "PUT" and str(given["channel_id"]) not in self._live():
            return error("NOT_SUBSCRIBED", "channel is not subscribed", {"api_name": "channel_id"})
        problem = self._unfit(given, at)
        if problem is not None:
            return problem
        channel = Channel(
            str(given["channel_id"]),
            list(given["events"]),
            given["notify_url"],
            self._until(given),
            given.get("token"),
            bool(given.get("return_affected_field_values")),
            bool(given.get("notify_on_related_action", True)),
            given.get("notification_condition"),
        )
        self.channels[channel.id] = channel
        verb = "subscribed" if method == "POST" else "updated"
        return _done(f"Successfully {verb} for actions-watch of the given module", {"events": self._events(channel)})

    def _patched(self, given: Body, at: int, _: str) -> Body:
        channel = self._live().get(str(given.get("channel_id")))
        if channel is None:
            return error("NOT_SUBSCRIBED", "channel is not subscribed", {"api_name": "channel_id"})
        problem = self._unfit(given, at)
        if problem is not None:
            return problem
        if given.get("_delete_events"):
            events = self._events(channel, expiry=False)
            channel.events = [event for event in channel.events if event not in given.get("events", channel.events)]
            if not channel.events:
                del self.channels[channel.id]
            return _done("Successfully removed the subscribe details", {"events": events})
        channel.events = list(given.get("events", channel.events))
        channel.notify_url = given.get("notify_url", channel.notify_url)
        channel.token = given.get("token", channel.token)
        if "channel_expiry" in given:
            channel.until = self._until(given)
        return _done("Successfully updated for actions-watch of the given module", {"events": self._events(channel)})

    def _unfit(self, given: Body, at: int) -> Body | None:
        path = f"$.watch[{at}]"
        if not str(given["channel_id"]).isdigit():
            return invalid("channel_id", f"{path}.channel_id", expected_data_type="bigint")
        if len(given.get("token") or "") > 50:
            return invalid("token", f"{path}.token", maximum_length=50)
        for index, event in enumerate(given.get("events") or ()):
            module, _, what = str(event).partition(".")
            if module not in self.org.tables or what not in {"create", "edit", "delete", "all"}:
                return invalid("events", f"{path}.events[{index}]")
        if "notify_url" in given and not str(given["notify_url"]).startswith(("http://", "https://")):
            return invalid("notify_url", f"{path}.notify_url")
        expiry = given.get("channel_expiry")
        if expiry is not None and ((moment := read_moment(str(expiry))) is None or moment <= self.org.clock()):
            return invalid("channel_expiry", f"{path}.channel_expiry", expected_data_type="datetime")
        return None

    def _until(self, given: Body) -> datetime:
        """An hour for a channel without an end, or with one more than a week away."""
        now = self.org.clock()
        asked = read_moment(str(given["channel_expiry"])) if given.get("channel_expiry") else None
        return asked if asked and asked - now <= _LONGEST else now + _DEFAULT

    def _live(self) -> dict[str, Channel]:
        now = self.org.clock()
        self.channels = {id: channel for id, channel in self.channels.items() if channel.until > now}
        return self.channels

    def _resource(self, module: str) -> Body:
        uri = f"{self._domain}/crm/v8/{module}"
        return {"resource_uri": uri, "resource_id": self.org.modules[module].id, "resource_name": module}

    def _events(self, channel: Channel, expiry: bool = True) -> list[Body]:
        modules = dict.fromkeys(event.partition(".")[0] for event in channel.events)
        more = {"channel_expiry": text_of(channel.until)} if expiry else {}
        return [{**more, **self._resource(module), "channel_id": channel.id} for module in modules]

    def _listed(self, request: Request) -> Answer:
        asked = request.query
        told = [
            self._told(channel, module)
            for channel in self._live().values()
            for module in dict.fromkeys(event.partition(".")[0] for event in channel.events)
            if asked.get("channel_id", channel.id) == channel.id and asked.get("module", module) == module
        ]
        return Answer(
            200, {"watch": told, "info": {"per_page": 200, "count": len(told), "page": 1, "more_records": False}}
        )

    def _told(self, channel: Channel, module: str) -> Body:
        return {
            "notify_on_related_action": channel.related,
            "channel_expiry": text_of(channel.until),
            "return_affected_field_values": channel.values,
            **self._resource(module),
            "notify_url": channel.notify_url,
            "fields": None,
            "notification_condition": channel.condition,
            "channel_id": channel.id,
            "events": [event for event in channel.events if event.startswith(f"{module}.")],
            "token": channel.token,
        }

    def _disabled(self, request: Request) -> Answer:
        ids = [id for id in request.query.get("channel_ids", "").split(",") if id]
        if not ids:
            raise param_missing("channel_ids", "One of the expected parameter is missing")
        done = []
        for id in ids:
            channel = self._live().pop(id, None)
            if channel is None:
                done.append(error("NOT_SUBSCRIBED", "channel is not subscribed", {"api_name": "channel_ids"}))
                continue
            details = {**self._resource(channel.events[0].partition(".")[0]), "channel_id": id}
            done.append(_done("Successfully un-subscribed from actions-watch", details))
        well = sum(one["status"] == "success" for one in done)
        return Answer(200 if well == len(done) else 207 if well else 400, {"watch": done})

    # --- the callbacks -----------------------------------------------------------------------------------------

    def _changed(self, module: Module, operation: str, ids: list[str], names: list[str], who: str) -> None:
        if not self.fires or (who == self.org.me and not self.own_writes):
            return
        wanted = {f"{module.name}.all", f"{module.name}.{_EVENTS[operation]}"}
        for channel in list(self._live().values()):
            if wanted & set(channel.events):
                self._call(channel, self._news(module, operation, ids, names, channel))

    def _news(self, module: Module, operation: str, ids: list[str], names: list[str], channel: Channel) -> Body:
        edited = operation == "update"
        told: Body = {
            "server_time": int(self.org.clock().timestamp() * 1000),
            "query_params": {},
            "module": module.name,
            "resource_uri": f"{self._domain}/crm/v8/{module.name}",
            "ids": ids,
            "affected_fields": [{id: names} for id in ids] if edited else [],
            "operation": operation,
            "channel_id": channel.id,
            "token": channel.token,
        }
        if channel.values and edited:
            records = self.org.tables[module.name].records
            values = [{"record_id": id, "values": {name: records[id].get(name) for name in names}} for id in ids]
            told["affected_values"] = values
        return told

    def _call(self, channel: Channel, news: Body) -> None:
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="zoho-watch", daemon=True)
            self._worker.start()
        self._calls.put((channel.notify_url, news))

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            address, news = call
            self.made.append((address, news, _posted(self._reached_at(address), news)))
            self._calls.task_done()
        self._calls.task_done()

    def _reached_at(self, address: str) -> str:
        end = next((one for one in self.tunnels if address.startswith(one)), "")
        return self.tunnels[end] + address.removeprefix(end) if end else address

    def settle(self) -> None:
        """Until every callback that is due was made."""
        self._calls.join()

    def stop(self) -> None:
        if self._worker is not None:
            self._calls.put(None)
            self._worker.join(10)
            self._worker = None


def _posted(address: str, news: Body) -> int | str:
    request = urllib.request.Request(
        address, json.dumps(news).encode(), {"Content-Type": "application/json"}, method="POST"
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return int(error.code)
    except OSError as error:
        return str(error)


def _done(message: str, details: Body) -> Body:
    return {"code": "SUCCESS", "details": details, "message": message, "status": "success"}
