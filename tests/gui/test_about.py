"""The dialog that says what the program is."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QTextBrowser

import hsp_calc
from hsp_calc.app.licences import licences
from hsp_calc.gui.dialogs.about_dialog import AboutDialog
from hsp_calc.gui.shell.main_window import MainWindow
from tests.gui.driving import child, in_one_language


@pytest.fixture
def about(window: MainWindow) -> AboutDialog:
    window.actions_["about"].trigger()
    return child(window, AboutDialog, "about_box")


def test_it_says_the_version_and_that_it_is_no_legal_advice(about: AboutDialog, window: MainWindow) -> None:
    assert hsp_calc.__version__ in child(about, QLabel, "about.version").text()
    said = child(about, QTextBrowser, "about.program").toPlainText()
    assert {"ja": "法的助言ではありません", "en": "no legal advice"}[window.words.language] in said


def test_it_attributes_the_content_of_the_agency_as_its_licence_asks(about: AboutDialog, window: MainWindow) -> None:
    wanted = {
        "ja": "出典：出入国在留管理庁ホームページ（資料を加工して作成）",
        "en": "Source: website of the Immigration Services Agency (edited)",
    }
    assert wanted[window.words.language] in child(about, QTextBrowser, "about.program").toPlainText()


def test_it_lists_the_tables_and_lists_with_their_dates(about: AboutDialog, window: MainWindow) -> None:
    _, said = window.words, child(about, QTextBrowser, "about.data").toPlainText()
    for table in window._desk.tables:
        for words in (table.id, _.wording(table.title), _.day(table.since), _.day(table.verified_on)):
            assert words in said
    for found in (*window._desk.universities.lists, window._desk.exams):
        assert _.wording(found.title) in said
        assert found.dated in said


@in_one_language
def test_every_licence_can_be_read(about: AboutDialog) -> None:
    choice, shown = child(about, QComboBox, "about.part"), child(about, QPlainTextEdit, "about.licence")
    texts = [licence.text for licence in licences()]
    assert choice.count() == len(texts)
    for index, text in enumerate(texts):
        choice.setCurrentIndex(index)
        assert (
            shown.toPlainText() == text.replace("\f", "\n").rstrip("\n") or shown.toPlainText().split() == text.split()
        )


@pytest.mark.parametrize(
    "words",
    [
        "HSP Calc is licensed under the Apache License",
        "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION",
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
        "SIL OPEN FONT LICENSE",
        "Pydantic Services",
    ],
)
def test_the_texts_of_the_licences_are_at_hand(words: str) -> None:
    assert any(words in licence.text for licence in licences())
