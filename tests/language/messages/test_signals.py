"""A partner that leaves and a profile that closes are signals, in the usual wordings; what else stops is not."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from language.conversation.wishes import never_mind, wants_to_leave
from language.messages.reading import read_message
from tests.language.plan import activities

NOW = datetime(2021, 5, 19, 15, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
PLAN = activities()
ROLES = ("teacher", "company", "owner coordinator", "manager")


def kinds(text: str) -> set[str | None]:
    return {read_message(text, now=NOW, role=role, activities=PLAN).kind for role in ROLES}


@pytest.mark.parametrize(
    "text",
    [
        "Bouwbedrijf Jansen stopt ermee",
        "jammer dat onze techniekdocent vertrekt",
        "het waren er 21 en onze lasdocente gaat weg",
        "nee 21, en Kees gaat met pensioen",
        "twee van de drie lasdocenten gaan met pensioen",
        "Kees gaat volgend jaar weg",
        "Kees vertrekt per 1 mei",
        "Kees heeft ander werk gevonden",
        "Kees neemt ontslag",
        "Kees neemt afscheid van ons",
        "Jansen Installaties stopt er helemaal mee",
        "Jansen houdt ermee op",
        "de firma wil ermee stoppen",
        "bedrijf is ermee gestopt",
        "Helaas stopt onze partner",
        "De Draad stopt per 1 januari",
        "het leerbedrijf haakt af",
        "Waterman Installaties is afgehaakt",
        "school De Esdoorn trekt zich terug",
        "wij trekken ons als school helaas terug",
        "installatiebedrijf gaat failliet",
        "de garage is failliet verklaard",
        "Bouwbedrijf De Kade doet niet meer mee",
        "zij willen volgend jaar niet meer meedoen",
        "het mbo zegt de samenwerking op",
        "partner heeft opgezegd",
        "Jansen zegt op",
        "het profiel gaat dicht",
        "ons profiel BWI moet misschien dicht",
        "het profiel groen verdwijnt volgend jaar",
        "de afdeling wordt opgeheven",
        "volgend jaar verdwijnt het profiel PIE",
        "onze school sluit per 1 augustus",
        "de vestiging sluit de deuren",
        "wij stoppen ermee",
        "We stoppen, er is geen tijd meer voor",
        "wij gaan stoppen",
        "wij haken af",
        "wij stappen eruit",
        "de zorginstelling valt weg als partner",
        "wij stoppen met de gastlessen",
        "onze docent PIE gaat weg",
        "de contactpersoon vertrekt",
        "Jansen gaat stoppen",
        "een bedrijf uit de pilot haakt af",
        "het profiel MVI wordt niet meer aangeboden",
        "BWI verdwijnt bij ons",
        "onze vmbo-locatie gaat dicht na de zomer",
        "de partner verlaat het project",
        "Signaal: de mijlpaal wordt niet gehaald",
        "Wij stoppen met techniek",
        "wij stoppen helaas met techniek op onze school",
        "wij stoppen met het project",
        "we gaan stoppen met PIE",
        "wij kappen met het hele project",
        "onze school houdt op met PIE",
        "we nemen als school afscheid van STO",
        "we trekken de stekker uit het project",
        "de directie trekt de stekker eruit",
        "de vakgroep wordt opgeheven",
        "de sectie techniek wordt opgedoekt",
        "het bestuur heeft besloten het profiel af te bouwen",
        "het contract wordt niet verlengd",
        "wij verlengen het contract niet",
        "het bedrijf wil niet meer meedoen",
        "het autobedrijf wil niet langer meewerken",
        "het autobedrijf ziet het niet meer zitten",
        "het bedrijf wil niet meer",
        "docent PIE gaat met pensioen en er is geen opvolger",
        "er komt geen opvolger voor onze PIE-docent",
        "de school neemt volgend jaar geen deel meer",
        "wij leveren geen stageplekken meer",
        "de hele afdeling wordt wegbezuinigd",
        "het mbo trekt de handen ervan af",
        "samenwerking met de garage is voorbij",
        "partner valt af",
    ],
)
def test_who_leaves_and_what_closes_is_a_signal(text: str) -> None:
    assert kinds(text) == {"signal"}


@pytest.mark.parametrize(
    "text",
    [
        "de docenten waren snel weg",
        "de bus vertrekt om 9 uur",
        "leerlingen gaan in mei weg",
        "de collega's liepen een voor een weg",
        "de les stopte om 3 uur",
        "de machine stopte",
        "de machine in het bedrijf stopt steeds",
        "we stopten om half drie",
        "de school stopt om 3 uur",
        "de bus stopt bij het bedrijf",
        "stopcontact kapot in lokaal 3",
        "leerlingen stoppen met het keuzevak",
        "twee leerlingen haakten af tijdens de les",
        "3 lln doen niet meer mee",
        "de leerlingen op onze school stoppen met lassen",
        "het bedrijf sluit zich aan bij het project",
        "de school sluit een overeenkomst met het bedrijf",
        "het bedrijf haakt niet af",
        "we stoppen met gamedesign",
        "We stoppen vandaag wat eerder",
        "de pilot stopt volgend jaar",
        "de printer stopt ermee",
        "de klas haakt af na tien minuten",
        "Kan helaas niet meer mee",
        "het bedrijf gaat weg om 5 uur",
        "ik stop ermee",
        "het bedrijf zegt 10 uur toe",
        "de docent stopt de machine",
        "les gaf veel plezier, school zegt op tijd te zijn",
        "we zijn gestopt met uitdelen",
        "we zijn gestopt om 12 uur",
        "de beamer stopte ermee",
        "we stoppen met het project drones",
        "we stoppen met de techniekles op vrijdag",
        "we stoppen met de les om 3 uur",
        "de docent stopt met de les na een half uur",
        "we stoppen met de oude handleiding",
        "techniek stopte ermee halverwege de show",
        "de school gaat dicht in de vakantie",
        "het profielwerkstuk is gestopt",
        "ouders willen niet meer meewerken aan de open dag",
        "de groep wil niet meer verder met lassen",
        "leerlingen willen niet meer stoppen",
        "de stekker van de oven was stuk",
        "de docent gaat weg om 3 uur",
        "de techniek moet weg uit de gang",
        "techniekles in de soep, er is nog geen opvolger voor de beamer",
    ],
)
def test_what_else_stops_is_no_signal(text: str) -> None:
    assert "signal" not in kinds(text)


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("we're stopping", True),
        ("we're stopping with the project", True),
        ("the bakery is dropping out", True),
        ("our company is pulling out", True),
        ("one of our partners is quitting", True),
        ("the company doesn't want to take part any longer", True),
        ("they won't renew the contract", True),
        ("school withdraws", True),
        ("the mill closes for good", True),
        ("we won't be part of this next year", True),
        ("the technology department is being closed down", True),
        ("we're closing our technology department", True),
        ("our technology teacher is leaving and there is no replacement", True),
        ("we're stopping with the elective", False),
        ("we stopped at noon", False),
        ("we stopped the lesson at three", False),
        ("the projector stopped working", False),
        ("two pupils dropped out of the course", False),
        ("students are leaving the programme happy", False),
        ("we are dropping the elective, the supplier pulled out", False),
        ("the company closes at 5", False),
    ],
)
def test_who_leaves_is_a_signal_in_english_too(text: str, signal: bool) -> None:
    assert kinds(text) == {"signal"} if signal else "signal" not in kinds(text)


@pytest.mark.parametrize(
    "text", ["stop", "stop maar", "stop ermee", "stoppen", "uitschrijven", "ik wil stoppen", "hou ermee op"]
)
def test_a_wish_to_leave_is_no_signal(text: str) -> None:
    assert "signal" not in kinds(text)
    assert wants_to_leave(text)


@pytest.mark.parametrize("text", ["Bouwbedrijf Jansen stopt ermee", "wij stoppen ermee", "Jansen zegt op"])
def test_a_signal_is_no_wish_to_leave(text: str) -> None:
    assert not wants_to_leave(text)
    assert not never_mind(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Agendapunt: de mijlpaal gastlessen is klaar", "agenda"),
        ("mijlpaal drie keuzevakken is klaar", "progress"),
        ("de mijlpaal over de keuzevakken loopt vertraging op", "progress"),
    ],
)
def test_a_kind_that_is_named_is_taken_at_its_word(text: str, kind: str) -> None:
    assert kinds(text) == {kind}
