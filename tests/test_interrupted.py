"""Real builds that are killed, find the disk full or run at once: the earlier site stays, whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from small import contents, run, small_project

DIE = """
import os
def {event}(*args, **kwargs):
    {when}os._exit(137)  # as by SIGKILL: nothing is cleaned up
"""


FULL = """
import errno, mkdocs.utils
def on_config(config):
    write = mkdocs.utils.write_file
    def full(content, path):
        if path.endswith({name!r}):
            write(content[: len(content) // 2], path)
            raise OSError(errno.ENOSPC, "No space left on device", path)
        write(content, path)
    mkdocs.utils.write_file = full
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A small project and its site."""
    project = small_project(tmp_path_factory.mktemp("publish") / "project")
    result = run(project)
    assert result.returncode == 0, result.stderr
    return project


@pytest.fixture
def project(built, tmp_path) -> Path:
    """A copy of both, to spoil."""
    return Path(shutil.copytree(built, tmp_path / "project"))


def start(project: Path) -> subprocess.Popen:
    """`mkdocs build --strict`, started, on another day than the earlier build."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1000000000"}
    return subprocess.Popen(
        command, cwd=project, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def with_hook(project: Path, source: str) -> None:
    """Let a hook spoil the build."""
    (project / "spoil.py").write_text(source)
    machine = project / "overrides/machine.yml"
    machine.write_text(machine.read_text().replace("hooks: [", "hooks: [spoil.py, ", 1))


@pytest.mark.parametrize(
    ("event", "when"), [("on_post_page", "if 'en/' in kwargs['page'].url: "), ("on_post_build", "")]
)
def test_a_killed_build_leaves_the_earlier_site(project, event, when):
    before = contents(project / "site")
    with_hook(project, DIE.format(event=event, when=when))
    killed = start(project)
    killed.communicate()
    assert killed.returncode == 137
    assert contents(project / "site") == before
    assert (project / ".site.building").exists()


@pytest.mark.parametrize("name", ["ophef/index.html", "en/index.html"])
def test_a_full_disk_is_one_line_and_leaves_the_earlier_site(project, name):
    before = contents(project / "site")
    with_hook(project, FULL.format(name=name))
    build = start(project)
    output, _ = build.communicate()
    assert build.returncode == 1
    assert "No space left on device" in output.splitlines()[-1]
    assert "make room and build again" in output.splitlines()[-1]
    assert "Traceback" not in output
    assert contents(project / "site") == before
    assert not (project / ".site.building").exists()


def test_two_builds_at_once_after_a_killed_one_both_end_whole_and_equal(project):
    before = contents(project / "site")
    (project / ".site.building").mkdir()  # left by a build that was killed
    builds = [start(project), start(project)]
    outputs = [build.communicate()[0] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], outputs
    assert sum("Another build" in output for output in outputs) == 1
    assert contents(project / "site") == before
