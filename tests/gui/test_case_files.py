"""A case keeps its password, and the record of its score; a file that cannot be written or opened is explained."""

import errno
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from hsp_calc.casefile import (
    Applicant,
    Case,
    Loaded,
    PasswordNeededError,
    Protection,
    WrongPasswordError,
    load,
    save_case,
    table_hash,
)
from hsp_calc.casefile.protection import MAGIC
from hsp_calc.facts import Category, DatedFacts, Facts
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.locations import resources
from tests.gui.driving import child, finish, in_one_language, page, retype, total, trigger

SAMPLE = resources() / "samples" / "engineer.hspcase"
SECRET = "correct horse 電池"  # noqa: S105  # of the files that these tests make


def opened(window: MainWindow, name: str) -> QDialog:
    """The dialog that is on the screen; those that were closed may not be gone yet."""
    (dialog,) = [dialog for dialog in window.findChildren(QDialog, name) if dialog.isVisible()]
    return dialog


def press(qtbot: QtBot, dialog: QDialog, button: QDialogButtonBox.StandardButton) -> None:
    found = child(dialog, QDialogButtonBox, "").button(button)
    assert found.isEnabled()
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def give_password(qtbot: QtBot, window: MainWindow, password: str) -> None:
    trigger(window, "password")
    dialog = opened(window, "protect_dialog")
    for name in ("new_password", "again"):
        retype(qtbot, dialog, name, password)
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Ok)
    finish(window)


def protected(tmp_path: Path) -> Path:
    path = tmp_path / "a.hspcase"
    save_case(load(SAMPLE).cases[0], path, Protection.with_password(SECRET))
    return path


@in_one_language
def test_a_password_is_set_kept_changed_and_removed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.hspcase"
    trigger(window, "open_sample")
    window.editor.save(path)
    give_password(qtbot, window, SECRET)
    assert window.editor.modified
    assert window.files.save()
    assert path.read_bytes().startswith(MAGIC)
    retype(qtbot, page(window, Category.TECHNICAL), "annual_salary_yen", "9000000")
    trigger(window, "undo")
    retype(qtbot, page(window, Category.TECHNICAL), "annual_salary_yen", "9100000")
    assert window.files.save()
    assert load(path, SECRET).cases[0].history[0].facts.annual_salary_yen == 9_100_000
    give_password(qtbot, window, "other")
    assert window.files.save()
    with pytest.raises(WrongPasswordError):
        load(path, SECRET)
    trigger(window, "password")
    dialog = opened(window, "protect_dialog")
    qtbot.mouseClick(child(dialog, QPushButton, "remove_password"), Qt.MouseButton.LeftButton)
    assert load(path, "other").protection is not None
    assert window.files.save()
    assert load(path).protection is None


def test_two_passwords_that_differ_are_not_taken(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "password")
    dialog = opened(window, "protect_dialog")
    retype(qtbot, dialog, "new_password", "one")
    retype(qtbot, dialog, "again", "two")
    assert not child(dialog, QDialogButtonBox, "").button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Cancel)
    assert window.editor.protection is None


@in_one_language
def test_a_protected_case_asks_until_the_password_is_right(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = protected(tmp_path)
    assert not window.files.open_path(path)
    dialog = opened(window, "password_dialog")
    wrong = child(dialog, QLabel, "wrong_password")
    retype(qtbot, dialog, "password", "wrong")
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Open)
    finish(window)
    assert wrong.isVisible()
    assert dialog.isVisible()
    assert total(window, Category.TECHNICAL) == "0"
    retype(qtbot, dialog, "password", SECRET)
    qtbot.keyClick(child(dialog, QLineEdit, "password"), Qt.Key.Key_Return)
    finish(window)
    assert not dialog.isVisible()
    assert total(window, Category.TECHNICAL) == "80"
    window.editor.set_applicant("name", "X")
    assert window.files.save()
    with pytest.raises(PasswordNeededError):
        load(path)


