"""The small site on nginx and Caddy, below a sub-path and at the root of a host: what these tests share."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from small import change, run, small_project

from on_servers.served import Server, serve

SWITCHED_ON = """\
extra:
  server: {hsts: true, language_of_browser: true}
  security: {contact: veilig@verzinsels.example, expires: 2999-12-31}
"""


def placed(folder: Path, base: str) -> tuple[Path, str]:
    """What a server has as its root, with the small site in it, and the path of the site: below a sub-path
    everything is switched on, at the root of a host nothing is."""
    project, whole = small_project(folder / "project"), folder / "www/html"
    if base == "/gids/":
        change(project / "mkdocs.yml", "extra:\n", SWITCHED_ON)
    else:
        change(project / "mkdocs.yml", "klein.example/gids/", "klein.example/")
    result = run(project, "--quiet", "--site-dir", f"{whole}{base}")
    assert result.returncode == 0, result.stdout + result.stderr
    kept = whole / base[1:] / "edities/2025.01/style"  # of a frozen edition
    kept.mkdir(parents=True)
    (kept / "0123456789ab.css").write_text("p { margin: 0 }")
    (whole / base[1:] / ".git").mkdir()
    (whole / base[1:] / ".git/HEAD").write_text("ref")
    return whole, base


@pytest.fixture(scope="module", params=["/gids/", "/"])
def root(request, tmp_path_factory) -> tuple[Path, str]:
    """The small site at each of two paths."""
    return placed(tmp_path_factory.mktemp("servers"), request.param)


@pytest.fixture(scope="module")
def below(tmp_path_factory) -> tuple[Path, str]:
    """The small site below a sub-path."""
    return placed(tmp_path_factory.mktemp("below"), "/gids/")


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def server(request, root, tmp_path_factory) -> Server:
    """That site, served."""
    with serve(request.param, *root, tmp_path_factory.mktemp(request.param)) as started:
        yield started


@pytest.fixture
def open_folder() -> Path:
    """A folder that other users may look into, as those of pytest may not be."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)
