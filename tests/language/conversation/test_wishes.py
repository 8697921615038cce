import pytest

from language.conversation.wishes import agrees, away, greets, kind_named, never_mind, wants_to_leave, yes_no


@pytest.mark.parametrize(
    "text",
    [
        "uitschrijven",
        "Uitschrijven!",
        "STOP",
        "stop maar met appen",
        "stop met berichten",
        "Stop met die berichten aub",
        "schrijf me uit",
        "schrijf mij alsjeblieft uit",
        "geen berichten meer",
        "geen appjes meer aub",
        "afmelden",
        "afmelden voor alles",
        "meld mij af voor alle berichten",
        "haal me eruit",
        "haal mij uit dit systeem",
        "ik wil geen berichten meer ontvangen",
        "Ik wil me graag uitschrijven",
        "kan ik me ergens uitschrijven?",
        "stuur me niks meer",
        "hou op met deze meldingen",
        "verwijder me",
        "ik hoef geen herinneringen meer",
        "wil je me van de lijst halen",
        "laat me met rust",
        "ik wil niet meer meedoen aan deze bot",
        "Niet meer appen graag",
    ],
)
def test_leaving_is_understood_in_any_wording(text: str) -> None:
    assert wants_to_leave(text)


@pytest.mark.parametrize(
    "text",
    [
        "de leerlingen stoppen met het keuzevak",
        "we stoppen met gamedesign",
        "de pilot is gestopt",
        "",
        "Wij stoppen per 1 augustus met de samenwerking, er is geen begeleider meer",
        "stopcontact kapot in lokaal 3",
        "meld me af voor donderdag",
        "afmelden voor de bijeenkomst",
        "2 leerlingen hebben zich laten uitschrijven",
        "het bedrijf heeft zich uitgeschreven",
        "hij wil eruit",
        "geen nieuws",
        "geen meldingen te doen",
        "geen berichten van de docenten gekregen",
        "ik heb geen bericht ontvangen over de les",
        "schrijf me in",
        "de leerlingen krijgen geen berichten meer van school",
        "nog geen herinnering gehad",
        "ik kan niet",
    ],
)
def test_other_news_is_not_taken_for_leaving(text: str) -> None:
    assert not wants_to_leave(text)


@pytest.mark.parametrize(
    "text",
    [
        "ja",
        "Ja hoor",
        "ok",
        "👍",
        "prima!",
        "opslaan",
        "bewaar maar",
        "Sla maar op!",
        "ja graag",
        "klopt",
        "Dat is goed.",
        "ja hoor, dat lukt wel",
    ],
)
def test_a_plain_yes_is_a_yes(text: str) -> None:
    assert yes_no(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "nee",
        "nee bedankt",
        "niet",
        "dat klopt niet",
        "Nee, dat klopt niet.",
        "liever niet",
        "nee, dat lukt niet",
        "👎",
    ],
)
def test_a_plain_no_is_a_no(text: str) -> None:
    assert yes_no(text) is False


@pytest.mark.parametrize(
    "text", ["", "ja maar niet op dinsdag", "misschien", "de les is goed gegaan", "nee, 14 leerlingen"]
)
def test_anything_more_is_neither(text: str) -> None:
    assert yes_no(text) is None


@pytest.mark.parametrize(
    "text",
    ["nvm", "Doe maar niet", "laat maar zitten!", "vergeet het", "annuleren", "stop", "niet opslaan, sorry"],
)
def test_who_wants_to_let_it_rest_is_understood(text: str) -> None:
    assert never_mind(text)


@pytest.mark.parametrize(
    "text",
    ["niet", "niets", "de les hoeft niet meer over", "laat maar weten wanneer", "vergeet de zagen niet", ""],
)
def test_news_is_not_taken_for_letting_it_rest(text: str) -> None:
    assert not never_mind(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik ben met vakantie tot 10 januari",
        "ik werk niet op vrijdag",
        "Ben twee weken weg",
        "ik ga volgende week met verlof",
    ],
)
def test_who_is_away_is_understood(text: str) -> None:
    assert away(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik ben met de klas naar het bedrijf geweest",
        "we gaan op vakantie met 20 leerlingen",
        "ik heb de les niet op vrijdag gegeven",
        "ik ben met vakantie dus de pilot schuift naar maart",
        "de vakantie kwam ertussen",
    ],
)
def test_news_is_not_taken_for_being_away(text: str) -> None:
    assert not away(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Signaal", "signal"),
        ("een signaal!", "signal"),
        ("Agendapunt:", "agenda"),
        ("Ik heb een agendapunt", "agenda"),
        ("ik wil een bijdrage melden", "contribution"),
        ("Stand van een mijlpaal", "progress"),
        ("Uitkomst", "outcome"),
        ("Signaal: het bedrijf stopt", None),
        ("bijdrage van 12 uur", None),
        ("De stand was druk bezocht", None),
    ],
)
def test_the_name_of_a_kind_by_itself_is_a_choice_and_no_news(text: str, kind: str | None) -> None:
    assert kind_named(text) == kind


@pytest.mark.parametrize(
    "text", ["hallo", "Hoi!", "goedemorgen allemaal", "Goede middag", "hey aanjager", "hello there", "Hai 👋"]
)
def test_a_greeting_is_known_by_its_words_alone(text: str) -> None:
    assert greets(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "👍",
        "hallo, les gegeven",
        "dag 3 ging goed",
        "goedemorgen vrijdag dan maar",
        "hoi wie is de trekker",
    ],
)
def test_what_says_more_than_hello_is_read(text: str) -> None:
    assert not greets(text)


@pytest.mark.parametrize("text", ["ja", "Ja hoor", "klopt", "doe maar", "yes", "👍", "zeker"])
def test_a_yes_agrees(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize("text", ["ok", "prima", "goed", "nee", "ja, maar wel in maart", "dank je"])
def test_a_courtesy_does_not(text: str) -> None:
    assert not agrees(text)
