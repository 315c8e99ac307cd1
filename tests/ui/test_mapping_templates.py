"""Templates in the editor, on a real hub: what one would change is shown before it does, and it can be taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.services.template.views import AppliedView, BatchApplied, ImportReport
from app.services.views import MappingView
from app.sync.effects import Effects
from app.ui.mappings import templates_presenter as presenter
from app.ui.mappings.template_manager import ManageTemplates
from app.ui.mappings.templates import TemplatesMenu
from tests.ui.conftest import calm, throw_away
from tests.ui.mapping_bench import opened, real_hub, said, serve_hub
from tests.ui.test_screens import click, nameless

SHORT = [
    {"localField": "business_name", "remoteField": "NAME", "isRequired": True},
    {"localField": "phone", "remoteField": "LEDGERMOBILE"},
    {"localField": "gstin", "remoteField": "PARTYGSTIN"},
]


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("hub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALESMATE_SYNC_LOCKS", str(folder / "locks"))
        made = real_hub(folder)
        yield made
        made.close()


@pytest.fixture
def config(hub: Any, services: Any) -> Iterator[Any]:
    found = serve_hub(services, hub)
    kept = {one.id: one.field_mappings for one in hub.services.configs.list()}
    yield found
    for one in presenter.everything(hub.services.templates):
        hub.services.configs.update(found.id, {"field_mappings": list(kept[found.id])})
        hub.services.templates.delete(one.id)
    for key, links in kept.items():
        hub.services.configs.update(key, {"field_mappings": list(links)})


@pytest.fixture
def templates(hub: Any, config: Any) -> Any:
    return hub.services.templates


@pytest.fixture
def editor(desk: Any, config: Any, qtbot: Any) -> Any:
    return opened(desk, qtbot, config.id)


@pytest.fixture
def menu(editor: Any, shown: Any) -> Iterator[TemplatesMenu]:
    parent = shown(QWidget())
    made = TemplatesMenu(editor, parent)
    made.show()
    yield made
    if made.dialog is not None:
        throw_away(made.dialog)


def open_dialog(menu: TemplatesMenu, action: Any, desk: Any, qtbot: Any) -> Any:
    action.trigger()
    calm(qtbot, desk)
    assert menu.dialog is not None
    assert nameless(menu.dialog) == []
    return menu.dialog


def record(templates: Any, name: str = "Short") -> Any:
    definition = {"entity_type": "customer", "field_mappings": SHORT}
    return templates.create({"name": name, "kind": "record", "erp_system": "tally", "definition": definition})


def column(table: Any, at: int) -> list[str]:
    return [table.model().index(row, at).data() for row in range(table.model().rowCount())]


# --- in words ---------------------------------------------------------------------------------------------


def test_differences_link_by_link():
    before = [
        MappingView("a", "A", "text"),
        MappingView("b", "B", "text"),
        MappingView("c", "C", "text"),
        MappingView("d", "D", "text"),
    ]
    after = [
        MappingView("a", "A", "text", transform=[], value_map={}),
        MappingView("b", "X", "text"),
        MappingView("c", "C", "text", is_required=True),
        MappingView("e", "E", "text"),
    ]
    found = presenter.differences(before, after)
    assert [(one.what, one.local, one.remote, one.before) for one in found] == [
        ("added", "e", "E", ""),
        ("changed", "b", "X", "B"),
        ("changed", "c", "C", ""),
        ("removed", "d", "D", ""),
    ]
    assert presenter.summary(found) == "1 new link, 2 links changed, 1 link removed"
    assert presenter.summary([]) == "nothing changes"
    assert [cell.text for cell in presenter.difference_cells(found[1], str.upper)] == ["≠  changed", "B", "B → X"]


def test_what_an_import_did():
    report = ImportReport(("A", "B"), ("C",), (("D", "D (2)"),), ("E",))
    assert presenter.import_words(report).splitlines() == [
        "Added: A, B.",
        "Replaced, as a new version: E.",
        "Added under another name: D as D (2).",
        "Here already, and the same: C.",
    ]
    assert presenter.import_words(ImportReport()) == "There is no template in the file."


def test_what_a_connection_got():
    applied = BatchApplied((AppliedView("k", "customer", "Ledger", ("Phone is linked twice.",)),), ("deal",))
    assert presenter.applied_words(applied).splitlines() == [
        "Links set: Customers.",
        "Not synced over this connection, left out: Deals.",
        "Customers: Phone is linked twice.",
    ]


@pytest.mark.parametrize(
    ("definition", "words"),
    [
        ({"mappings": [{}, {}]}, "2 kinds of record"),
        ({"fieldMappings": [{}]}, "1 link"),
        (
            {"transform": [{}], "valueMap": {"pairs": [[], []]}, "validation": [{}]},
            "1 step, a table of 2 values, 1 rule",
        ),
    ],
    ids=["batch", "record", "field"],
)
def test_how_much_a_template_holds(definition, words):
    assert presenter.held(definition) == words


# --- the standard mapping -----------------------------------------------------------------------------------


def test_the_standard_mapping_is_one_step_and_not_saved(menu, editor, desk, qtbot):
    told = said(editor)
    menu.standard.trigger()
    calm(qtbot, desk)
    assert told == [("info", "This is the standard mapping already.")]
    standard = editor.document.links
    editor.document.remove([0, 1], "unlink")
    changed = editor.document.links
    menu.standard.trigger()
    calm(qtbot, desk)
    assert {link.local_field for link in editor.document.links} == {link.local_field for link in standard}
    assert "Nothing is stored before you save." in told[-1][1]
    editor.document.undo()
    assert editor.document.links == changed


def test_without_a_mapping_there_is_only_the_list(desk, config, qtbot, editor, menu):
    editor.close()
    assert not any(action.isEnabled() for action in (menu.standard, menu.load, menu.save, menu.batch))
    assert menu.manage.isEnabled()


# --- one kind of record -------------------------------------------------------------------------------------


def test_a_template_is_loaded_as_one_step_after_a_look_at_what_it_changes(menu, editor, templates, desk, qtbot):
    record(templates)
    templates.from_connection(editor.bench.config.connection_id, "Whole")
    dialog = open_dialog(menu, menu.load, desk, qtbot)
    assert column(dialog.choice.table, 0) == ["Short"]
    assert dialog.summary.text().startswith("What would change: ")
    at = column(dialog.changes, 1).index("Phone")
    assert column(dialog.changes, 2)[at] == "LEDGERPHONE → LEDGERMOBILE"
    assert not editor.is_dirty
    before = editor.document.links
    qtbot.keyClick(dialog.choice.table, Qt.Key.Key_Return)
    calm(qtbot, desk)
    assert [link.remote_field for link in editor.document.links] == ["NAME", "LEDGERMOBILE", "PARTYGSTIN"]
    assert editor.document.undo_title == "load the template Short"
    assert presenter.everything(templates, kind="record")[0].uses == 1
    editor.document.undo()
    assert editor.document.links == before
    assert menu.dialog is None


def test_no_template_yet_says_how_to_make_one(menu, desk, qtbot):
    dialog = open_dialog(menu, menu.load, desk, qtbot)
    assert not dialog.load_button.isEnabled()
    assert dialog.choice._stack.currentIndex() == 1


def test_what_stands_here_is_saved_as_a_template(menu, editor, templates, desk, qtbot):
    told = said(editor)
    editor.document.remove(range(1, len(editor.document.links)), "unlink")
    dialog = open_dialog(menu, menu.save, desk, qtbot)
    assert not dialog.save_button.isEnabled()
    dialog.name.setText("Names alone")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    calm(qtbot, desk)
    made = presenter.everything(templates)[0]
    assert (made.kind, made.system, len(made.definition["fieldMappings"])) == ("record", "tally", 1)
    assert told[-1] == ("info", "Saved as the template “Names alone”.")


def test_a_name_that_is_taken_is_said_at_the_name(menu, templates, desk, qtbot):
    record(templates)
    dialog = open_dialog(menu, menu.save, desk, qtbot)
    dialog.name.setText("short")
    dialog.save_button.click()
    calm(qtbot, desk)
    assert "There is a template called" in dialog.note.accessibleName()
    assert dialog.name.selectedText() == "short"


def test_a_template_made_of_a_mapping_changes_nothing_in_it(menu, editor, templates, config, desk, qtbot):
    templates.from_config(config.id, "As it is")
    dialog = open_dialog(menu, menu.load, desk, qtbot)
    assert dialog.summary.text() == "What would change: nothing changes"
    assert not dialog.load_button.isEnabled()


# --- a whole connection ---------------------------------------------------------------------------------------


def test_a_whole_connection_is_set_after_it_was_said_what_that_does(
    menu, editor, hub, services, templates, config, desk, qtbot
):
    stored = editor.document.links
    hub.services.configs.update(config.id, {"field_mappings": list(stored[:3])})
    templates.from_connection(config.connection_id, "Three")
    services.mappings.effects_answer = Effects(5, ())
    hub.services.configs.update(config.id, {"field_mappings": list(stored)})
    editor.open(config.id)
    calm(qtbot, desk)
    editor.document.remove([0], "unlink")
    dialog = open_dialog(menu, menu.batch, desk, qtbot)
    assert dialog.unsaved.isVisible()
    effects = dict(zip(column(dialog.effects, 0), column(dialog.effects, 1), strict=True))
    assert effects == {"Customers": f"{len(stored) - 3} links removed", "Invoices": "nothing changes"}
    assert column(dialog.effects, 2) == ["Nothing changes for them. 5 synced records were looked at.", ""]
    assert len(hub.services.configs.get(config.id).field_mappings) == len(stored)
    dialog.apply_button.click()
    calm(qtbot, desk)
    assert len(hub.services.configs.get(config.id).field_mappings) == 3
    assert "Links set: Customers, Invoices." in dialog.choice.note.accessibleName()
    assert len(editor.document.links) == 3
    assert not editor.is_dirty
    editor.document.undo()
    assert editor.document.links == stored[1:]


def test_a_template_of_every_kind_is_saved(menu, editor, templates, desk, qtbot):
    editor.document.remove([0], "unlink")
    dialog = open_dialog(menu, menu.save, desk, qtbot)
    assert not dialog.unsaved.isVisible()
    dialog.all.setChecked(True)
    assert dialog.unsaved.isVisible()
    dialog.name.setText("All of it")
    dialog.save_button.click()
    calm(qtbot, desk)
    made = presenter.everything(templates)[0]
    assert (made.kind, presenter.held(made.definition)) == ("batch", "2 kinds of record")


# --- all of them ----------------------------------------------------------------------------------------------


@pytest.fixture
def manager(desk: Any, templates: Any, shown: Any, qtbot: Any) -> ManageTemplates:
    one = record(templates)
    templates.update(one.id, {"definition": {"entity_type": "customer", "field_mappings": SHORT[:1]}})
    templates.create({"name": "Tidy", "kind": "field", "definition": {"transform": [{"name": "trim"}]}})
    made = shown(ManageTemplates(desk, None))
    calm(qtbot, desk)
    return made


def choose(manager: ManageTemplates, name: str, desk: Any, qtbot: Any) -> None:
    manager.table.selectRow(column(manager.table, 0).index(name))
    calm(qtbot, desk)


def test_all_kinds_are_listed(manager):
    assert nameless(manager) == []
    assert column(manager.table, 1) == ["One kind of record", "Steps for one field"]
    assert column(manager.table, 2) == ["Customers, Tally Prime", "every system"]
    assert column(manager.table, 4) == ["not yet", "by no link"]


def test_a_template_is_renamed(manager, templates, desk, qtbot):
    choose(manager, "Tidy", desk, qtbot)
    manager.name.setText("Tidy texts")
    qtbot.keyClick(manager.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: column(manager.table, 0) == ["Short", "Tidy texts"])
    assert manager.template.name == "Tidy texts"


def test_an_earlier_version_comes_back(manager, templates, desk, qtbot):
    choose(manager, "Short", desk, qtbot)
    assert column(manager.versions, 0) == ["2 (now)", "1"]
    assert column(manager.versions, 2) == ["1 link", "3 links"]
    assert not manager.back_button.isEnabled()
    manager.versions.selectRow(1)
    click(qtbot, manager, "Go back to this version")
    calm(qtbot, desk)
    assert column(manager.versions, 2) == ["3 links", "1 link", "3 links"]
    assert len(templates.get(manager.template.id).definition["fieldMappings"]) == 3


def test_deleting_is_asked_about(manager, templates, desk, qtbot):
    choose(manager, "Short", desk, qtbot)
    qtbot.keyClick(manager.table, Qt.Key.Key_Delete)
    assert "Delete “Short” with its versions?" in manager.note.accessibleName()
    click(qtbot, manager, "Keep it")
    assert len(presenter.everything(templates)) == 2
    manager.delete_button.click()
    click(qtbot, manager, "Delete")
    calm(qtbot, desk)
    assert column(manager.table, 0) == ["Tidy"]


def test_one_in_use_is_not_deleted_and_says_by_whom(manager, hub, templates, config, desk, qtbot):
    choose(manager, "Tidy", desk, qtbot)
    links = [
        {
            "localField": "business_name",
            "remoteField": "NAME",
            "transform": manager.template.id,
            "direction": "to_local",
        }
    ]
    hub.services.configs.update(config.id, {"field_mappings": links})
    manager.delete_button.click()
    click(qtbot, manager, "Delete")
    calm(qtbot, desk)
    assert "Links of Books (customers) use this template; it was not deleted." in manager.note.accessibleName()
    assert len(presenter.everything(templates)) == 2


def test_templates_are_taken_along_in_a_file(manager, templates, desk, qtbot, tmp_path: Path):
    path = tmp_path / "templates.json"
    choose(manager, "Tidy", desk, qtbot)
    manager.export(str(path), [manager.template.id])
    calm(qtbot, desk)
    assert "1 template was exported" in manager.note.accessibleName()
    assert [one["name"] for one in json.loads(path.read_text(encoding="utf-8"))["templates"]] == ["Tidy"]
    manager.export(str(path))
    calm(qtbot, desk)
    templates.update(manager.template.id, {"definition": {"transform": [{"name": "upper"}]}})
    manager.import_(str(path))
    calm(qtbot, desk)
    said = manager.note.accessibleName()
    assert "Added under another name: Tidy as Tidy (2)." in said
    assert "Here already, and the same: Short." in said
    manager.replace.setChecked(True)
    manager.import_(str(path))
    calm(qtbot, desk)
    assert "Replaced, as a new version: Tidy." in manager.note.accessibleName()


def test_a_file_that_holds_no_templates_changes_nothing(manager, templates, desk, qtbot, tmp_path: Path):
    path = tmp_path / "other.json"
    path.write_text("[1, 2]", encoding="utf-8")
    manager.import_(str(path))
    calm(qtbot, desk)
    assert "These are not exported templates." in manager.note.accessibleName()
    assert len(presenter.everything(templates)) == 2
