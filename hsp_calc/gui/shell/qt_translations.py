"""What Qt itself says, such as the buttons of its dialogs, in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_NAME = "qt_words"


def speak(language: str, application: QCoreApplication) -> None:
    """Have Qt speak a language; English, its own, where it has no other."""
    QLocale.setDefault(QLocale(language))
    for translator in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(translator)
        translator.deleteLater()
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
