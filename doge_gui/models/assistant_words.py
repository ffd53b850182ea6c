"""What the first-start assistant says about ranges, scans and plans."""

from PySide6.QtCore import QCoreApplication

from doge_gui.core.first_plan import FirstPlan, Place
from doge_gui.core.scan_findings import RECOGNITION, Ending, ScanEnd
from doge_gui.core.scan_range import MOST, ScanOrder, ScanRangeError, Wrong
from doge_gui.models.phrasebook import told
from doge_gui.models.phrases import grouped, names, one_line

_tr = QCoreApplication.translate
_MOST_SPANS = 3


def range_mistake(error: ScanRangeError) -> str:
    """What is wrong with a range, where, and what to write instead."""
    what = _wrong(error).format(one_line(error.piece)[:40])
    if error.wrong in (Wrong.EMPTY, Wrong.NO_PORT, Wrong.TOO_MANY) or error.position == 0:
        return what
    return _tr("Assistant", "{0} (from character {1})").format(what, error.position + 1)


def _wrong(error: ScanRangeError) -> str:
    most = _tr("Assistant", "This would ask {0} times; at most {1} are allowed. Choose a smaller range.")
    return {
        Wrong.EMPTY: _tr("Assistant", "Enter a range, such as 192.168.1.0/24 or 192.168.1.10-50."),
        Wrong.NOT_AN_ADDRESS: _tr("Assistant", "“{0}” is no IPv4 address: write four numbers from 0 to 255."),
        Wrong.IPV6: _tr("Assistant", "“{0}”: only IPv4 can be scanned. Use an address list for IPv6."),
        Wrong.PREFIX: _tr("Assistant", "“{0}”: write a network as 192.168.1.0/24, from /22 to /32."),
        Wrong.BACKWARDS: _tr("Assistant", "“{0}” ends before it begins: write the smaller number first."),
        Wrong.NOT_A_HOST: _tr("Assistant", "“{0}” holds addresses that no device can have."),
        Wrong.TOO_MANY: most.format(grouped(error.count), grouped(MOST)),
        Wrong.NO_PORT: _tr("Assistant", "Enter a port, such as 8000."),
        Wrong.NOT_A_PORT: _tr("Assistant", "“{0}” is no port: write numbers from 1 to 65535."),
        Wrong.TOO_LONG: _tr("Assistant", "The range is too long: enter fewer addresses."),
    }[error.wrong]


def announcement(order: ScanOrder) -> str:
    """Exactly what a scan is going to ask."""
    spans = ", ".join(map(str, order.spans[:_MOST_SPANS]))
    if len(order.spans) > _MOST_SPANS:
        more = _tr("Assistant", "and {0} more").format(grouped(len(order.spans) - _MOST_SPANS))
        spans = f"{spans} {more}"
    ports = ", ".join(map(str, order.ports[:6])) + (", …" if len(order.ports) > 6 else "")
    if order.questions == 1:
        return _tr(
            "Assistant", "Asks one address, once: {0}, port {1}. The question, /{2}, only reads."
        ).format(spans, ports, RECOGNITION.path)
    return _tr(
        "Assistant", "Asks {0} addresses, each once: {1}, port {2}. The question, /{3}, only reads."
    ).format(grouped(order.hosts), spans, ports, RECOGNITION.path)


def warning(order: ScanOrder) -> str:
    """What to think of before these addresses are asked; empty where there is nothing."""
    if not order.beyond_private:
        return ""
    return _tr("Assistant", "◆ Some of these addresses are public. Ask only devices that are yours.")


def progress(done: int, questions: int, found: int) -> str:
    """How far a scan has come."""
    return _tr("Assistant", "{0} of {1} asked, {2} found").format(
        grouped(done), grouped(questions), grouped(found)
    )


def outcome(end: ScanEnd) -> str:
    """How a scan ended."""
    said = progress(end.asked, end.questions, end.found)
    match end.ending:
        case Ending.CANCELLED:
            said = _tr("Assistant", "Cancelled: {0}").format(said)
        case Ending.OUT_OF_TIME:
            said = _tr("Assistant", "◆ The time was over: {0}. Choose a smaller range for the rest.").format(
                said
            )
        case Ending.DEFECT:
            return _tr("Assistant", "◆ An error in the program ended the scan; see its log.")
        case Ending.ALL_ASKED:
            pass
    if end.strangers == 1:
        said = f"{said} · {_tr('Assistant', 'one other device answers there, but not as a gateway')}"
    elif end.strangers:
        others = _tr("Assistant", "{0} other devices answer there, but not as gateways")
        said = f"{said} · {others.format(grouped(end.strangers))}"
    return said


def gateways_line(plan: FirstPlan) -> str:
    """Which gateways a plan watches."""
    plcs = tuple(one_line(gateway.plc) for gateway in plan.gateways)
    if len(plcs) == 1:
        return _tr("Assistant", "One gateway: {0}").format(plcs[0])
    return _tr("Assistant", "{0} gateways: {1}").format(grouped(len(plcs)), names(plcs, 4))


def asked_line(plan: FirstPlan) -> str:
    """What a plan asks, in each cycle."""
    return _tr("Assistant", "Each gateway is asked, one question at a time: {0}.").format(
        ", ".join(plan.questions)
    )


def effect_line(plan: FirstPlan) -> str:
    """What a plan changes in the plant."""
    if not plan.written:
        return _tr("Assistant", "These questions only read. Nothing is written and no PLC is disconnected.")
    return _tr(
        "Assistant", "◆ Each complete total is written into every PLC ({0}). No PLC is disconnected."
    ).format(plan.written)


def place_line(place: Place, usual: str) -> str:
    """Which files will be written; `usual` is the folder in which the program looks when it is started."""
    if place.trouble:
        return _tr("Assistant", "◆ Nothing can be written there: {0}").format(one_line(told(place.trouble)))
    new = _tr("Assistant", "Two new files: {0} and {1}.")
    if place.renamed:
        new = _tr("Assistant", "Files are there already and stay as they are. New ones: {0} and {1}.")
    said = new.format(place.config_name, place.list_name)
    if place.folder == usual and not place.renamed:
        return said
    later = _tr("Assistant", "At the next start, open {0} yourself: it is not where the program looks.")
    return f"{said} {later.format(place.config_name)}"
