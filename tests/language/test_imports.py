import subprocess
import sys

SLOW = ("dateparser", "holidays", "babel")


def test_reading_loads_no_slow_library_before_it_is_needed() -> None:
    code = (
        "import sys, language.messages.reading, language.conversation.wishes; "
        f"print([n for n in {SLOW} if n in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
