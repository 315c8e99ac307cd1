"""The bare limit of a first pull: fetch, clean, parse, bulk insert of the same bytes into plain tables.

No links, no shadows, no history, no mapping, no hub: what any loader must do at the least. Runs in a process of its own, on
the requests that the real pull recorded, and prints one line of JSON.
"""

from __future__ import annotations

import base64
import codecs
import http.client
import json
import re
import resource
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from lxml import etree

_BAD = re.compile(r"&#(?:[0-8]|1[124-9]|2\d|3[01]|x[0-9a-fA-F]|x1[0-9a-fA-F]);")
_CONTROL = bytes((*range(9), 11, 12, *range(14, 32)))
_GROUP = 500_000
_HEADERS = {"Content-Type": "text/xml; charset=utf-16"}

VOUCHER = ("GUID", "MASTERID", "ALTERID", "DATE", "VOUCHERTYPENAME", "VOUCHERNUMBER", "PARTYLEDGERNAME", "REFERENCE",
           "NARRATION", "PLACEOFSUPPLY", "ISCANCELLED", "ISOPTIONAL")  # fmt: skip
ITEM = ("STOCKITEMNAME", "GSTHSNNAME", "RATE", "DISCOUNT", "AMOUNT", "ACTUALQTY", "BILLEDQTY")
ENTRY = ("LEDGERNAME", "ISDEEMEDPOSITIVE", "AMOUNT")
BILL = ("NAME", "BILLTYPE", "BILLCREDITPERIOD", "AMOUNT")
BANK = ("TRANSACTIONTYPE", "INSTRUMENTNUMBER", "INSTRUMENTDATE")
RATE = ("GSTRATEDUTYHEAD", "GSTRATE")
ACCOUNT = ("LEDGERNAME", "AMOUNT")
BATCH = ("ORDERDUEDATE",)
#: Every list that the requests ask for is a plain table: (table, columns, tag, its parent's tag).
_INSIDE_ITEM = (
    ("rates", RATE, "RATEDETAILS.LIST"),
    ("accounts", ACCOUNT, "ACCOUNTINGALLOCATIONS.LIST"),
    ("batches", BATCH, "BATCHALLOCATIONS.LIST"),
)
_INSIDE_ENTRY = (("bills", BILL, "BILLALLOCATIONS.LIST"), ("banks", BANK, "BANKALLOCATIONS.LIST"))
LISTS = (
    ("items", ITEM, "ALLINVENTORYENTRIES.LIST", _INSIDE_ITEM),
    ("entries", ENTRY, "ALLLEDGERENTRIES.LIST", _INSIDE_ENTRY),
)


def main(url: str, recorded: Path, database: Path) -> None:
    store = sqlite3.connect(database, isolation_level=None)
    store.execute("PRAGMA journal_mode=WAL")
    store.execute("PRAGMA synchronous=NORMAL")
    tables = {"vouchers": VOUCHER}
    for table, columns, _, inner in LISTS:
        tables |= {table: ("MASTERID", *columns)} | {name: ("MASTERID", *inside) for name, inside, _ in inner}
    for name, columns in tables.items():
        store.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
    store.execute("CREATE TABLE masters (kind, name, fields)")
    store.execute("CREATE TABLE details (name, list, fields)")
    requests = [base64.b64decode(line) for line in recorded.read_bytes().splitlines()]
    before = resource.getrusage(resource.RUSAGE_SELF)
    rows = size = 0
    for body in requests:
        tag = _tag(body)
        for group, got in _groups(url, body, tag):
            size += got
            rows += _insert(store, group, tag)
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps({"cpu": cpu, "rss_mb": after.ru_maxrss / 1024, "rows": rows, "bytes": size}))


def _tag(body: bytes) -> str:
    text = body.decode("utf-16-le")
    found = re.search(r"<COLLECTION [^>]*>\s*<TYPE>(\w+)</TYPE>", text)
    return found.group(1).upper() if found else "NOTHING"


def _chunks(url: str, body: bytes) -> Iterator[bytes]:
    with closing(http.client.HTTPConnection(url.removeprefix("http://"))) as connection:
        connection.request("POST", "/", body, _HEADERS)
        answer = connection.getresponse()
        while chunk := answer.read(262_144):
            yield chunk


def _groups(url: str, body: bytes, tag: str) -> Iterator[tuple[list[etree._Element], int]]:
    decoder = codecs.getincrementaldecoder("utf-16-le")()
    end, start = f"</{tag}>", f"<{tag} "
    held, got, begun = "", 0, False
    for chunk in _chunks(url, body):
        got += len(chunk)
        held += decoder.decode(chunk)
        if len(held) < _GROUP:
            continue
        if not begun:
            first = held.find(start)
            if first < 0:
                continue
            held, begun = held[first:], True
        cut = held.rfind(end)
        if cut > 0:
            yield _parse(held[: cut + len(end)]), got
            got, held = 0, held[cut + len(end) :]
    if not begun:
        first = held.find(start)
        held = held[first:] if first >= 0 else ""
    cut = held.rfind(end)
    yield (_parse(held[: cut + len(end)]) if cut > 0 else []), got


def _parse(text: str) -> list[etree._Element]:
    if "&#" in text:
        text = _BAD.sub("", text)
    data = f"<r>{text}</r>".encode().translate(None, _CONTROL)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True)
    return list(etree.fromstring(data, parser))


def _insert(store: sqlite3.Connection, objects: list[etree._Element], tag: str) -> int:
    if tag != "VOUCHER":
        return _insert_masters(store, objects, tag)
    rows: dict[str, list[tuple[str | None, ...]]] = defaultdict(list)
    for one in objects:
        found = {child.tag: child.text for child in one}
        number = found.get("MASTERID")
        rows["vouchers"].append(tuple(map(found.get, VOUCHER)))
        for table, columns, list_tag, inner in LISTS:
            for part in one.iterfind(list_tag):
                values = {child.tag: child.text for child in part}
                if not values:
                    continue
                rows[table].append((number, *map(values.get, columns)))
                for name, inside, inner_tag in inner:
                    for piece in part.iterfind(inner_tag):
                        leaf = {child.tag: child.text for child in piece}
                        if leaf:
                            rows[name].append((number, *map(leaf.get, inside)))
    store.execute("BEGIN")
    for name, listed in rows.items():
        store.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(listed[0]))})", listed)
    store.execute("COMMIT")
    return sum(map(len, rows.values()))


def _insert_masters(store: sqlite3.Connection, objects: list[etree._Element], tag: str) -> int:
    """A master's own fields are a row, and so is each element of its lists (addresses, registrations, rates, names)."""
    masters, details = [], []
    for one in objects:
        name = one.get("NAME")
        fields = {}
        for child in one:
            if len(child):
                _details(child, name, details)
            else:
                fields[child.tag] = child.text
        masters.append((tag, name, json.dumps(fields)))
    store.execute("BEGIN")
    store.executemany("INSERT INTO masters VALUES (?,?,?)", masters)
    store.executemany("INSERT INTO details VALUES (?,?,?)", details)
    store.execute("COMMIT")
    return len(masters) + len(details)


def _details(element: etree._Element, name: str | None, rows: list[tuple[str | None, str, str]]) -> None:
    fields = {}
    for child in element:
        if len(child):
            _details(child, name, rows)
        else:
            fields[child.tag] = child.text
    rows.append((name, element.tag, json.dumps(fields)))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
