"""What is typed after a report was saved: offered as a change of it, and never lost or begun as another by mistake."""

from datetime import timedelta

import pytest

from tests.platforms import Direct
from tests.reports_region import START, seed
from tests.talk import Heard
from tests.test_put_right import NAMES, REPORT

THURSDAY = "donderdag 25 november 2021"


def saved(*said: str, hours: int = 0) -> Heard:
    """Return what the bot says last to what is typed, so many hours after a report was saved."""
    bot = Direct(seed, START)
    bot.say("docent", "", REPORT)
    bot.press("docent", "", "Bewaren")
    bot.turn(START + timedelta(hours=hours))
    for text in said:
        bot.say("docent", "", text)
    return bot.heard("docent", "")[-1]


def changes(heard: Heard) -> dict[str, str]:
    """Return what an offer is going to change."""
    assert heard.text.startswith("Zal ik je laatste melding zo wijzigen?"), heard.text
    found = (
        line.removeprefix("→ ").partition(": ") for line in heard.text.splitlines() if line.startswith("→")
    )
    return {name: value for name, _colon, value in found if name in (*NAMES, "Succes")}


@pytest.mark.parametrize(
    "said",
    [
        "weg ermee",
        "verwijder maar",
        "gooi maar weg",
        "haal maar weg",
        "kan je die verwijderen",
        "intrekken maar",
        "trek maar in",
        "mag weg",
        "verwijder deze melding",
        "dit was een test",
        "per ongeluk verstuurd",
        "delete",
        "haal die laatste melding weg",
        "oeps verkeerde gestuurd",
        "heb ik al gemeld",
        "dubbel",
        "toch niet",
    ],
)
def test_who_takes_it_back_is_offered_that(said: str) -> None:
    heard = saved(said)
    assert heard.text.startswith("Zal ik je laatste melding intrekken?")
    assert heard.buttons == ("Intrekken", "Wijzigen")


@pytest.mark.parametrize(
    "said",
    [
        "klopt niet",
        "foutje",
        "oeps",
        "dat klopt niet helemaal",
        "is niet goed",
        "er staat een fout in",
        "mag ik nog iets aanpassen",
        "ik wil nog iets veranderen",
        "oh nee",
        "er klopt iets niet",
        "hoe pas ik dit aan",
        "oh ja nog iets",
        "dat was niet robotica",
    ],
)
def test_who_does_not_say_what_is_wrong_may_change_it_or_take_it_back(said: str) -> None:
    assert saved(said).buttons == ("Wijzigen", "Intrekken")


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("beamer was stuk", {"Knelpunt": "te weinig laptops; beamer was stuk"}),
        ("oh ja 2 laptops stuk", {"Knelpunt": "te weinig laptops; 2 laptops stuk"}),
        ("de wifi deed het niet", {"Knelpunt": "te weinig laptops; de wifi deed het niet"}),
        ("was ik vergeten: beamer kapot", {"Knelpunt": "te weinig laptops; beamer kapot"}),
        ("het waren er 23", {"Aantallen": "23 leerlingen"}),
        ("23", {"Aantallen": "23 leerlingen"}),
        ("23 lln trouwens", {"Aantallen": "23 leerlingen"}),
        ("en 3 docenten", {"Aantallen": "20 leerlingen, 3 docenten"}),
        ("vergeten te zeggen 2 docenten erbij", {"Aantallen": "20 leerlingen, 2 docenten"}),
        ("p.s. er waren ook 2 docenten", {"Aantallen": "20 leerlingen, 2 docenten"}),
        ("was trouwens donderdag", {"Dag": THURSDAY}),
        ("donderdag trouwens", {"Dag": THURSDAY}),
        ("nee 24, was donderdag", {"Aantallen": "24 leerlingen", "Dag": THURSDAY}),
        ("vergeten: vervolg in mei", {"Vervolg": "in mei"}),
        ("ging trouwens matig", {"Resultaat": "Deels gelukt"}),
        ("bij De Rivierschool trouwens", {"Bij": "De Rivierschool"}),
        ("de 25e", {"Dag": THURSDAY}),
        ("niet 20 maar 21", {"Aantallen": "21 leerlingen"}),
        ("4 meer", {"Aantallen": "24 leerlingen"}),
        ("op de andere school", {"Bij": "De Rivierschool"}),
        ("vervolg wordt april", {"Vervolg": "april"}),
        ("kinderen waren enthousiast", {"Succes": "kinderen waren enthousiast"}),
        ("ik was vergeten te zeggen dat de wifi uitviel", {"Knelpunt": "te weinig laptops; de wifi uitviel"}),
        ("beamer was stuk, en het waren er 19",
         {"Aantallen": "19 leerlingen", "Knelpunt": "te weinig laptops; beamer was stuk"}),
    ],
)  # fmt: skip
def test_what_is_put_right_or_added_is_offered(said: str, changed: dict[str, str]) -> None:
    assert changes(saved(said)) == changed


