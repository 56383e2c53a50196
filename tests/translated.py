"""A project whose translations are all recorded as reviewed, as an editor does after a change."""

from __future__ import annotations

from pathlib import Path

import translations
import yaml


def reviewed(project: Path) -> Path:
    """The project, with that recorded of each page that can be read in both languages."""
    for source in (project / "docs/nl").glob("*.md"):
        try:
            translations.record(source, project / "docs/en" / source.name)
        except (OSError, ValueError, yaml.YAMLError):
            continue
    return project
