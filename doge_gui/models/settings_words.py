"""The words of every option: its label, what it means, its unit."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from doge_gui.core.settings.options import ANY, Option, Pattern
from doge_gui.models import settings_alarm_words, settings_program_words
from doge_gui.models.settings_word import Word

_tr = QCoreApplication.translate


@dataclass(frozen=True)
class Words:
    """The words of all options, in the language in which they were made."""

    words: dict[Pattern, Word]
    choices: dict[tuple[str, str], str]
    """(last step of an option's place, choice) -> its words."""

    def of(self, option: Option) -> Word:
        """The words of an option. Raises KeyError where it has none."""
        pattern = option.pattern
        kind = ("alarms", ANY, *pattern[2:]) if pattern[0] == "alarms" else pattern
        for key in ((*pattern, option.source), pattern, kind):
            if key in self.words:
                return self.words[key]
        raise KeyError(pattern)

    def choice(self, option: Option, choice: str) -> str:
        """The words of a choice; the choice itself where it is its own word."""
        return self.choices.get((option.pattern[-1], choice), choice)


def make_words() -> Words:
    """The words in the language that is in force."""
    parts = (_general(), _gateways(), _addresses(), _history(), *settings_alarm_words.parts())
    words: dict[Pattern, Word] = {}
    for part in (*parts, settings_program_words.words()):
        words |= part
    return Words(words, _choices() | settings_program_words.choices())


def _choices() -> dict[tuple[str, str], str]:
    return {
        ("filemode", "a"): _tr("Settings", "Append to the file"),
        ("filemode", "w"): _tr("Settings", "Begin it anew"),
        ("priority", "low"): _tr("Settings", "Low"),
        ("priority", "medium"): _tr("Settings", "Medium"),
        ("priority", "high"): _tr("Settings", "High"),
        ("source", "file"): _tr("Settings", "A file (JSON or CSV)"),
        ("source", "url"): _tr("Settings", "A web address"),
        ("source", "sql"): _tr("Settings", "A database"),
    }


def _general() -> dict[Pattern, Word]:
    return {
        ("job", "interval_minutes"): Word(
            _tr("Settings", "Interval"),
            _tr("Settings", "From the start of a cycle to the next one's; fractions down to one second."),
            _tr("Settings", "minutes"),
        ),
        ("job", "write_totals"): Word(
            _tr("Settings", "Write totals"),
            _tr("Settings", "Write the complete marble totals to every PLC."),
        ),
        ("job", "disconnect_each_cycle"): Word(
            _tr("Settings", "Disconnect at every cycle's end"),
            _tr("Settings", "Disconnect every PLC at the end of each cycle. Off: an operator decides."),
        ),
        ("circuits",): Word(
            _tr("Settings", "Names of the circuits"),
            _tr("Settings", "The three circuits as the screens call them."),
        ),
        ("flask",): Word(
            _tr("Settings", "Web view"),
            _tr("Settings", "Serve a view for web browsers."),
        ),
        ("flask", "host"): Word(
            _tr("Settings", "Address to serve on"),
            _tr("Settings", "127.0.0.1 is seen from this machine alone."),
        ),
        ("flask", "port"): Word(
            _tr("Settings", "Port to serve on"),
            _tr("Settings", "0 takes any that is free."),
        ),
        ("flask", "token"): Word(
            _tr("Settings", "Token"),
            _tr("Settings", "Lets somebody in. Needed wherever other machines can reach the address."),
            nothing=_tr("Settings", "none: this machine alone"),
        ),
        ("flask", "names"): Word(
            _tr("Settings", "Names"),
            _tr("Settings", "Names of this machine in browsers, with commas between them."),
        ),
        ("flask", "proxy"): Word(
            _tr("Settings", "Reverse proxy"),
            _tr("Settings", "Address of the proxy in front, which is believed who asks."),
            nothing=_tr("Settings", "none"),
        ),
        **_logging(),
    }


def _logging() -> dict[Pattern, Word]:
    return {
        ("logging", "filename"): Word(
            _tr("Settings", "Log file"),
            _tr("Settings", "Relative to the configuration's folder."),
        ),
        ("logging", "filemode"): Word(
            _tr("Settings", "At the start"),
            _tr("Settings", "What becomes of a log file that is there already."),
        ),
        ("logging", "format"): Word(
            _tr("Settings", "Form of a line"),
            _tr("Settings", "As Python's logging takes it."),
        ),
        ("logging", "level"): Word(
            _tr("Settings", "Least level"),
            _tr("Settings", "What is less important is not logged."),
        ),
        ("logging", "time_before_flush"): Word(
            _tr("Settings", "New file after"),
            _tr("Settings", "The file is closed then and kept, and a new one is begun."),
            _tr("Settings", "s"),
        ),
        ("logging", "keep"): Word(
            _tr("Settings", "Files kept"),
            _tr("Settings", "How many closed log files are kept; older ones are deleted."),
            _tr("Settings", "files"),
        ),
    }


def _gateways() -> dict[Pattern, Word]:
    return {
        ("gateway", "port"): Word(
            _tr("Settings", "Port"),
            _tr("Settings", "Where an address names none."),
        ),
        ("gateway", "deadline_s"): Word(
            _tr("Settings", "One question"),
            _tr("Settings", "How long one question may take, all told."),
            _tr("Settings", "s"),
        ),
        ("gateway", "budget_s"): Word(
            _tr("Settings", "All questions"),
            _tr("Settings", "How long one gateway may take in one cycle; not less than one question."),
            _tr("Settings", "s"),
        ),
    }


def _addresses() -> dict[Pattern, Word]:
    answer = Word(
        _tr("Settings", "Longest wait"),
        _tr("Settings", "How long the answer may take; meanwhile the last good list is in force."),
        _tr("Settings", "s"),
    )
    return {
        ("addresses", "source"): Word(
            _tr("Settings", "Source"),
            _tr("Settings", "Where the list of gateways comes from, before each cycle."),
        ),
        ("addresses", "path"): Word(
            _tr("Settings", "File"),
            _tr("Settings", "JSON, or CSV where it ends in .csv; relative to the configuration's folder."),
        ),
        ("addresses", "url", "url"): Word(
            _tr("Settings", "Web address"),
            _tr("Settings", "http:// or https://, answers with the JSON form of the list."),
        ),
        ("addresses", "url", "sql"): Word(
            _tr("Settings", "Database"),
            _tr("Settings", "SQLAlchemy URL; write ${NAME} for a password that stands in the environment."),
        ),
        ("addresses", "query"): Word(
            _tr("Settings", "Query"),
            _tr("Settings", "Answers with the columns API and RASP_catch."),
        ),
        ("addresses", "deadline_s"): answer,
    }


def _history() -> dict[Pattern, Word]:
    days = _tr("Settings", "days")
    return {
        ("history", "path"): Word(
            _tr("Settings", "File"),
            _tr("Settings", "Ends in .db; relative to the configuration's folder."),
            nothing=_tr("Settings", "in this person's data folder"),
        ),
        ("history", "url"): Word(
            _tr("Settings", "Database server"),
            _tr(
                "Settings",
                "PostgreSQL in place of the file, which then holds what waits for it; "
                "write ${NAME} for a password that stands in the environment.",
            ),
            nothing=_tr("Settings", "none: the file holds everything"),
        ),
        ("history", "keep_readings_days"): Word(
            _tr("Settings", "Keep every reading for"), _tr("Settings", "The readings of every cycle."), days
        ),
        ("history", "keep_minutes_days"): Word(
            _tr("Settings", "Keep minutes for"),
            _tr("Settings", "Values per minute; not shorter than the readings."),
            days,
        ),
        ("history", "keep_hours_days"): Word(
            _tr("Settings", "Keep hours for"),
            _tr("Settings", "Values per hour; not shorter than the minutes."),
            days,
        ),
        ("history", "spool_most_mb"): Word(
            _tr("Settings", "Room for what waits"),
            _tr("Settings", "The most that is kept here while the database server is away."),
            _tr("Settings", "MB"),
        ),
    }
