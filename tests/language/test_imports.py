import subprocess
import sys
from pkgutil import walk_packages

import language

SLOW = ("babel", "dateparser", "holidays", "rapidfuzz", "snowballstemmer")
# Plans and the wording are put in by commands of their own.
ASIDE = ("language.plan", "language.completeness")
# Their text is part of what the weights were learned from.
LEARNED_FROM = ["language.judging.features", "language.messages.evidence"]
IMPORTING = """
import re, sys
compiled, compile = set(), re.compile
def noted(*told):
    compiled.add(sys._getframe(1).f_globals["__name__"])
    return compile(*told)
re.compile = noted
import {modules}
print(*(name for name in {slow} if name in sys.modules), *sorted(n for n in compiled if n.startswith("language.")))
"""


def test_importing_loads_no_slow_library_and_compiles_no_pattern() -> None:
    names = [one.name for one in walk_packages(language.__path__, "language.")]
    modules = ", ".join(name for name in names if not name.startswith(ASIDE))
    code = IMPORTING.format(modules=modules, slow=SLOW)
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == LEARNED_FROM