@in_one_language
def test_a_password_that_is_tried_can_be_given_up_and_is_not_tried_twice(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, tried = Event(), []

    def slow(path: Path, password: str | None = None) -> Loaded:
        if password is not None:
            tried.append(password)
            go_on.wait()
        return load(path, password)

    monkeypatch.setattr("hsp_calc.gui.shell.file_actions.load", slow)
    window.files.open_path(protected(tmp_path))
    dialog = opened(window, "password_dialog")
    retype(qtbot, dialog, "password", SECRET)
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Open)
    assert not child(dialog, QDialogButtonBox, "").button(QDialogButtonBox.StandardButton.Open).isEnabled()
    qtbot.keyClick(child(dialog, QLineEdit, "password"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(tried))
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Cancel)
    go_on.set()
    qtbot.waitUntil(lambda: not window.worker._started)
    assert tried == [SECRET]
    assert window.editor.path is None, "what comes too late is dropped"


@in_one_language
def test_a_protected_case_can_be_left_closed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.files.open_path(protected(tmp_path))
    press(qtbot, opened(window, "password_dialog"), QDialogButtonBox.StandardButton.Cancel)
    assert window.editor.path is None


def test_a_damaged_protected_case_is_told_from_a_wrong_password(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = protected(tmp_path)
    content = bytearray(path.read_bytes())
    content[-20] ^= 1
    path.write_bytes(content)
    window.files.open_path(path)
    dialog = opened(window, "password_dialog")
    retype(qtbot, dialog, "password", SECRET)
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Open)
    finish(window)
    assert not dialog.isVisible()
    told = child(window, QMessageBox, "message").informativeText()
    assert {"ja": "壊れ", "en": "damaged"}[window.words.language] in told


@in_one_language
def test_saving_records_the_table_and_the_points_and_stays_saved(window: MainWindow, tmp_path: Path) -> None:
    trigger(window, "open_sample")
    window.editor.save(tmp_path / "a.hspcase")
    record = load(tmp_path / "a.hspcase").cases[0].scored_under
    assert record is not None
    assert window.editor.table is not None
    assert (record.table, record.hash, record.on) == (
        "hsp-2023-04-01",
        table_hash(window.editor.table),
        window.editor.day,
    )
    assert sum(record.points[Category.TECHNICAL].values()) == 80
    assert not window.editor.modified


@in_one_language
def test_undo_survives_saving(window: MainWindow, tmp_path: Path) -> None:
    window.editor.set_fact("japanese", "n1")
    window.editor.save(tmp_path / "a.hspcase")
    window.editor.undo()
    assert window.editor.facts.japanese is None
    assert window.editor.modified
    window.editor.redo()
    assert not window.editor.modified


