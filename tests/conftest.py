"""What the tests share: one build of the site a session, served on loopback, and one Chromium a worker.

README.md, beside this file, says which test to read first.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import adapter
import pytest
from asked import visit
from chromium import find_chromium
from cited import SOURCES
from content import sources as registry
from content.model import Guide
from content.settings_files import read_settings_files
from content.site import Site
from downloaded import WITHOUT_SYSTEM, make, of
from filelock import FileLock
from loopback import served
from mkdocs.config import load_config
from playwright.sync_api import sync_playwright
from spoiled import CASES
from translated import reviewed

ROOT = Path(__file__).parent.parent


@pytest.fixture
def project(tmp_path) -> Path:
    """A copy of the project, to spoil."""
    unneeded = shutil.ignore_patterns(".*", "site", "tests", "__pycache__")
    return Path(shutil.copytree(ROOT, tmp_path / "project", ignore=unneeded))


@pytest.fixture(scope="session")
def book() -> Guide:
    """The guide as it stands in docs/, without a build."""
    return adapter.read_texts(load_config(str(ROOT / "mkdocs.yml")))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Tests of one file stay with one worker, as they share what they read; walks of a page go anywhere."""
    for item in items:
        if "address" not in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.fixture(scope="session")
def model() -> Site:
    """All that a build knows before it writes anything, without a build."""
    draft = adapter.read_draft(read_settings_files(ROOT / "mkdocs.yml", adapter.TAGS))
    return adapter.read_site(load_config(str(ROOT / "mkdocs.yml")), draft.guide)


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id) -> Path:
    """The built site, made by the command of the README: by the first worker that asks, for all of them."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":  # each worker has a folder in that of the session
        shared = shared.parent
    target = shared / "site"
    with FileLock(shared / "site.lock"):
        if not target.exists():  # it appears whole, or not at all
            subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(target)],
                cwd=ROOT,
                check=True,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            )
    return target


@pytest.fixture(scope="session")
def downloads(site, tmp_path_factory) -> Path:
    """A copy of the built site with the downloads in it, made once by whoever asks first."""
    target = site.with_name("downloads")
    with FileLock(site.with_name("downloads.lock")):
        if not target.exists():
            new = shutil.copytree(site, site.with_name("downloads.new"))
            result = make(new, *WITHOUT_SYSTEM)
            assert result.returncode == 0, result.stderr
            new.rename(target)
    return target


@pytest.fixture(scope="session")
def courses(downloads, tmp_path_factory) -> dict[str, Path]:
    """The unpacked course of each language."""
    found = {locale: tmp_path_factory.mktemp("course") for locale in ("nl", "en")}
    for locale, folder in found.items():
        with zipfile.ZipFile(of(downloads, "course", locale)) as archive:
            archive.extractall(folder)
    return found


@pytest.fixture(scope="session")
def url(site) -> str:
    """The address at which the built site is served, ending in a slash."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium; fails, never skips, when there is none to be had."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
            ],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser, url):
    """A fresh browser page with an own, empty profile; `page.goto("en/doubt/")` is relative."""
    with contextlib.closing(browser.new_context(base_url=url, reduced_motion="reduce")) as context:
        yield context.new_page()


@pytest.fixture
def open_page(browser, url):
    """A way to open browser pages with settings of their own, such as `java_script_enabled=False`."""
    with contextlib.ExitStack() as contexts:

        def start(**settings):
            context = browser.new_context(**{"base_url": url, "reduced_motion": "reduce"} | settings)
            contexts.callback(context.close)
            return context.new_page()

        yield start


@pytest.fixture
def plain(open_page):
    """A browser page without JavaScript, on a telephone."""
    return open_page(java_script_enabled=False, viewport={"width": 320, "height": 740})


@pytest.fixture(scope="session")
def data(site) -> dict:
    """Every section, as the site publishes them as data."""
    return json.loads((site / "sections.json").read_text(encoding="utf-8"))


@pytest.fixture
def dialog(page):
    """The open search dialog of a Dutch page."""
    visit(page, "ophef/")
    page.get_by_role("button", name="Zoeken").click()
    return page.get_by_role("dialog", name="Zoeken")


@pytest.fixture
def small(tmp_path) -> Path:
    """The small guide, in which nothing is wrong."""
    return reviewed(Path(shutil.copytree(CASES / "good", tmp_path / "small")))


@pytest.fixture
def known(tmp_path) -> registry.Sources:
    """The small file above."""
    path = tmp_path / "sources.yml"
    path.write_text(SOURCES, encoding="utf-8")
    return registry.read_sources(path)