@pytest.mark.parametrize(
    ("said", "name", "value"),
    [
        ("leerlingen vonden het trouwens super leuk", "Succes", "leerlingen vonden het super leuk"),
        ("nog vergeten, we gaan in mei verder", "Vervolg", "we gaan in mei verder"),
    ],
)
def test_what_was_forgotten_is_offered_in_ones_own_words(said: str, name: str, value: str) -> None:
    assert changes(saved(said)) == {name: value}


def test_a_tap_changes_it_and_another_leaves_it() -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", REPORT)
    bot.press("docent", "", "Bewaren")
    bot.say("docent", "", "beamer was stuk")
    bot.press("docent", "", "Nee, laat het zo")
    assert bot.heard("docent", "")[-1].text == "Prima, ik laat je melding zoals die is."
    bot.say("docent", "", "beamer was stuk")
    bot.press("docent", "", "Ja, wijzigen")
    assert bot.heard("docent", "")[-1].text.startswith("Gewijzigd, dank je wel!")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("ja", "Gewijzigd, dank je wel!"),
        ("ja graag", "Gewijzigd, dank je wel!"),
        ("ok", "Gewijzigd, dank je wel!"),
        ("nee", "Prima, ik laat je melding zoals die is."),
        ("laat maar", "Prima, ik laat je melding zoals die is."),
    ],
)
def test_the_offer_may_be_answered_by_typing(answer: str, says: str) -> None:
    assert saved("het waren er 23", answer).text.startswith(says)


@pytest.mark.parametrize(
    "said",
    [
        "Vandaag gastles lassen met 14 lln, ging goed",
        "Technolab ingericht",
        "Techniekdag met groep 7 gedaan, 60 kinderen, super",
        "Installatiebedrijf heeft 12 uur gastles gegeven",
        "agendapunt: vervoer",
        "Girlsday gehad, 30 meisjes",
        "Training lassen ging niet door, docent ziek",
        "oh ja, technolab ook gedaan met 12 lln",
        "dank je",
        "top",
        "super",
        "geen nieuws",
        "technolab: 12 lln, ging goed",
        "docent ziek, les technolab ging niet door",
        "beamer stuk in technolab",
        "ik wil iets melden",
    ],
)
def test_another_report_and_a_courtesy_change_nothing(said: str) -> None:
    assert "laatste melding" not in saved(said).text


def test_what_only_tells_more_is_a_report_of_its_own_an_hour_later() -> None:
    assert "laatste melding" not in saved("beamer was stuk", hours=2).text
    assert "laatste melding" in saved("oh ja, beamer was stuk", hours=2).text


@pytest.mark.parametrize("between", ["hallo", "/week", "bedankt"])
@pytest.mark.parametrize("answer", ["ja", "ok", "ja graag", "nee hoor"])
def test_a_yes_or_a_no_answers_only_what_was_asked_last(between: str, answer: str) -> None:
    heard = saved("het waren er 30", between, answer)
    assert not heard.text.startswith(("Gewijzigd", "Prima, ik laat"))
    assert heard.buttons == ()


def test_a_yes_comes_too_late_for_an_old_offer() -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", REPORT)
    bot.press("docent", "", "Bewaren")
    bot.say("docent", "", "het waren er 30")
    bot.turn(START + timedelta(days=4))
    bot.say("docent", "", "ja")
    assert not any(one.text.startswith("Gewijzigd") for one in bot.heard("docent", ""))


@pytest.mark.parametrize(
    "said",
    [
        "vergeten te zeggen: 2 docenten erbij en Kees gaat volgend jaar weg",
        "het waren er 21 en onze techniekdocent vertrekt",
        "21, and our teacher is leaving us",
    ],
)
def test_who_leaves_is_never_a_change_of_another_report(said: str) -> None:
    heard = saved(said)
    assert "Soort: Signaal" in heard.text.splitlines() or "2 meldingen" in heard.text
    assert not {"Ja, wijzigen", "Delen met het kanaal"} & {*heard.buttons}


def test_an_offer_means_the_day_on_which_it_was_typed() -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", REPORT)
    bot.press("docent", "", "Bewaren")
    bot.say("docent", "", "was gisteren")
    assert "→ Dag: zondag 28 november 2021" in bot.heard("docent", "")[-1].text.splitlines()
    bot.turn(START + timedelta(days=1))
    bot.press("docent", "", "Ja, wijzigen")
    bot.press("docent", "", "Wijzigen")
    assert "Dag: zondag 28 november 2021" in bot.heard("docent", "")[-1].text.splitlines()
