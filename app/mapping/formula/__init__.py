"""Formulas that people write: a small language of our own over a record's fields. Nothing of Python is reachable from it.

``if(credit_days > 30 and state = 'Goa', 'B', 'A')``: numbers (decimal, exact to 40 figures), texts in ``'`` or ``"``, true, false,
null, fields by name (``custom.party`` too, ``[name]`` for any other), ``+ - * / %``, ``&`` to put texts together,
``= != < <= > >=``, and, or, not, and the functions of :mod:`app.mapping.formula.functions`.

* There are no loops: a formula of at most 2,000 characters runs a bounded number of steps, over texts of bounded length.
* Calculating with null gives null; a comparison with null is false, except that ``= null`` and ``!= null`` ask for it; ``&`` takes
  null for nothing. A field that was not read counts as null; ``exists(field)`` tells them apart, as ``is_null`` and ``is_empty``
  do null and an empty text.
* Two texts that are both written as numbers compare as numbers.
"""

from app.mapping.formula.parser import Formula, Record, compile_formula
from app.mapping.formula.tokens import FormulaError

__all__ = ["Formula", "FormulaError", "Record", "compile_formula"]
