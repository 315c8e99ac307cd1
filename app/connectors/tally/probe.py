"""What is found out once per install, where live sources contradict each other (docs/protocols/tally.md: Requests,
Balances)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from app.connectors.tally import errors, requests, values
from app.connectors.tally.requests import FilterWord, Kind, Period
from app.connectors.tally.session import Session, identity_of
from app.connectors.tally.windows import period_around
from app.model.cancel import CancelToken
from app.model.records import RemoteRecord


def ensure(session: Session, cancel: CancelToken) -> None:
    """Make sure of what every read depends on; later calls cost nothing."""
    facts = session.facts
    if facts.word and (facts.alter_filter is not None or not session.company.altvchid):
        return
    if not facts.word:
        facts.word = _filter_word(session, cancel)
    if facts.alter_filter is None and session.company.altvchid:
        facts.alter_filter = _alter_id_filters(session, cancel)
    if facts.closing_follows_period is None and session.company.altvchid:
        facts.closing_follows_period = _closing_follows_period(session, cancel)
    session.save_facts()


def _filter_word(session: Session, cancel: CancelToken) -> str:
    """FILTERS or FILTER: the one with which a filter that nothing passes brings nothing."""
    for word in FilterWord:
        request = requests.collection(
            session.company.name,
            Kind.GROUP,
            ("MASTERID",),
            "a probe of filters",
            where=requests.master_id_until(0),
            period=session.whole_period,
            word=word,
        )
        if not session.client.ask(request, identity_of, cancel).objects:
            return word.value
    raise errors.filters_ignored()


def _alter_id_filters(session: Session, cancel: CancelToken) -> bool:
    """Whether ``$AlterID`` filters vouchers: of the last day's vouchers all are above 0, none above the counter."""
    day = session.last_day

    def count(above: int) -> int:
        reply = session.collect(
            Kind.VOUCHER,
            ("MASTERID",),
            "a probe of voucher filters",
            identity_of,
            cancel,
            where=requests.alter_id_above(above) & requests.days(day - timedelta(days=1), day),
            period=Period(*period_around(day, day)),
        )
        return reply.objects

    return count(0) > 0 and count(session.company.altvchid + 1_000_000) == 0


def _closing_follows_period(session: Session, cancel: CancelToken) -> bool:
    """Whether closing balances are as of SVTODATE. We send the whole period always, so either way they are of today."""
    first = session.first_day

    def balances(period: Period) -> list[str | None]:
        reply = session.collect(
            Kind.LEDGER,
            ("MASTERID", "CLOSINGBALANCE"),
            "a probe of balances",
            lambda one: values.money(one.findtext("CLOSINGBALANCE")) or "",
            cancel,
            where=requests.master_id_until(200),
            period=period,
        )
        return list(reply.rows)

    return balances(Period(*period_around(first, first))) != balances(session.whole_period)


def same_by_both_forms(records: Sequence[RemoteRecord], by_object: Sequence[RemoteRecord]) -> bool:
    """Whether the collection form held all that the Object form holds: lists below lists are not complete
    everywhere."""
    alone = {record.id: record for record in by_object}
    return all(alone[record.id].fields == record.fields for record in records if record.id in alone)
