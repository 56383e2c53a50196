"""Judge mkdocs.yml with line numbers, before MkDocs judges it without.

MkDocs loads its hooks while it reads the settings, and stops on an unknown or mistyped one before any event:
loading this file is the only moment to say where the fault is. `checks` looks again at every build.
"""

from pathlib import Path

from checks import report
from rules import configuration

ROOT = Path(__file__).parent.parent.parent

report(configuration.problems(ROOT / "mkdocs.yml"), ROOT)
