"""Show that the site is the same to the byte wherever it is built:

    python tests/same_bytes.py [folder of the project]

It is built twice, on two paths, in two time zones, locales and umasks, on two days, with files of two ages
and with what Python keeps in sets in two orders; then every file is compared. What it prints ends in a hash
of all, to compare with that of another system.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
UNNEEDED = shutil.ignore_patterns(".*", "site", "tests", "__pycache__")
PLACES = {  # folder → what surrounds the build there, umask, and days from now
    "hiér": ({"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}, 0o022, 0),
    "ergens/heel anders": (  # where Python takes a text for ASCII unless it is told
        {
            "TZ": "America/Adak",
            "LC_ALL": "POSIX",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONUTF8": "0",
            "PYTHONHASHSEED": "2",
        },
        0o077,
        -40,
    ),
}


def build(project: Path, surroundings: dict[str, str], umask: int, days: int) -> Path:
    """The site of a project, built there and then. Raises `CalledProcessError`, with what the build said."""
    for path in project.rglob("*"):
        os.utime(path, (days * 86400 + 2e9,) * 2)
    env = os.environ | surroundings | {"NO_MKDOCS_2_WARNING": "1"}
    if days:
        env |= {"OTHER_DAY": str(days), "PYTHONPATH": str(HERE / "elsewhere")}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    options = {"umask": umask} if os.name == "posix" else {}
    subprocess.run(command, cwd=project, env=env, check=True, capture_output=True, **options)
    return project / "site"


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {one.relative_to(folder).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest() for one in files}


def different(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """The files that two sites do not have alike."""
    return sorted(name for name in one | other if one.get(name) != other.get(name))


def built_twice(project: Path, folder: Path) -> list[dict[str, str]]:
    """The files of a project's site at each of the places, in a folder of its own."""
    found = []
    for name, (surroundings, umask, days) in PLACES.items():
        copy = Path(shutil.copytree(project, folder / name, ignore=UNNEEDED))
        found.append(digests(build(copy, surroundings, umask, days)))
    return found


def main() -> None:
    """Build, compare, and say what came of it."""
    project = Path(sys.argv[1] if len(sys.argv) > 1 else HERE.parent)
    with tempfile.TemporaryDirectory() as folder:
        try:
            one, other = built_twice(project, Path(folder))
        except subprocess.CalledProcessError as error:
            sys.exit((error.stdout + error.stderr).decode())
    if names := different(one, other):
        sys.exit("\n".join([*names, f"{len(names)} of {len(one)} files are different"]))
    whole = hashlib.sha256(
        "".join(f"{digest}  {name}\n" for name, digest in one.items()).encode()
    ).hexdigest()
    print(f"{len(one)} files, the same to the byte; together {whole}")


if __name__ == "__main__":
    main()
