"""``templates export`` and ``templates import``, as a person types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app import bootstrap
from app.cli import main
from app.services.options import Options


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))

    def run(name: str, *arguments: str) -> int:
        return main([*arguments, "--data-dir", str(tmp_path / name), "--secrets", "file"])

    return run


def test_templates_go_from_one_hub_to_another(
    machine: Callable[..., int], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    options = Options(data_dir=tmp_path / "first", secrets="file")
    with bootstrap.closing(bootstrap.start(options, kind="guest", schedule=False, listen=None)) as app:
        tidy = {"name": "Tidy", "kind": "field", "definition": {"transform": [{"name": "trim"}]}}
        app.services.templates.create(tidy)
        app.services.templates.create({**tidy, "name": "पता"})
    file = tmp_path / "templates.json"
    assert machine("first", "templates", "export", str(file)) == 0
    assert "2 templates written" in capfd.readouterr().out
    assert machine("first", "templates", "export", str(file)) == 2
    assert "--force" in capfd.readouterr().err
    assert machine("first", "templates", "export", str(file), "--force") == 0
    assert machine("second", "templates", "import", str(file)) == 0
    out = capfd.readouterr().out
    assert "Added: पता" in out
    assert "2 templates taken over." in out
    assert machine("second", "templates", "import", str(file)) == 0
    assert "0 templates taken over. 2 templates had been here before." in capfd.readouterr().out

    data = json.loads(file.read_text(encoding="utf-8"))
    data["templates"][0]["definition"] = {"transform": [{"name": "upper"}]}
    file.write_text(json.dumps(data), encoding="utf-8")
    assert machine("second", "templates", "import", str(file)) == 0
    assert "Added as 'Tidy (2)'" in capfd.readouterr().out
    assert machine("second", "templates", "import", str(file), "--replace") == 0
    assert "Changed: Tidy" in capfd.readouterr().out


@pytest.mark.parametrize("content", [None, b"\xff", b"[]", b'{"format": 3}'], ids=["missing", "bytes", "list", "newer"])
def test_a_file_that_holds_none_is_told_of(
    machine: Callable[..., int], tmp_path: Path, capfd: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    file = tmp_path / "templates.json"
    if content is not None:
        file.write_bytes(content)
    assert machine("first", "templates", "import", str(file)) == 2
    err = capfd.readouterr().err
    assert err.startswith("Error: ")
    assert "Something went wrong" not in err
