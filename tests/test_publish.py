"""Whatever stops a build, the earlier site stays whole and the next build works."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from pathlib import Path

import pytest
from content import security_txt
from publish import exchange, swap
from small import contents


def old_site(folder: Path, text: str = "old") -> Path:
    """A folder that looks like an earlier build."""
    for name in swap.SHAPE:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def publication(site: Path) -> swap.Publication:
    """A publication with its new site half-way: one file written."""
    started = swap.Publication(str(site))
    started.begin()
    (started.building / "index.html").write_text("new")
    return started


# --- The switch -----------------------------------------------------------------------------------


def test_nothing_shows_before_the_switch_and_everything_after(tmp_path):
    site = old_site(tmp_path / "site")
    build = publication(site)
    assert contents(site)["index.html"] == b"old"
    build.switch()
    build.end()
    assert contents(site) == {"index.html": b"new"}
    assert [path.name for path in tmp_path.iterdir() if path.name != ".site.lock"] == ["site"]


def test_where_two_folders_cannot_change_places_the_switch_still_works(tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    test_nothing_shows_before_the_switch_and_everything_after(tmp_path / "plain")
    test_hidden_files_that_others_put_in_the_site_stay(tmp_path / "hidden")


@pytest.mark.skipif(sys.platform != "linux", reason="where else this is known differs by disk")
def test_two_folders_change_places_in_one_step(tmp_path):
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    assert exchange.exchange(tmp_path / "one", tmp_path / "other")
    assert contents(tmp_path) == {"one/file": b"other", "other/file": b"one"}
    assert not exchange.exchange(tmp_path / "one", tmp_path / "nothing")


def test_a_failed_switch_puts_the_earlier_site_back(tmp_path):
    site = old_site(tmp_path / "site")
    before = contents(site)
    build = publication(site)
    shutil.rmtree(build.building)  # so that the second rename fails
    with pytest.raises(OSError):
        build.switch()
    assert contents(site) == before


def test_hidden_files_that_others_put_in_the_site_stay(tmp_path):
    site = old_site(tmp_path / "site")
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref")
    build = publication(site)
    build.switch()
    assert contents(site) == {"index.html": b"new", ".git/HEAD": b"ref"}


def test_of_what_stands_at_well_known_addresses_only_ours_goes_with_the_earlier_site(tmp_path):
    site = old_site(tmp_path / "site")
    (site / ".well-known").mkdir()
    (site / security_txt.PATH).write_text(f"{security_txt.MARK}Contact: mailto:oud@voorbeeld.nl\n")
    (site / ".well-known/proof").write_text("of a certificate")
    publication(site).switch()
    assert contents(site) == {"index.html": b"new", ".well-known/proof": b"of a certificate"}


def test_the_site_keeps_the_rights_of_the_folder_it_replaces(tmp_path):
    site = old_site(tmp_path / "site")
    site.chmod(0o775)
    publication(site).switch()
    assert site.stat().st_mode & 0o777 == 0o775


def test_a_web_server_may_read_every_file_whatever_the_umask(tmp_path):
    before = os.umask(0o077)
    try:
        build = publication(tmp_path / "site")
        (build.building / "en").mkdir()
        (build.building / "en/index.html").write_text("new")
        build.switch()
    finally:
        os.umask(before)
    paths = ("", "index.html", "en", "en/index.html")
    modes = [stat.S_IMODE((tmp_path / "site" / path).stat().st_mode) for path in paths]
    assert modes == [0o755, 0o644, 0o755, 0o644]


# --- A killed build -------------------------------------------------------------------------------


def test_the_next_build_clears_what_a_killed_one_left(tmp_path):
    site = old_site(tmp_path / "site")
    (tmp_path / ".site.building").mkdir()
    (tmp_path / ".site.building/half.html").write_text("half")
    publication(site).switch()
    assert contents(site) == {"index.html": b"new"}


def test_killed_between_the_two_renames_the_earlier_site_comes_back(tmp_path):
    old_site(tmp_path / ".site.previous")
    build = publication(tmp_path / "site")
    build.end()  # this build fails too
    assert contents(tmp_path / "site")["index.html"] == b"old"


def test_killed_after_the_switch_the_new_site_stays(tmp_path):
    old_site(tmp_path / ".site.previous", "old")
    old_site(tmp_path / "site", "new")
    publication(tmp_path / "site").end()
    assert contents(tmp_path / "site")["index.html"] == b"new"
    assert not (tmp_path / ".site.previous").exists()


# --- Targets that are refused ---------------------------------------------------------------------


def test_a_folder_with_other_files_is_refused(tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home/thesis.txt").write_text("years of work")
    with pytest.raises(swap.Refused, match="holds files that are no earlier build"):
        publication(tmp_path / "home")
    assert contents(tmp_path) == {"home/thesis.txt": b"years of work"}


def test_a_file_and_a_dangling_link_are_refused(tmp_path):
    (tmp_path / "file").write_text("text")
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    with pytest.raises(swap.Refused, match="is a file"):
        publication(tmp_path / "file")
    with pytest.raises(swap.Refused, match="is a link to nothing"):
        publication(tmp_path / "link")


def test_a_mount_point_is_refused_with_a_way_out(tmp_path, monkeypatch):
    site = old_site(tmp_path / "site")
    monkeypatch.setattr(swap.os.path, "ismount", lambda path: Path(path) == site)
    with pytest.raises(swap.Refused, match=f"is a mount point.*--site-dir {site}/site"):
        publication(site)


def test_a_folder_in_one_that_may_not_be_written_is_refused_with_a_way_out(tmp_path, monkeypatch):
    site, access = old_site(tmp_path / "site"), os.access
    closed = {tmp_path: False}  # root may write everywhere, so the rights are made up
    monkeypatch.setattr(swap.os, "access", lambda path, mode: closed.get(Path(path), access(path, mode)))
    told = f"the folder around it, {tmp_path}, may not be written.*{site}/site"
    with pytest.raises(swap.Refused, match=told):
        publication(site)
    with pytest.raises(swap.Refused, match="build elsewhere"):
        publication(tmp_path / "new/site")


def test_a_link_to_a_folder_is_followed(tmp_path):
    old_site(tmp_path / "www/html")
    (tmp_path / "site").symlink_to(tmp_path / "www/html")
    publication(tmp_path / "site").switch()
    assert (tmp_path / "site").is_symlink()
    assert contents(tmp_path / "www/html") == {"index.html": b"new"}


def test_a_lock_that_is_never_released_ends_the_wait(tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "PATIENCE", 0.1)
    first = publication(tmp_path / "site")
    with pytest.raises(swap.Refused, match="another build of it does not end"):
        publication(tmp_path / "site")
    first.end()
