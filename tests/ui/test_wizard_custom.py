"""A system that nobody knows yet, in the wizard: its definition by the guided form, as a text, and from a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWizard

from app.connectors.custom import KIND
from app.ui.wizard import definition
from app.ui.wizard.definition_page import LISTS, TEXT
from app.ui.wizard.wizard import ConnectionWizard
from tests.connectors.custom_rig import stock
from tests.simulators.custom import RestErp
from tests.simulators.custom.erp import API_KEY, CLIENT_ID, CLIENT_SECRET
from tests.ui.conftest import calm
from tests.ui.test_screens import click, nameless
from tests.ui.test_wizard_systems import focus_words, keyboard, press, type_into, words
from tests.ui.test_wizard_zoho import choose
from tests.ui.whole import opened, program

pytestmark = pytest.mark.database("sqlite")
COMMIT = QWizard.WizardButton.CommitButton


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: Any, theme: Any) -> Iterator[Any]:
    with program(tmp_path, monkeypatch) as made:
        made.app.parts.registry.add(KIND)
        yield made


@pytest.fixture
def wizard(world: Any, qtbot: Any) -> Iterator[ConnectionWizard]:
    with opened(world.desk, qtbot) as made:
        yield made


@pytest.fixture
def shelf() -> Iterator[RestErp]:
    with RestErp("shelf", "customers", "products") as made:
        stock(made)
        yield made


def begin(wizard: Any, world: Any, qtbot: Any) -> Any:
    qtbot.mouseClick(wizard.currentPage().choices["custom"], Qt.MouseButton.LeftButton)
    press(qtbot, wizard)
    assert wizard.currentPage() is wizard.definition
    calm(qtbot, world.desk)
    return wizard.definition


def chosen(qtbot: Any, box: Any, text: str) -> None:
    """As a person does, by keyboard: that tells the form."""
    choose(qtbot, box, text)
    box.activated.emit(box.currentIndex())


def take(qtbot: Any, page: Any, example: str) -> None:
    choose(qtbot, page.examples, example)
    click(qtbot, page, "Take it")


def typed(qtbot: Any, form: Any, **texts: str) -> None:
    for name, text in texts.items():
        form.entries[name].clear()
        qtbot.keyClicks(form.entries[name], text)


def settled(page: Any, world: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not page._soon.isActive())
    calm(qtbot, world.desk)


def test_from_nothing_to_a_first_sync_by_the_form(wizard, world, shelf, qtbot, tmp_path):
    page = begin(wizard, world, qtbot)
    assert nameless(wizard) == []
    qtbot.keyClicks(page.login.title, "Shelf")
    chosen(qtbot, page.login.login, "A key in a header of its own")
    typed(qtbot, page.login.questions, header="X-Api-Key")
    type_into(qtbot, page.form, base_url=shelf.url, api_key=API_KEY)
    click(qtbot, page, "Lists")
    qtbot.keyClicks(page.lists.entity, "Cust")
    chosen(qtbot, page.lists.entity, "Customers")
    typed(qtbot, page.lists.questions, rows="items", order="id", modified="updated_at", since="updated_since")
    chosen(qtbot, page.lists.pages, "Pages are counted")
    typed(qtbot, page.lists.paging, param="page", size_param="per_page")
    settled(page, world, qtbot)
    assert nameless(wizard) == []
    click(qtbot, page, "Try it")
    calm(qtbot, world.desk)
    assert "3 records" in page.trial.note.accessibleName(), page.trial.note.accessibleName()
    assert page.trial.request.toPlainText().startswith(f"GET {shelf.url}/customers?per_page=")
    assert '"Firm 0"' in page.trial.answer.toPlainText()
    assert API_KEY not in page.trial.request.toPlainText() + page.trial.answer.toPlainText() + page._text
    click(qtbot, page, "Fields")
    press(qtbot, wizard)  # nothing is linked yet
    calm(qtbot, world.desk)
    assert wizard.currentPage() is page
    assert "Nothing would be synced yet" in page.trial.note.accessibleName()
    click(qtbot, page, "Read its fields")
    calm(qtbot, world.desk)
    assert nameless(wizard) == []
    for theirs, ours in {
        "name": "Business name",
        "email": "E-mail",
        "address.city": "City",
        "credit": "Credit limit",
    }.items():
        chosen(qtbot, page.fields.boxes[theirs], ours)
    mapping = definition.resources(page._parts)["customers"]["mapping"]
    assert mapping == {
        "business_name": {"path": "name", "required": True},
        "email": "email",
        "city": "address.city",
        "credit_limit": "credit",
    }
    settled(page, world, qtbot)
    page.write_file(str(tmp_path / "mine.yaml"))
    calm(qtbot, world.desk)
    assert "Saved as mine.yaml" in page.trial.note.accessibleName()
    click(qtbot, page, "Test the connection")
    qtbot.waitUntil(lambda: "It describes Shelf" in words(page.checks), timeout=10_000)
    press(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.currentId() == 2, timeout=10_000)
    qtbot.waitUntil(wizard.currentPage().isComplete, timeout=10_000)
    press(qtbot, wizard)
    calm(qtbot, world.desk)
    assert list(wizard.currentPage().table.plan()) == ["customer"]
    first_sync(wizard, world, qtbot)
    assert world.services.records.counts()["customer"] == 7
    (view,) = world.services.connections.list()
    assert (view.auth_type, view.base_url, view.signs_in) == ("api_key", shelf.url, False)
    assert view.auth["definition"].strip() == (tmp_path / "mine.yaml").read_text(encoding="utf-8").strip()
    assert API_KEY not in view.auth["definition"]


def test_the_form_is_gone_through_by_tab(wizard, world, qtbot):
    page = begin(wizard, world, qtbot)
    page.examples.setFocus()
    order = []
    for _ in range(40):
        order.append(focus_words())
        qtbot.keyClick(keyboard(wizard, qtbot), Qt.Key.Key_Tab)
        if focus_words() == order[0]:
            break
    assert order[:11] == [
        "Begin with",
        "Begin with it: what stands here goes",
        "Open a file…",
        "Save to a file…",
        "Address and login",
        "Lists",
        "Fields",
        "As a text",
        "Name of the system",
        "Way to sign in",
        "Address (needed)",
    ]
    assert order.index("What is to be asked") < order.index("Try it") < order.index("Test the connection")


def first_sync(wizard: Any, world: Any, qtbot: Any) -> None:
    press(qtbot, wizard)
    assert wizard.currentPage() is wizard.preview
    qtbot.waitUntil(wizard.preview.isComplete, timeout=30_000)
    assert "Ready" in wizard.preview.note.accessibleName(), words(wizard)
    press(qtbot, wizard, COMMIT)
    qtbot.waitUntil(lambda: not wizard.setup.busy, timeout=30_000)
    assert wizard.sync.note.property("level") == "ok", words(wizard)
    wizard.accept()
    calm(qtbot, world.desk)


def test_an_example_is_put_right_where_its_text_is_wrong(wizard, world, shelf, qtbot):
    page = begin(wizard, world, qtbot)
    take(qtbot, page, "An example: a key in a header, pages by number")
    calm(qtbot, world.desk)
    assert page.login.title.text() == "Shelf"
    assert page.login.questions.entries["header"].text() == "X-Api-Key"
    assert page.lists.questions.entries["since"].text() == "updated_since"
    assert page.form.address == "https://erp.example.com/api"
    take(qtbot, page, "An example: OAuth, a mark for the next page, events")
    calm(qtbot, world.desk)
    assert page.form.address == "https://api.example.com/v2"  # nobody has typed another
    take(qtbot, page, "An example: a key in a header, pages by number")
    calm(qtbot, world.desk)
    click(qtbot, page, "As a text")
    right = page.text.text.toPlainText()
    wrong = right.replace("label: name", "lable: name", 1)
    line = next(n for n, one in enumerate(wrong.splitlines(), 1) if "lable" in one)
    page.text.text.setPlainText(wrong)
    settled(page, world, qtbot)
    said = f"Line {line} (resources.customers.lable): “lable” is not known here."
    assert "Did you mean “label”?" in words(page.text)
    press(qtbot, wizard)
    calm(qtbot, world.desk)
    assert (wizard.currentPage(), page.stack.currentIndex()) == (page, TEXT)
    click(qtbot, page.text, said)
    assert page.text.text.textCursor().blockNumber() == line - 1
    page.text.text.setPlainText(right + "\n  bad: [")
    settled(page, world, qtbot)
    assert not page.tabs[LISTS].isEnabled()  # what can't be read fills no form
    page.text.text.setPlainText(right)
    settled(page, world, qtbot)
    assert page.tabs[LISTS].isEnabled()
    assert "It can be used" in page.text.note.accessibleName()
    click(qtbot, page, "Address and login")
    type_into(qtbot, page.form, base_url=shelf.url, api_key="wrong")
    click(qtbot, page, "Try it")
    calm(qtbot, world.desk)
    assert page.trial.note.property("level") == "error"
    assert "Status 401" in page.trial.answer.toPlainText()
    type_into(qtbot, page.form, api_key=API_KEY)
    press(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.currentId() == 2, timeout=10_000)
    qtbot.waitUntil(wizard.currentPage().isComplete, timeout=10_000)
    press(qtbot, wizard)
    calm(qtbot, world.desk)
    what = wizard.currentPage()
    qtbot.waitUntil(lambda: bool(what.preset_buttons))
    assert list(what.table.plan()) == ["customer", "product"]
    click(qtbot, what, "Both ways")
    first_sync(wizard, world, qtbot)
    counts = world.services.records.counts()
    assert (counts["customer"], counts["product"]) == (7, 4)


def test_a_file_of_somebody_else_asks_for_its_own_login(wizard, world, qtbot, tmp_path):
    with RestErp("cloud", "customers") as erp:
        stock(erp)
        page = begin(wizard, world, qtbot)
        take(qtbot, page, "An example: OAuth, a mark for the next page, events")
        calm(qtbot, world.desk)
        text = page._text.replace("https://login.example.com", erp.url)
        (tmp_path / "cloud.yaml").write_text(text, encoding="utf-8")
        page.read_file(str(tmp_path / "cloud.yaml"))
        calm(qtbot, world.desk)
        assert page.login.login.currentText() == "OAuth 2.0: the program signs in by itself"
        type_into(qtbot, page.form, base_url=erp.url, client_id=CLIENT_ID, client_secret=CLIENT_SECRET)
        press(qtbot, wizard)
        qtbot.waitUntil(lambda: wizard.currentId() == 2, timeout=10_000)  # nobody has to sign in
        wizard.back()
        chosen(qtbot, page.login.login, "OAuth 2.0: a person signs in in the browser")
        typed(qtbot, page.login.questions, page="https://login.example.com/authorize")
        settled(page, world, qtbot)
        click(qtbot, page, "More settings")
        assert page.form.entries["redirect_uri"].isVisible()
        assert page.form.entries["client_id"].value() == CLIENT_ID
        press(qtbot, wizard)
        qtbot.waitUntil(lambda: wizard.currentPage() is wizard.sign_in, timeout=10_000)
