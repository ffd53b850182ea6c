"""The window's language: the operator's choice or the desktop's; its words, and its numbers and dates."""

import logging
from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal, Slot

from doge_gui.core.notation import NOTATIONS
from doge_gui.models import phrasebook, writing
from doge_gui.paths import resource
from doge_gui.views.theme import Settings

_KEY = "language"
_SOURCE = "en"
"""The language the texts in the code are written in."""
_log = logging.getLogger("watchdoge")


class Choice(Enum):
    """What the operator chose."""

    SYSTEM = "system"
    ENGLISH = "en"
    FRENCH = "fr"


class LanguageManager(QObject):
    """Installs the translators of the language in force: the program's own, and Qt's for its own dialogs.

    Signals: `changed()` another language is in force. Widgets take their texts once, when they are built:
    whoever holds the window builds it anew.
    """

    changed = Signal()

    def __init__(
        self, application: QCoreApplication, settings: Settings, desktop: Sequence[str] | None = None
    ) -> None:
        """Take the language that was chosen last. `desktop`: its languages, most wanted first; None: ask."""
        super().__init__()
        self._application, self._settings = application, settings
        self._desktop = tuple(QLocale.system().uiLanguages() if desktop is None else desktop)
        self._installed: list[QTranslator] = []
        stored = settings.value(_KEY)
        self._choice = next((one for one in Choice if one.value == stored), Choice.SYSTEM)
        self._language = ""
        self._apply()

    @property
    def choice(self) -> Choice:
        """What the operator chose."""
        return self._choice

    @property
    def language(self) -> str:
        """The language in force, `en` or `fr`."""
        return self._language

    @Slot(object)
    def choose(self, choice: Choice) -> None:
        """Use this language, and remember it."""
        self._choice = choice
        self._settings.setValue(_KEY, choice.value)
        before = self._language
        self._apply()
        if self._language != before:
            self.changed.emit()

    def end(self) -> None:
        """Take the translators away again."""
        for one in self._installed:
            self._application.removeTranslator(one)
        self._installed.clear()

    def _apply(self) -> None:
        language = self._wanted()
        if language == self._language:
            return
        self.end()
        self._language = language
        if language != _SOURCE:
            self._install(language)
        writing.use(NOTATIONS[language])
        phrasebook.renew()
        country = QLocale.Country.UnitedStates if language == _SOURCE else QLocale.Country.France
        speech = QLocale.Language.English if language == _SOURCE else QLocale.Language.French
        locale = QLocale(speech, country)
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        QLocale.setDefault(locale)

    def _wanted(self) -> str:
        if self._choice is not Choice.SYSTEM:
            return str(self._choice.value)
        languages = (name.replace("_", "-").partition("-")[0].lower() for name in self._desktop)
        return next((name for name in languages if name in NOTATIONS), _SOURCE)

    def _install(self, language: str) -> None:
        own = str(resource("translations"))
        places = (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), own)
        # Qt's first: the one installed last is asked first, and a text of ours is to be said in our words.
        self._load(f"qtbase_{language}", places)
        if not self._load(f"watchdoge_{language}", (own,)):
            _log.warning("no translation %s in %s: the window stays English", language, own)

    def _load(self, name: str, folders: Sequence[str]) -> bool:
        for folder in folders:
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                self._installed.append(translator)
                return True
            translator.deleteLater()
        return False
