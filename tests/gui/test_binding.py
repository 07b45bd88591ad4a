import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

_CALLS = 1_000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be used up there")
def test_calls_of_qt_do_not_use_up_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        label.setText("")
    assert sys.getrefcount(None) > before - _CALLS // 2
