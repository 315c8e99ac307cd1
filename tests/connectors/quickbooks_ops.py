"""Writes to a simulated QuickBooks Online as the engine makes them, and what was sent for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.connectors.base import WriteKind, WriteOp, Written
from app.model.cancel import CancelToken
from app.model.errors import Rejected
from app.model.records import RemoteRecord
from tests.connectors.quickbooks_rig import QuickbooksRig

DETAIL = "SalesItemLineDetail"


def create(module: str, number: int = 1, **fields: Any) -> WriteOp:
    return WriteOp(
        f"op-{module}-{number}", WriteKind.CREATE, "customer", module, f"hub-{number}", f"no. {number}", fields, fields
    )


def change(record: RemoteRecord, **fields: Any) -> WriteOp:
    return WriteOp(
        f"op-{record.id}-{record.version}", WriteKind.UPDATE, "customer", record.module, "hub-1", record.label, fields,
        fields, remote_id=record.id, expected_version=record.version,
    )  # fmt: skip


def delete(record: RemoteRecord) -> WriteOp:
    return replace(change(record), kind=WriteKind.DELETE)


def write(rig: QuickbooksRig, *ops: WriteOp, **auth: Any) -> list[Any]:
    return list(rig.open(**auth).write_many(ops, CancelToken()))


def made(rig: QuickbooksRig, *ops: WriteOp, **auth: Any) -> list[RemoteRecord]:
    outcomes = write(rig, *ops, **auth)
    assert all(isinstance(one, Written) for one in outcomes), outcomes
    return [one.record for one in outcomes]


def one(rig: QuickbooksRig, op: WriteOp) -> RemoteRecord:
    (record,) = made(rig, op)
    return record


def refused(rig: QuickbooksRig, op: WriteOp) -> Rejected:
    rig.sim.clear()
    (outcome,) = write(rig, op)
    assert isinstance(outcome, Rejected), outcome
    assert outcome.hint
    assert sent(rig) == []
    return outcome


def read(rig: QuickbooksRig, module: str, ident: str) -> RemoteRecord:
    (record,) = rig.open().read(module, [ident], CancelToken())
    return record


def some(rig: QuickbooksRig, module: str) -> RemoteRecord:
    return read(rig, module, rig.some(module))


def sent(rig: QuickbooksRig) -> list[Any]:
    return rig.sim.asked("create", "update", "delete", "void", "batch")


def asked(rig: QuickbooksRig) -> list[str]:
    return [entry.kind for entry in rig.sim.requests if entry.kind not in {"token", "discovery"}]


def body(entry: Any) -> Mapping[str, Any]:
    assert isinstance(entry.body, dict)
    return entry.body


def line(item: str, quantity: Any, price: Any, amount: Any, **more: Any) -> dict[str, Any]:
    return {"Amount": amount, DETAIL: {"ItemRef": item, "Qty": quantity, "UnitPrice": price}, **more}


def invoice(rig: QuickbooksRig, *lines: dict[str, Any], **fields: Any) -> dict[str, Any]:
    rows = list(lines) or [line(rig.some("Item"), "2", "100", "200")]
    return {"CustomerRef": rig.some("Customer"), "TxnDate": "2026-11-01", "Line": rows, **fields}
