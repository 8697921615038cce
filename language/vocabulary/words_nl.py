"""The Dutch words that decide what a message is about: lists, and nothing else.

``words_en`` has the same lists in English; what they mean stands in ``tables``.
"""

from language.vocabulary.tables import Words

WORDS = Words(
    # Words by which a language gives itself away, however short the message.
    function=frozenset(
        """de het een en van voor met op aan bij naar ik je wij we ze zijn is was waren hebben heeft niet geen wel ook
        maar want door dat die dit er om te nog al te veel erg heel gisteren vandaag morgen uur leerlingen
        lln les lessen goed ging gedaan gegeven gehad klaar volgende vorige week ja nee dank bedankt helaas
        ben kom kan docenten bedrijf school ons onze mijn jullie uit als dan""".split()  # noqa: SIM905
    ),
    # What every message is full of says nothing about its subject, however rare it is in a plan.
    stop=frozenset(
        """de het een en of maar want dus als dan dat die dit deze er is zijn was waren ben bent wordt worden werd
        werden heeft hebben had hadden ik je jij u we wij ze zij hij ons onze mijn jullie hun haar met van
        voor door op in aan bij naar uit over om te tot na per via tegen tussen onder zonder niet mij me
        zich zelf geen wel ook nog al alle alles heel erg zeer veel weinig meer minder goed beter best leuk
        jullie mooi top super fijn zo zoals hoe wat waar wie wanneer waarom welke kan kunnen kon konden moet
        volgens moeten moest mag wil willen wilden zal zullen zou zouden gaat gaan ging gingen gegaan komt
        komen kwam kwamen doen doet deed deden gedaan gegeven geven gaf geweest gedraaid gemaakt gehad
        gelukt lukt klaar af gereed vandaag morgen gisteren gister week weken maand maanden jaar dag dagen
        uur euro keer daarna alleen toch even nu straks later eerst eerste tweede derde laatste helaas graag
        allemaal samen hier daar eind einde sinds begin half anders januari februari maart april juni juli
        mei augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag
        zondag verzorgd verzorgen plus laat enthousiast enthousiaste enthousiasme bijna echt best vooral
        sowieso weer omdat terwijl ondanks zodat toen soms vaak geslaagd succes iets iemand niemand niks
        niets mensen ander andere anderhalf anderhalve volgt volgen loopt lopen liep verloop verlopen staat
        staan stond vond vonden vinden blijkt bleek bleef lag ligt hele volgende vorige komende afgelopen
        ivm ipv tov mbt ca circa ongeveer ruim totaal lekker prima oke okay""".split()  # noqa: SIM905
    )
    | frozenset(
        f"{there}{how}"
        for there in ("er", "daar", "hier", "waar")
        for how in "aan achter bij door in mee na naar om onder op over tegen toe uit van voor".split()  # noqa: SIM905
    ),
    # Whatever the activity, these are told about it: they count, but little.
    generic=frozenset(
        """les gastles docent leraar leerling student leerkracht collega school bedrijf klas groep team partner bezoek
        bijeenkomst workshop training cursus scholing sessie begeleiding instructeur materiaal machine
        software licentie apparatuur kosten subsidie budget rooster lokaal ruimte tijd corona ziekte
        evaluatie rapport plan programma onderwijs techniek technologie project activiteit start dag ouder
        aantal regio samenwerking uitvoeren ontwikkelen profiel middelen punt overleg stuurgroep noord zuid
        oost west opleiding deelnemer bijdrage technisch vmbo mbo leren""".split()  # noqa: SIM905
    ),
    # What people tell of anything that they did, gave or lacked: alone it names no activity.
    everyday=frozenset(
        """module proef pilot proefles opdracht presentatie lesbrief lesmateriaal lesstof lesuur ouder kind jongen
        jongere deelnemer monteur medewerker personeel excursie bezoek rondleiding avond middag ochtend
        dagdeel open laptop computer tablet beamer printer hout staal metaal onderdeel gereedschap spullen
        bus vervoer factuur rekening geld werkgroep vergadering gesprek opkomst resultaat uitkomst ervaring
        vraag aanbod afspraak lijst overzicht onderzoek griep vakantie stoppen toets examen praktijk theorie
        stage werken leren maken bouwen starten draaien meedoen leveren schenken kopen passen toezeggen
        toezegging nieuw oud groot klein prima twee drie vier vijf zes zeven acht negen tien elf twaalf
        opstellen opzetten vaststellen afronden organiseren deelnemen aansluiten plannen planning
        agenderen inzet afspreken contact persoon bedrijfsbezoek basisschool netwerk uitwerken afspraken
        meting voorlichting begeleiden bezoeken werkplaats gebouw avondje tijdens klaar gebruik nodig
        mogelijk eigen beschikbaar aandacht doel jaarlijks periode inhoud""".split()  # noqa: SIM905
    ),
    # "Gezaagd", "uitgetest" say that something was done, whatever it was about.
    done=r"(?:aan|af|be|bij|door|in|mee|om|op|over|toe|uit|voor)?ge(?!bied|luid|zond)\w{3,}[dt]|lesgegeven",
    # What people say → what a plan calls it.
    synonyms={
        "scholing": "professionalisering", "bijscholing": "professionalisering",
        "nascholing": "professionalisering", "docententraining": "professionalisering",
        "docentenscholing": "professionalisering",
        "cursus": "professionalisering", "training": "professionalisering", "trainingen": "professionalisering",
        "cursussen": "professionalisering", "pro": "praktijkonderwijs",
        "basisschool": "po", "basisscholen": "po", "basisonderwijs": "po", "filmpje": "campagne",
        "filmpjes": "campagne", "social": "campagne",
    },
)  # fmt: skip
