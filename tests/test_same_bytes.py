"""The site is the same to the byte wherever it is built, and on any day: `python tests/same_bytes.py`."""

from __future__ import annotations

import os
import subprocess
import sys

import same_bytes
from small import small_project


def test_a_site_is_the_same_on_another_path_day_time_zone_locale_and_umask(tmp_path):
    one, other = same_bytes.built_twice(small_project(tmp_path / "project"), tmp_path / "built")
    assert len(one) > 50 and same_bytes.different(one, other) == []


def test_what_is_different_and_what_only_one_has_is_named():
    assert same_bytes.different({"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "2", "d": "1"}) == [
        "b",
        "c",
        "d",
    ]


def test_the_other_day_is_another_day():
    """Else the first test would pass whatever a build writes of the day."""
    ask = "import datetime, time; print(datetime.date.today(), time.gmtime(time.time())[:3])"
    other = {"OTHER_DAY": "-40", "PYTHONPATH": str(same_bytes.HERE / "elsewhere")}
    words, told = [sys.executable, "-c", ask], {"capture_output": True, "text": True, "check": True}
    here, there = (subprocess.run(words, env=os.environ | more, **told).stdout for more in ({}, other))
    assert [one == other for one, other in zip(here.split(" ", 1), there.split(" ", 1), strict=True)] == [
        False
    ] * 2
