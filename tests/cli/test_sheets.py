"""``export`` and ``import``, as a person types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli import main


def test_a_list_comes_in_and_goes_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--data-dir", str(tmp_path / "data"), "--secrets", "file"])
        told = capfd.readouterr()
        return code, told.out, told.err

    file = tmp_path / "list.csv"
    file.write_text('Party Name,Credit Limit,Route\nA & Co,"1,50,000",x\nB,x,\n')
    code, out, err = run("import", "customer", str(file), "--dry-run")
    assert (code, out.splitlines()[0]) == (1, "1 new, 0 changed, 0 same, 0 doubtful, 1 wrong")
    assert "row 3 B: Credit Limit: “x” is not a number" in out
    assert "Party Name → Business name\n" in err
    assert "Route is not taken" in err
    assert run("import", "customer", str(file), "--only-new")[0] == 1
    assert "1 record is in" in run("export", "customers", str(tmp_path / "out.xlsx"), "--search", "co")[1]
    assert run("import", "customer", str(tmp_path / "out.xlsx"))[:2] == (
        0,
        "0 new, 0 changed, 1 same, 0 doubtful, 0 wrong\n",
    )
    assert run("export", "nonsense", str(tmp_path / "out.xlsx"))[0] == 2
