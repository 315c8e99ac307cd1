"""The formula language of filters."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from app.simulator.formula import Day, DeadlyFormula, FormulaError, compile_formula, date_bounds, parse
from app.simulator.values import parse_date

METHODS = {
    "date": lambda row: Day(row.date),
    "alterid": lambda row: row.alter,
    "name": lambda row: row.name,
    "iscancelled": lambda row: row.cancelled,
    "nothing": lambda row: None,
}
ROW = SimpleNamespace(date=parse_date("20260805"), alter=12, name="Sri Sai-Ram", cancelled=False)


def run(text, variables=None):
    return bool(compile_formula(parse(text), METHODS, variables or {}, {})(ROW))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('$Date >= $$Date:"20260801" AND $Date <= $$Date:"20260807"', True),
        ('$Date > $$Date:"20260805"', False),
        ("$AlterID > 10 AND $AlterID <= 12", True),
        ("$AlterID > 12 OR $AlterID = 12", True),
        ("NOT $IsCancelled", True),
        ("NOT ($AlterID = 12 OR $IsCancelled)", False),
        ("$IsCancelled = No", True),
        ('$Name = "sri sai ram"', True),
        ('$Name <> "Other"', True),
        ("$Nothing = 0", False),
        ("$Nothing <> 0", False),
        ('$Date >= "20260801"', False),
        ("$Unknown = 1", False),
    ],
)
def test_predicates(text, expected):
    assert run(text) is expected


def test_a_refused_variable_matches_nothing():
    assert run("$Date <= ##SVToDate", {"svtodate": Day(ROW.date)})
    assert not run("$Date <= ##SVToDate", {})


@pytest.mark.parametrize("text", ["$MasterID = 1 2 3", "$$Is Sales", "$$Func:Some Name"])
def test_deadly_formulas(text):
    with pytest.raises(DeadlyFormula):
        parse(text)


@pytest.mark.parametrize("text", ["", "$AlterID >", "((", "%"])
def test_nonsense(text):
    with pytest.raises(FormulaError):
        parse(text)


def test_bounds_are_read_off_the_outer_ands():
    first, last = parse_date("20260801"), parse_date("20260807")
    node = parse('$Date >= $$Date:"20260801" AND $$Date:"20260807" >= $Date AND ($AlterID > 3)')
    assert date_bounds(node, {}) == (first, last)
    low, high = date_bounds(parse('$Date > $$Date:"20260801" OR $AlterID = 1'), {})
    assert low == 0
    assert high > last