def test_a_case_that_cannot_be_opened_again_is_not_saved_and_the_reason_is_said(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "a.hspcase"
    window.editor.open(window.editor.case, path)
    window.editor.set_applicant("date_of_birth", date(1993, 5, 12))
    window.editor.set_history((DatedFacts(facts=Facts(age=30)),))
    assert not window.files.save()
    assert child(window, QMessageBox, "message").informativeText()
    assert not path.exists()
    assert window.editor.modified


def test_a_case_scored_by_other_rules_says_what_changed_until_it_is_dismissed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.hspcase"
    data = json.loads(SAMPLE.read_text())
    data["scored_under"] = {
        "table": "hsp-2023-04-01",
        "hash": "sha256:0",
        "on": "2026-11-22",
        "points": {"technical": {"salary_8m": 20}},
    }
    path.write_text(json.dumps(data))
    bar = child(window, QFrame, "rescored")
    assert not bar.isVisible()
    window.files.open_path(path)
    assert bar.isVisible()
    text = child(bar, QLabel, "rescored.text")
    assert "→" in text.text()
    before = text.text()
    window.set_language("en" if window.words.language == "ja" else "ja")
    assert text.text() != before
    qtbot.mouseClick(child(bar, QToolButton, "rescored.close"), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


CSV = "name,annual_salary_yen,japanese\nAnna,8200000,n1\nBen,9000000,n2\n"


def choose(monkeypatch: pytest.MonkeyPatch, question: str, answer: Path) -> None:
    given = str(answer) if question == "getExistingDirectory" else (str(answer), "")
    monkeypatch.setattr(QFileDialog, question, lambda *_args: given)


@in_one_language
def test_one_person_of_a_list_comes_into_the_window_unsaved(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_text("\n".join(CSV.splitlines()[:2]))
    choose(monkeypatch, "getOpenFileName", tmp_path / "a.csv")
    trigger(window, "import")
    assert window.editor.case.applicant.name == "Anna"
    assert window.editor.facts.annual_salary_yen == 8_200_000
    assert window.editor.modified


@in_one_language
def test_several_persons_become_files_and_none_is_written_over(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_text(CSV)
    (tmp_path / "Ben.hspcase").write_text("mine")
    choose(monkeypatch, "getOpenFileName", tmp_path / "a.csv")
    choose(monkeypatch, "getExistingDirectory", tmp_path)
    trigger(window, "import")
    assert not (tmp_path / "Anna.hspcase").exists()
    child(window, QPushButton, "import_plan.take").click()
    assert load(tmp_path / "Anna.hspcase").cases[0].applicant.name == "Anna"
    assert load(tmp_path / "Ben-2.hspcase").cases[0].history[0].facts.japanese == "n2"
    assert (tmp_path / "Ben.hspcase").read_text() == "mine"


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_a_list_that_is_opened_or_dropped_is_imported(window: MainWindow, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes("氏名,年収（万円）\n髙橋,820\n".encode(encoding))
    window.open_file(tmp_path / "a.csv")
    finish(window)
    assert window.editor.case.applicant.name == "髙橋"
    assert window.editor.facts.annual_salary_yen == 8_200_000


def test_a_table_that_is_no_list_of_persons_says_where_it_belongs(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "shifts.csv").write_text("date,start,end,employer\n2026/11/1,18:00,25:30,A\n")
    assert not window.files.open_path(tmp_path / "shifts.csv")
    (box,) = (box for box in window.findChildren(QMessageBox) if box.isVisible())
    assert window.words("28 hours") in box.informativeText()
    assert "JSON" not in box.informativeText()
    box.reject()


def test_changes_of_cases_are_shown_before_they_are_made(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_text("name,date_of_birth,japanese\nAnna,1990-01-01,n2\nBen,1991-01-01,n2\n")
    choose(monkeypatch, "getOpenFileName", tmp_path / "a.csv")
    choose(monkeypatch, "getExistingDirectory", tmp_path)
    trigger(window, "import")
    child(window, QPushButton, "import_plan.take").click()
    (tmp_path / "a.csv").write_text("name,date_of_birth,japanese\nAnna,1990-01-01,n1\nBen,1991-01-01,n2\n")
    trigger(window, "import")
    box = [box for box in window.findChildren(QMessageBox, "import_plan") if box.isVisible()][-1]
    assert "N2" in box.detailedText()
    assert "Ben" not in box.detailedText()
    box.reject()
    assert load(tmp_path / "Anna.hspcase").cases[0].history[0].facts.japanese == "n2"


def test_wrong_cells_are_listed_and_nothing_is_imported(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_text(CSV.replace("9000000", "lots").replace("n1", "n7"))
    choose(monkeypatch, "getOpenFileName", tmp_path / "a.csv")
    trigger(window, "import")
    listed = child(window, QPlainTextEdit, "problems.list").toPlainText().splitlines()
    assert len(listed) == 2
    assert "C2" in listed[0]
    assert "B3" in listed[1]
    assert window.editor.case.applicant.name == ""


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_exported_facts_are_imported_again(
    make: Callable[[str], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    window = make("ja")
    trigger(window, "open_sample")
    facts = window.editor.facts
    path = tmp_path / f"a{suffix}"
    choose(monkeypatch, "getSaveFileName", path)
    trigger(window, "export_facts")
    trigger(window, "new")
    choose(monkeypatch, "getOpenFileName", path)
    trigger(window, "import")
    assert window.editor.facts.written() == facts.written()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_template_is_written(
    make: Callable[[str], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    choose(monkeypatch, "getSaveFileName", tmp_path / f"t{suffix}")
    trigger(make("en"), "template")
    assert (tmp_path / f"t{suffix}").stat().st_size > 100


@pytest.mark.parametrize("answer", ["replace", "save_as", "cancel"])
def test_what_another_window_saved_is_not_lost_unasked(
    make: Callable[[str], MainWindow], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    path, other = tmp_path / "a.hspcase", tmp_path / "b.hspcase"
    save_case(load(SAMPLE).cases[0], path)
    first, second = make("en"), make("ja")
    for window, name in ((first, "FIRST"), (second, "SECOND")):
        window.open_file(path)
        retype(qtbot, window, "name", name)
    assert second.files.save()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(other), ""))

    def give_answer() -> None:
        box = child(first, QMessageBox, "changed_elsewhere")
        button = (
            child(box, QPushButton, answer) if answer != "cancel" else box.button(QMessageBox.StandardButton.Cancel)
        )
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, give_answer)
    assert first.files.save() is (answer != "cancel")
    assert load(path).cases[0].applicant.name == ("FIRST" if answer == "replace" else "SECOND")
    assert other.exists() is (answer == "save_as")
    assert first.editor.modified is (answer == "cancel")
    assert first.editor.case.applicant.name == "FIRST"


@in_one_language
def test_saving_again_and_again_asks_nothing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.hspcase"
    save_case(load(SAMPLE).cases[0], path)
    window.open_file(path)
    for name in ("ONE", "TWO"):
        retype(qtbot, window, "name", name)
        assert window.files.save()
    path.unlink()
    retype(qtbot, window, "name", "THREE")
    assert window.files.save()
    assert load(path).cases[0].applicant.name == "THREE"


def answer(window: MainWindow, name: str, *buttons: str) -> list[str]:
    """Answer the questions that come up, by the names of their buttons; what each one said is told."""
    said: list[str] = []
    waiting = list(buttons)

    def press_next() -> None:
        for box in window.findChildren(QMessageBox, name):
            if box.isVisible():
                said.append(f"{box.text()} {box.informativeText()}")
                wanted = waiting.pop(0)
                found = box.findChild(QPushButton, wanted) or box.button(QMessageBox.StandardButton.Cancel)
                if waiting:
                    QTimer.singleShot(0, window, press_next)
                found.click()
                return
        QTimer.singleShot(10, window, press_next)

    QTimer.singleShot(0, window, press_next)
    return said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("kim", "kim.hspcase"), ("Dr. Kim 2026.11", "Dr. Kim 2026.11.hspcase"), ("kim.json", "kim.json.hspcase")],
)
@pytest.mark.parametrize("button", ["replace", "cancel"])
def test_a_file_that_the_ending_leads_to_is_asked_about(
    make: Callable[[str], MainWindow], tmp_path: Path, typed: str, meant: str, button: str
) -> None:
    window = make("en")
    other = tmp_path / meant
    save_case(Case(applicant=Applicant(name="SOMEBODY ELSE")), other)
    window.editor.set_applicant("name", "KIM")
    said = answer(window, "replace_file", button)
    with pytest.MonkeyPatch.context() as patch:
        choose(patch, "getSaveFileName", tmp_path / typed)
        saved = window.files.save()
    assert saved is (button == "replace")
    assert meant in said[0]
    assert load(other).cases[0].applicant.name == ("KIM" if button == "replace" else "SOMEBODY ELSE")
    assert not (tmp_path / typed).exists()


@in_one_language
def test_another_name_is_asked_for_where_that_is_wanted(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kim.hspcase").write_text("mine")
    names = iter(["kim", "CON", "lee"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / next(names)), ""))
    window.editor.set_applicant("name", "KIM")
    answer(window, "replace_file", "save_as")
    answer(window, "file_name", "save_as")
    assert window.files.save()
    assert window.editor.path == tmp_path / "lee.hspcase"
    assert (tmp_path / "kim.hspcase").read_text() == "mine"


@in_one_language
def test_the_kind_that_is_chosen_gives_the_ending_before_the_question(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trigger(window, "open_sample")
    (tmp_path / "facts.csv").write_text("mine")

    def chosen(*args: object) -> tuple[str, str]:
        return str(tmp_path / "facts.xlsx"), str(args[3]).split(";;")[1]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    said = answer(window, "replace_file", "cancel")
    trigger(window, "export_facts")
    assert "facts.csv" in said[0]
    assert (tmp_path / "facts.csv").read_text() == "mine"
    assert not (tmp_path / "facts.xlsx").exists()


@in_one_language
def test_a_case_whose_ending_is_written_in_capitals_is_its_own_file(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "KIM.HSPCASE"
    save_case(load(SAMPLE).cases[0], path)
    window.open_file(path)
    assert window.editor.path == path
    window.editor.set_applicant("name", "KIM")
    assert window.files.save()
    assert load(path).cases[0].applicant.name == "KIM"


@in_one_language
def test_a_file_stays_the_same_wherever_the_program_goes_on_to_work(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        save_case(Case(applicant=Applicant(name=name)), tmp_path / name / "a.hspcase")
    monkeypatch.chdir(tmp_path / "one")
    window.open_file(Path("a.hspcase"))
    monkeypatch.chdir(tmp_path / "two")
    window.editor.set_applicant("name", "CHANGED")
    assert window.files.save()
    assert load(tmp_path / "one" / "a.hspcase").cases[0].applicant.name == "CHANGED"
    assert load(tmp_path / "two" / "a.hspcase").cases[0].applicant.name == "two"
    assert window._settings.recent == [str(tmp_path / "one" / "a.hspcase")]


@pytest.mark.parametrize("button", ["replace", "cancel"])
def test_a_read_only_file_is_asked_about(make: Callable[[str], MainWindow], tmp_path: Path, button: str) -> None:
    window = make("en")
    path = tmp_path / "a.hspcase"
    save_case(load(SAMPLE).cases[0], path)
    path.chmod(0o444)
    before = path.read_bytes()
    window.open_file(path)
    window.editor.set_applicant("name", "KIM")
    said = answer(window, "replace_file", button)
    assert window.files.save() is (button == "replace")
    assert "read-only" in said[0]
    assert (path.read_bytes() == before) is (button == "cancel")
    assert path.stat().st_mode & 0o777 == 0o444


@in_one_language
def test_what_another_window_saved_can_be_reloaded_and_taken_back(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.hspcase"
    case = load(SAMPLE).cases[0]
    protection = Protection.with_password(SECRET)
    save_case(case, path, protection)
    window.editor.open(case, path, protection)
    window.editor.set_applicant("name", "MINE")
    theirs = case.applicant.model_copy(update={"name": "THEIRS"})
    save_case(case.model_copy(update={"applicant": theirs}), path, protection)
    answer(window, "changed_elsewhere", "reload")
    assert not window.files.save()
    assert window.editor.case.applicant.name == "THEIRS"
    assert not window.editor.modified
    trigger(window, "undo")
    assert window.editor.case.applicant.name == "MINE"
    assert window.files.save()
    assert load(path, SECRET).cases[0].applicant.name == "MINE"


def test_the_differences_from_what_another_window_saved_are_shown(
    make: Callable[[str], MainWindow], tmp_path: Path
) -> None:
    window = make("en")
    path = tmp_path / "a.hspcase"
    save_case(load(SAMPLE).cases[0], path)
    window.open_file(path)
    window.editor.set_fact("annual_salary_yen", 9_000_000)
    window.editor.set_fact("japanese", "n1")
    save_case(Case(applicant=Applicant(name="THEIRS")), path)
    shown: list[str] = []

    def close_list() -> None:
        for dialog in window.findChildren(QDialog, "problems"):
            if dialog.isVisible():
                shown.append(child(dialog, QPlainTextEdit, "problems.list").toPlainText())
                dialog.close()
                return
        QTimer.singleShot(10, window, close_list)

    QTimer.singleShot(0, window, close_list)
    answer(window, "changed_elsewhere", "differences", "cancel")
    assert not window.files.save()
    assert "THEIRS" in shown[0]
    assert "9,000,000" in shown[0]
    assert load(path).cases[0].applicant.name == "THEIRS"


def test_what_a_folder_does_not_give_is_told_once_and_the_case_is_saved(
    make: Callable[[str], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make("en")

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.EINVAL, "not here")

    monkeypatch.setattr("os.fsync", refuse)
    window.editor.open(window.editor.case, tmp_path / "a.hspcase", unsaved=True)
    told = []
    for name in ("ONE", "TWO"):
        window.editor.set_applicant("name", name)
        assert window.files.save()
        boxes = [box for box in window.findChildren(QMessageBox, "message") if box.isVisible()]
        told.append([box.informativeText() for box in boxes])
        for box in boxes:
            box.accept()
    assert "power cut" in told[0][0]
    assert told[1] == []
    assert load(tmp_path / "a.hspcase").cases[0].applicant.name == "TWO"


@in_one_language
def test_a_removed_password_protects_until_the_case_is_saved(window: MainWindow, tmp_path: Path) -> None:
    path = protected(tmp_path)
    loaded = load(path, SECRET)
    window.editor.open(loaded.cases[0], path, loaded.protection)
    window.editor.protect(None)
    assert window.editor.copy_protection is loaded.protection
    assert window.files.save()
    assert window.editor.copy_protection is None
    assert load(path).protection is None
