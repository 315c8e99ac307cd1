"""The editor's services from memory, with answers that a test can steer, and an editor that is open on them."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from app import bootstrap
from app.model.errors import AppError
from app.services import views as v
from app.services.mapping import views as m
from app.services.options import Options
from app.ui.mappings.editor import Editor
from tests.ui.mapping_services import Mappings

CUSTOMERS, INVOICES = "k-c1-customer", "k-c1-invoice"


class Steered(Mappings):
    """``problems`` (sentence, side) and ``lossy`` by the hub's field, ``faults`` beside the real ones, ``refuse`` what the next
    saves are answered with; ``gate`` holds the answers ``held`` back until it is set."""

    def __init__(self, home: Any) -> None:
        super().__init__(home)
        self.problems: dict[str, tuple[str, str]] = {}
        self.lossy: set[str] = set()
        self.preview_error = ""
        self.faults: tuple[m.Fault, ...] = ()
        self.refuse: list[AppError] = []
        self.gate: threading.Event | None = None
        self.held = frozenset({"samples", "check", "effects"})
        self.asked: list[str] = []

    def _wait(self, what: str, cancel: Any) -> None:
        while what in self.held and self.gate is not None and not self.gate.wait(0.01):
            cancel.check()

    def samples(self, config_id: str, limit: int = 12, cancel: Any = None) -> tuple[m.SampleRecord, ...]:
        self.asked.append("samples")
        self._wait("samples", cancel)
        return super().samples(config_id, limit, cancel)

    def preview(self, config_id: str, links: Any, sample: m.SampleRecord) -> m.MappingPreview:
        if self.preview_error:
            return m.MappingPreview(sample, (), self.preview_error)
        found = super().preview(config_id, links, sample)
        return m.MappingPreview(sample, tuple(self._row(row) for row in found.rows))

    def _row(self, row: m.PreviewRow) -> m.PreviewRow:
        if row.local in self.problems:
            problem, side = self.problems[row.local]
            row = replace(row, problem=problem, side=side)
        return replace(row, loses=row.local in self.lossy, lines=3 if "[]" in row.local else None)

    def check(self, config_id: str, links: Any, samples: Any = (), cancel: Any = None) -> m.MappingCheck:
        if samples:
            self._wait("check", cancel)
        found = super().check(config_id, links, samples, cancel)
        return replace(found, faults=found.faults + self.faults)

    def effects(self, config_id: str, links: Any, cancel: Any = None, progress: Any = None) -> Any:
        self.asked.append("effects")
        if progress is not None:
            progress(40, 120)
        self._wait("effects", cancel)
        return super().effects(config_id, links, cancel, progress)

    def save(self, config_id: str, links: Any, stamp: str) -> m.MappingBench:
        if self.refuse:
            raise self.refuse.pop(0)
        return super().save(config_id, links, stamp)


def serve(services: Any) -> Steered:
    """Give the services steerable mappings."""
    services.mappings = Steered(services)
    return services.mappings


def opened(desk: Any, qtbot: Any, config_id: str = CUSTOMERS) -> Editor:
    """An editor with a mapping on its bench and its first answers there."""
    editor = Editor(desk, desk)
    editor.open(config_id)
    qtbot.waitUntil(lambda: bool(editor.preview or editor.samples_problem) and not desk.work.busy, timeout=5000)
    return editor


def said(editor: Editor) -> list[tuple[str, str]]:
    """What is told under the board from now on."""
    heard: list[tuple[str, str]] = []
    editor.said.connect(lambda level, text: heard.append((level, text)))
    return heard


class Hub(Steered):
    """The same beside a real hub: its configs, connections and templates are the real ones."""

    def __init__(self, home: Any, real: Any) -> None:
        super().__init__(home)
        self._real = real

    def _config(self, config_id: str) -> v.ConfigView:
        return self._real.configs.get(config_id)


def real_hub(folder: Path) -> Any:
    """A program with a connection to an address where nobody answers, its customers and invoices linked as its template says."""
    made = bootstrap.start(Options(data_dir=folder / "data", secrets="file"), schedule=False, listen=None)
    services = made.services
    draft = {"erp_system": "tally", "connection_name": "Books", "auth_config": {"company": "Books"}}
    view = services.connections.create({**draft, "base_url": "http://127.0.0.1:9"})
    for entity in ("customer", "invoice"):
        services.configs.create({"connection_id": view.id, "entity_type": entity})
    return made


def serve_hub(services: Any, app: Any) -> Any:
    """Let a window's services answer from a real hub; the config of its customers."""
    real = app.services
    services.connections, services.configs, services.templates = real.connections, real.configs, real.templates
    services.mappings = Hub(services, real)
    return next(one for one in real.configs.list() if one.entity_type == "customer")
