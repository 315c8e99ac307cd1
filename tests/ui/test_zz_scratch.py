from __future__ import annotations
import json, os, time
from pathlib import Path
from typing import Any
import pytest
from app import bootstrap
from app.services.options import ListenAt, Options
from tests.ui import looking
from tests.ui.test_screens import nameless
from tests.ui.tour import Tour

@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALESMATE_SYNC_LOCKS", str(folder / "locks"))
        options = Options(data_dir=folder / "data", secrets="file")
        made = bootstrap.start_demo(options, customers=6, items=3, vouchers=8, schedule=False, listen=None)
        try:
            services = made.services
            log_id = services.runs.start(connection_id=services.connections.list()[0].id)
            assert services.runs.wait(log_id, 60).status == "completed"
            yield made
        finally:
            made.close()

def test_it(qapp, theme, qtbot, hub, tmp_path):
    out = Path("/tmp/everyone/pics"); out.mkdir(exist_ok=True)
    look, language, text, w, h = os.environ.get("TOUR", "light en 100 1280 840").split()
    only = os.environ.get("ONLY", "")
    tour = Tour(qtbot, hub, look=look, language=language, text=int(text), size=(int(w), int(h)))
    found = {}; words = {}
    try:
        import traceback
        def all_stations():
            for part in ("_overview _connections _records _mappings _conflicts _activity _webhooks _settings _totals _wizard_pages _last").split():
                if only and part[1:] not in only.split(","): continue
                try:
                    yield from getattr(tour, part)()
                except Exception:
                    traceback.print_exc()
                    for d in qapp.topLevelWidgets():
                        if d.isVisible() and d is not tour.window: print("closing", d); d.close()
        import sys; sys.stderr = sys.stdout
        for name, root in all_stations():
            t = time.process_time()
            root.grab().save(str(out / f"{name}-{look}-{language}-{text}.png"))
            one = found[name] = {}
            one["nameless"] = nameless(root)
            one["same"] = looking.same_names(root)
            one["mnemonics"] = looking.mnemonics(root)
            if "menu" not in name and "TAB" in os.environ: one["tab"] = looking.tab_round(root)
            one["contrast"] = looking.low_contrast(root)
            one["cut"] = looking.cut(root)
            one["outside"] = looking.outside(root)
            words[name] = sorted(looking.words_on(root))
            print(name, round(time.process_time() - t, 2), flush=True)
    finally:
        Path(f"/tmp/everyone/found-{look}-{language}-{text}.json").write_text(json.dumps(found, indent=1, ensure_ascii=False))
        Path(f"/tmp/everyone/words-{look}-{language}-{text}.json").write_text(json.dumps(words, indent=1, ensure_ascii=False))
        tour.close()
