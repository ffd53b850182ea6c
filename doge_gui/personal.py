"""What a person chose of the program itself: read from where each part keeps it, and put into force."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSettings, Signal

from doge_gui.core.program_options import ProgramOptions
from doge_gui.desktop.autostart import Autostart, AutostartError
from doge_gui.front import Front
from doge_gui.views.closing import KEY as CLOSING_KEY
from doge_gui.views.closing import stored_choice
from doge_gui.views.language import Choice as Language
from doge_gui.views.language import LanguageManager
from doge_gui.views.theme import Choice as Theme
from doge_gui.views.theme import ThemeManager

NOT_OFFERED = frozenset({"text_size"})
"""The texts follow the desktop's scale; a size of their own is not built."""


class Personal(QObject):
    """Knows where each choice is kept.

    Signals: `failed(str)` why a choice could not be put into force.
    """

    failed = Signal(str)

    def __init__(
        self,
        settings: QSettings,
        themes: ThemeManager,
        languages: LanguageManager,
        command: Sequence[str],
        parent: QObject | None = None,
    ) -> None:
        """`command` starts the program."""
        super().__init__(parent)
        self._settings, self._themes, self._languages = settings, themes, languages
        self._command = tuple(command)
        self._autostart = Autostart(self._command)

    def start_by(self, words: Sequence[str]) -> None:
        """With the session, start with these words: what is watched now is watched then."""
        self._autostart = Autostart((*self._command, *words))

    def options(self, front: Front) -> ProgramOptions:
        """As they stand."""
        return ProgramOptions(
            language=self._languages.choice.value,
            theme=self._themes.choice.value,
            autostart=self._starts(),
            on_close=stored_choice(self._settings).value,
            notifications=front.tray.messages_on,
            still=front.window.menus["still"].isChecked(),
        )

    def apply(self, wanted: ProgramOptions, front: Front) -> None:
        """Put them into force. The language comes last: with it the window is built anew."""
        self._settings.setValue(CLOSING_KEY, wanted.on_close)
        front.set_messages(wanted.notifications)
        front.window.menus["still"].setChecked(wanted.still)
        front.window.menus.themes[Theme(wanted.theme)].setChecked(True)
        self._themes.choose(Theme(wanted.theme))
        if wanted.autostart != self._starts():
            try:
                (self._autostart.turn_on if wanted.autostart else self._autostart.turn_off)()
            except AutostartError as error:
                self.failed.emit(str(error))
        front.window.menus.languages[Language(wanted.language)].setChecked(True)
        self._languages.choose(Language(wanted.language))

    def _starts(self) -> bool:
        try:
            return self._autostart.is_on()
        except AutostartError:
            return False
