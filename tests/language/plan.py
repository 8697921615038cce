"""A small plan in words of our own, with the subjects that messages of a region are about."""

from language.messages.index import ActivityIndex, Vocabulary

TITLES_AND_TEXTS = (
    (
        "Campagne en kalender",
        "Wervingscampagne op sociale media. Een kalender van activiteiten en de evaluatie ervan.",
    ),
    (
        "Leerlijn wetenschap en technologie (W&T) po en vo",
        "Robotica vanaf groep 6. Scholingsprogramma voor po-scholen.",
    ),
    (
        "Leerlijn techniek en technologie (T&T) vmbo-mbo",
        "Doorlopende route naar het mbo, modules, good practices.",
    ),
    (
        "Leerlijn technologie vmbo-t en havo",
        "De technologieroute voor havo. SWOT van leerjaar 1. Startbijeenkomst.",
    ),
    (
        "Leerlijn duurzaamheid en circulaire economie",
        "Energietransitie, klimaat en milieu; plan van aanpak met bedrijven.",
    ),
    ("Leren in bedrijven volgens STERA", "STERA-dag op de werkvloer. Samenwerkingsovereenkomst tekenen."),
    (
        "Technische keuzevakken BWI, PIE, M&T en MVI",
        "Duurzame energie, meubel maken, gamedesign, 3D-vormgeving, utiliteitsinstallaties, motorsystemen, "
        "schoonmetselwerk.",
    ),
    (
        "Professionalisering docenten PIE, BWI, M&T en MVI",
        "Drie keer per jaar een bijeenkomst met bijscholing.",
    ),
    (
        "Kwaliteit en borging",
        "Kwaliteitsmeting en nulmeting, kaderdocument, observatiewijzer, verbeterplan opstellen.",
    ),
    (
        "Keuzevakken voor andere profielen, LOB en vmbo-gt",
        "Zorgtechnologie, domotica, koken met nieuwe technieken, bouwen in de groene ruimte, "
        "sporttechnologie, kunst met licht en geluid. Pilot vmbo-gt. Nieuw programma LOB.",
    ),
    (
        "Modules in praktijkonderwijs",
        "Pilot drie modules: oriëntatie op de bouwsector, ICT in de logistiek, heftruck- en "
        "reachtruckopleiding.",
    ),
    (
        "Professionalisering docenten Z&W, E&O, HBR, Groen en PrO",
        "Scholing in zorg, economie, horeca en groen.",
    ),
)


def activities() -> ActivityIndex[int]:
    """Index the twelve activities by their numbers."""
    return ActivityIndex(
        [
            Vocabulary(number=number, title=title, text=text)
            for number, (title, text) in enumerate(TITLES_AND_TEXTS, start=1)
        ]
    )
