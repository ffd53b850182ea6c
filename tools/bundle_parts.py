"""What the bundle holds: its data, and what of Qt's and the system's libraries it can do without.

Read by doge_gui.spec while PyInstaller runs, and by the check of what was built.
"""

from __future__ import annotations

from pathlib import Path, PurePath

RESOURCES = {
    "fonts": "*",
    "icons": "**/*",
    "themes": "*",
    "translations": "*.qm",
    "web": "**/*",
}
"""Folder below resources/ -> the files of it that are shipped."""
GUIDE = "docs/guide"
QT_TRANSLATIONS = ("qtbase_fr.qm", "qtbase_en.qm")
"""Qt's own words on standard buttons, in the program's languages."""

UNUSED_MODULES = [
    "PIL",
    "PySide6.QtPdf",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtVirtualKeyboard",
    "PySide6.QtWebEngineCore",
    "_pytest",
    "greenlet",
    "hypothesis",
    "lib2to3",
    "matplotlib",
    "mypy",
    "numpy.f2py",
    "pip",
    "pycparser",
    "pydantic.mypy",
    "pydantic.v1.mypy",
    "pyqtgraph.examples",
    "pyqtgraph.jupyter",
    "pyqtgraph.opengl",
    "pytest",
    "scipy",
    "setuptools",
    "sqlalchemy.ext.mypy",
    "sqlalchemy.testing",
    "tests",
    "tkinter",
    "tools",
]
"""Development packages are not in the environment a bundle is built from; they are named all the same."""

UNUSED_LIBRARIES = (
    "Qt6Pdf",
    "Qt6Qml",
    "Qt6Quick",
    "Qt6VirtualKeyboard",
    "libQt6EglFS",
    "libQt6EglFs",
    "libQt6Pdf",
    "libQt6Qml",
    "libQt6Quick",
    "libQt6VirtualKeyboard",
    # Sound effects are decoded by Qt itself; FFmpeg would only bring films.
    "avcodec",
    "avformat",
    "avutil",
    "ffmpegmediaplugin",
    "libQt6FFmpegStub",
    "libavcodec",
    "libavformat",
    "libavutil",
    "libffmpegmediaplugin",
    "libswresample",
    "libswscale",
    "swresample",
    "swscale",
    # Platforms, themes, input devices and pictures that no station has or shows.
    "libqeglfs",
    "libqevdev",
    "libqgif",
    "libqgtk3",
    "libqicns",
    "libqlinuxfb",
    "libqminimalegl",
    "libqpdf",
    "libqtga",
    "libqtiff",
    "libqtuiotouch",
    "libqtvirtualkeyboardplugin",
    "libqvkkhrdisplay",
    "libqvnc",
    "libqwbmp",
    "libqwebp",
    # What only the GTK theme asked for.
    "libXrandr",
    "libXrender",
    "libatk",
    "libcairo",
    "libdatrie",
    "libfribidi",
    "libepoxy",
    "libgdk-3",
    "libgdk_pixbuf",
    "libgraphite2",
    "libgtk-3",
    "libharfbuzz",
    "libjpeg",
    "libpango",
    "libpixman",
    "libthai",
    # The system's own is at least as new as the one of the machine the bundle is built on, and its graphics
    # drivers need theirs.
    "libgcc_s.so",
    "libstdc++.so",
)
"""Beginnings of file names. Excluding modules is not enough: Qt's plugins pull libraries in by themselves."""
UNUSED_FOLDERS = ("egldeviceintegrations", "networkinformation")


def data(root: Path) -> list[tuple[str, str]]:
    """(file, folder in the bundle) of everything that is no code, below the project's folder.

    Raises ValueError for a folder of resources that nobody has listed: it would be missed at a station.
    """
    unlisted = {path.name for path in (root / "resources").iterdir() if path.is_dir()} - set(RESOURCES)
    if unlisted:
        raise ValueError(
            f"resources/ holds folders that RESOURCES does not list: {', '.join(sorted(unlisted))}"
        )
    found = [
        (root / "configDoge.json", "."),
        (root / "LICENSE", "."),
        (root / "docs/licences.md", "licences"),
    ]
    found += [(path, "licences") for path in sorted((root / "docs/licences").glob("*.*"))]
    found += [(path, "sounds") for path in sorted((root / "sounds").iterdir())]
    for name, pattern in RESOURCES.items():
        found += _tree(root / "resources" / name, pattern, f"resources/{name}")
    found += _tree(root / GUIDE, "**/*", "guide")
    return [(str(path), folder) for path, folder in found]


def _tree(folder: Path, pattern: str, goal: str) -> list[tuple[Path, str]]:
    """The files of a folder, each with the folder of the bundle it goes to; none where there is no folder."""
    files = sorted(path for path in folder.glob(pattern) if path.is_file())
    return [(path, str(PurePath(goal, path.parent.relative_to(folder)))) for path in files]


def needed(name: str) -> bool:
    """Whether a collected file, by its name in the bundle, is used by the program."""
    path = PurePath(name)
    if path.name.startswith(UNUSED_LIBRARIES) or set(path.parts) & set(UNUSED_FOLDERS):
        return False
    if "PySide6" in path.parts and path.suffix == ".qm":
        return path.name in QT_TRANSLATIONS
    return True
