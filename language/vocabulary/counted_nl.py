"""How Dutch counts: the words for what is counted, and what stands around a figure. Lists, and nothing else.

``counted_en`` has the same lists in English; what they mean stands in ``tables``.
"""

from language.vocabulary.tables import Counted

_ABOUT = (
    r"(?:(?:ongeveer|circa|ca\.?|zo'n|ruim|bijna|plusminus|minstens|rond de|een stuk of|wel|in totaal) )*"
)
_DAY = r"(?:ma|di|wo|do|vr|za|zo|\w+dag)"
_MONTH = r"(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*"
_WEIGHS = r"(?:leerling|kind|docent|deelnemer|persoon|man|klas|groep\w*|school|bedrijf|team|stuk)"
_CLASSES = (
    r"(?:klas(?:sen|je|jes)?|groep(?:en|je|jes)?|team(?:s|pje|pjes)?|ploeg(?:en|je|jes)?|club(?:je|jes)|"
    r"lichting(?:en)?)"
)

COUNTED = Counted(
    nouns={
        "pupils": "leerlinge?n? leerlingetjes leelringen lln llen ll ll's lln's l leerl lerlingen leerlignen "
        "studenten? "
        "kinderen kids kind kindjes kindertjes scholieren meisjes meiden jongens jongeren deelnemers? deelneemsters "
        "klassers \\w*klassers \\w*jaars meisje meid jongen scholier tieners pubers puberts? koppies gezichten "
        "knullen "
        "bengels koters jongelui kleuters brugpiepers bruggers brugsmurfen kandidaten cursisten havisten vwo'ers "
        "v?mbo'ers (?:tl|gl|bb|kb|bbl|bol|havo|vmbo|mbo)-?'?ers jochies mannekes leerlingne",
        "teachers": "docente?n? leraren leraar lerares leraressen leerkrachte?n? collegas? collega's mentoren doc "
        "docentes juffen juf meesters onderwijzers instructeurs? leerk docs",
        "companies": "bedrijf bedrijven bedr bedrijfjes werkgevers? ondernemers? ondernemingen zorginstellinge?n? "
        "instellinge?n? installateurs aannemers firmas firma's organisaties garages? mkb'ers",
        "schools": "school scholen schooltjes",
        "people": "mensen personen persoon man vrouw pers mens aanwezigen bezoekers gasten (?<!h)ouders "
        "belangstellenden "
        "geinteresseerden toeschouwers",
    },
    own=r" (?:van (?:onze|mijn|ons|m'n)) ",
    thing=r"(?!(?:eigen|ervaren|onervaren|volwassen|open|tevreden|vaste?|basis|kaders?|"
    r"gemotiveerden)$)[a-z-]{4,}(?:en|s)",
    turn=r"(?:uur|uren|u|euro|eur|week|weken|dag|dagen|keer|maal|x|procent|klassen|groepen|groepjes|klas|groep|jaar|"
    r"minuten|min|voor|aan|bij|naar|per|stuks|lessen|gastlessen|dagdelen|dagdeel|ochtenden|middagen|modules|laptops|"
    r"van|vd|v|uit|op|met|in|om|over|door|na|tot|tegen|zonder|onder|of|en|die|dat|waarvan|waaronder|is|zijn|was|"
    r"waren|heeft|hebben|had|hadden|kon|konden|kwam|kwamen|ging|gingen|vond|vonden|wil|willen|deed|deden|wij|we|ze|"
    r"ik|er|ook|niet|plus|maar|want|dus|tijdens|vanuit|vanwege|als|dan|toen|nog|al|wel)",
    hours=r" ?-?(?:uur|uren|u|uurtjes?|klokuur|klokuren|lesuur|lesuren|manuren|werkuren|begeleidingsuren|"
    r"uurtjes|mensuren|vrijwilligersuren)\b",
    minutes=r" ?-?(?:minuten|minuut|minuutjes|min)\b",
    quarters=r" ?(?:kwartier(?:tje)?s?)\b",
    timed=r"\b(?P<h>\d)(?:(?:u|h) ?(?P<m>[0-5]\d)\b|[:.](?P<minute>[0-5]\d) ?(?:uur|u)\b)",
    timed_for=r"(?:[.!]?$| (?:\w*les(?:sen|gegeven|je)?|gegeven|geholpen|begeleid\w*|besteed|gewerkt|lang|instructie|"
    r"uitleg|voorbereid\w*|gedraaid|verzorgd|bezig|ingezet|aan|per)\b)",
    lasted=r"\b(?:duurden?|in totaal|totaal|besteed(?:de|den)?|kostten?|kost|elk|ieder|lang|les(?:sen|je)? van|"
    r"workshops? van|sessies? van|middag van|ochtend van|training van|uren:?|duur:?) $",
    clock=r"\b(?:om|vanaf|tot|rond|tegen|voor|na|sinds|half|van \d\S*) ?$",
    an_hour={"een half uur": 0.5, "half uur": 0.5, "halfuur": 0.5, "half uurtje": 0.5, "een uur": 1.0,
        "een uurtje": 1.0, "uurtje": 1.0, "drie kwartier": 0.75, "kwartier": 0.25, "kwartiertje": 0.25,
        "een kwartier": 0.25, "een kwartiertje": 0.25},
    or_so=r"\been (?P<noun>[a-z]+) of $",
    or_hours=r"(?<!om een )(?<!rond een )(?<!tegen een )\b(?:uur|uurtje) of $",
    euros=r"(?:(?:,-+)? ?(?:euro'?s?|eurootjes|euri|eur|€)(?!\w)|,-+(?!\d)|,=)",
    lacking=r" (?:te ?kort|minder|meer dan|te weinig|korting|nodig)\b",
    thousands=r" ?(?:k\b(?: ?euro)?|duizend\b|mille\b|dzd\b)",
    tons=r" ?ton(?:netje)?\b",
    others=r"\b(?:\w*training\w*|\w*scholing\w*|cursus\w*|\w*bijeenkomst\w*|\w*overleg\w*|\w*vergadering\w*|"
    r"\w*cafe|\w*avond|(?:stuur|project|werk)groep|docent\w*|leraren|leerkracht\w*|collega\S*|\w*bedrij\w+|"
    r"\w*ouders|scholen|gasten|genodigden|partners|mijlpalen|laptops|machines)\b",
    money=r"€|\b(?:\w*euro'?s?|eur|\w*subsidie\w*|\w*sponsor\w*|bijgedragen|bijdrage|budget|\w*begroting|"
    r"\w*kosten|"
    r"\w*bedrag|geld|investe\w+|geinvesteerd|betaald|betalen|overgemaakt|gekost|waarde|twv)\b|"
    r"^\W*(?:een )?[\w.,]+ ?ton\W*$",
    costs=r"(?:€|\beuro?|\b(?:kosten|bedrag|waarde|dagwaarde|nieuwwaarde|taxatie|twv|t\.w\.v\.?|sponsorbedrag|"
    r"prijs|kostprijs)"
    rf"(?: van| is| was|:)? {_ABOUT}(?:€|eur)?|\b\w+kosten(?: van| is| was|:)?) ?$",
    goods=r"\b(?:(?:en )?nog eens|en nog|plus) $|\b(?:vervoer|transport|materia\w+|lunch|zaalhuur|catering|huur|"
    r"hapjes|drinken|koffie|broodjes|montage|arbeid|"
    r"hout|gereedschap\w*|brandstof|benzine|verzending|spullen|borrel|reis)(?: van| is| was|:)? $",
    # Between two numbers: so many of so many each.
    each=rf" ?(?:keer|maal|x) (?:een )?| (?:\w+ )?[\w'-]+ ?(?:x|×|\*|keer|maal) ?{_ABOUT}|"
    rf" man (?:a|van|elk|ieder) | \w+en lang | (?:\w+ )?\w+(?:en|s|x|keer)(?: lang)? (?:van |a |á |à |"
    rf"elk |ieder |"
    rf"telkens |steeds |maal )+{_ABOUT}|"
    # What they were about may stand between: "2 lessen robotica van 2 uur".
    r" \w*(?:lessen|workshops|trainingen|cursussen|sessies|bijeenkomsten|middagen|ochtenden|avonden|bezoeken|klassen|"
    rf"groepen|keer|dagen|blokken)(?: [^\W\d][\w&'-]*){{1,4}} (?:van|a|elk|ieder)(?: elk)? {_ABOUT}",
    priced=r" ?(?:x|×|\*|keer|maal) (?:€ ?)?$|"
    r" (?:[\w-]+ )?(?:[\w-]+ (?:a |á |à |elk |ieder |per stuk )+|[\w-]+(?:en|s) van )(?:€ ?)?$",
    per=rf"(?:,-+)? ?(?:[\w'€]+ )?(?:per|/) ?(?P<what>{_WEIGHS}|uur|dag|dagdeel|keer|x|les|gastles|ochtend|middag|"
    rf"avond|week|"
    r"maand|jaar|tafel|bus|leerjaar|leerkracht|collega|monteur|medewerker|module|bijeenkomst|ronde|tafeltje|"
    r"kwartaal)\b",
    apart=r"(?:,-+)? ?(?:[\w'€]+ )?(?:elk|ieder|p\.?p\.?|p/p|p\.s\.|pst|per persoon|per man|de man|per stuk|het stuk|"
    r"per kop)(?=$|[ ,.;!)])",
    every=rf"\b(?:elk|ieder|telkens|steeds) (?:voor )?{_ABOUT}$",
    both=rf"\b(?:allebei|beiden?) {_ABOUT}$",
    days_each=rf"\b({_DAY}(?:(?:, | en ){_DAY})+) (?:telkens|steeds|elk|beide|allebei|ieder|elke keer) $",
    repeated=rf"\b(?:elke|iedere|per) (?P<what>[a-z]+)(?: nog)? {_ABOUT}$",
    never=rf"\b(?:na|binnen|over|om|rond|pas na) (?:een )?{_ABOUT}$",
    waited=r",? ?(?:te laat|later|vertraging|vertraagd|eerder|gewacht|wachten|staan wachten|zitten wachten|in de file|"
    r"te kort|te vroeg|reizen|rijden)\b",
    spent=r"$^",
    passed=r"\b(?:van (?:de|onze|mijn)|vd|v/d) (\d+) (?:zijn |is |was |waren )?(?:geslaagd|slaagden|gezakt|"
    r"haalden|behaalden)\b",
    listed=r"\b(?:uur|uren)\b[^:\d]*[:=] ?(?:(?:[a-z]+ )?[\d.,]*\d(?: op [a-z]+)?(?:, | en | \+ ))*(?:[a-z]+ )?$",
    item=r" (?:op|in|aan|bij|voor|en|plus|\+) ",
    together={"tweeen": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zevenen": 7, "achten": 8,
        "negenen": 9, "tienen": 10},
    with_us=r"\bmet (?:z'n|zijn|ons|hun|zn|ze|z n) ({numbers})\b",
    me_too=r"\b(?:meld|melden|schrijf|zet|noteer|geef|reken)\b[^.!?\n]{0,20}\b(?:mij|me|mezelf|mijzelf)\b(?: zelf)?"
    r"(?: aan)? (?:en|plus|\+|met|samen met) (?:(?:een|1|mijn|m'n|nog een) )*(?:collega|persoon|man|vrouw|"
    r"stagiair|\w+leider)\b",
    coming_with=rf"\b(?:kom\w*|zijn|ben|schuiven?) (?:er )?(?:graag )?(?:aan |bij )?met {_ABOUT}$",
    in_all=r"(?:\b(?:totaal|samen|bij elkaar|tezamen|opgeteld|totaal aantal)(?: (?:van|is|was|goed voor|dus|"
    r"ongeveer|circa|"
    r"ca\.?|zo'n|waren dat|waren het|zijn dat))*|=|\b(?:totaal|samen):) ?(?:€ ?)?$",
    in_all_behind=r"[^.,;!?\n\d]{0,14}? (?:in totaal|totaal|tezamen|bij elkaar(?: opgeteld)?|alles bij elkaar|"
    r"samen)(?=$|[.,;!)\n])",
    times=r" ?(?:x|×|\*|keer|maal) ?(?P<n>\d+)\b(?! ?(?:uur|uren|u)\b)",
    of_days=rf"\b(?:(?:eer)?gister(?:en)?|vandaag|{_DAY}|\d{{1,2}} {_MONTH}):? [\w.,½]+ ?(?:uur|uren|u)(?!\w| ?\d)",
    class_of=rf"\b(?:{_CLASSES} (?:van|v|met|a)(?: elk| ieder)?|(?:de|het) (?:ene|andere|eerste|tweede) van|"
    rf"met alle) {_ABOUT}$|\b(?:(?:klas |groep )?\d[a-z]{{1,3}}\d?|hele (?:klas|groep)) ?\($",
    classes=rf" (?:\w+ )?{_CLASSES} (?:van |v |v\. |met |a |à |elk |ieder )+{_ABOUT}",
    opens=rf"(?:^|[,;:.!?(\n] ?|\b(?:met|van|voor|aan|door|waren|kwamen|hadden|deden|telde|telden|begeleid|tot|"
    rf"bij) )(?:de )?{_ABOUT}$",
    joins=r"(?:\ben|\bplus|\+|&|\b(?:daarna|later|middags|avonds|vervolgens|toen) nog)(?: (?:'s middags|"
    r"'s avonds|later|ook|nog|nog eens|daarna|daarnaast))* ?$",
    of_these=r"\b(?:waarvan|waaronder|daarvan|van wie|van de|vd|van hen)(?: er)? (?:€ ?)?$|"
    r"\bvan (?:de|onze|mijn) (?:toegezegde|beloofde|afgesproken|geplande) (?:€ ?)?$",
    group=r"[^,.;!?\n\d]{0,24}? (?:uit|van|in|op|bij)(?: de| het)?(?: klas| groep| school| leerjaar)? (?!de\b|"
    r"hen\b|ze\b)\w",
    group_before=rf"(?:^|[,;.\n(] ?|\ben )(?:de |in de |'s )?(?:(?:eerste|tweede|derde|andere|1e|2e|"
    rf"3e) )?(?:groep|klas|ochtend|"
    rf"middag|avond|dag|ronde|sessie|school|lichting|{_DAY}|\d[a-z]\w?)(?: \w{{1,2}})?:? (?:met |hadden we )?$",
    absent=r"(?: (?:waren|was|zijn|is|ook|helaas|niet|er|nog|weer|allebei|die))*"
    r" (?:ziek|afwezig|absent|ontbra\w+|misten|afgemeld|afgehaakt|niet (?:gekomen|komen opdagen|aanwezig|er)|"
    r"te weinig|"
    r"(?:raakten? )?(?:gewond|geblesseerd|onwel)|haakten? af|vielen? uit|te kort|tekort|"
    r"weg|thuis|wachten|gezocht|nodig|zoeken|(?:minder|meer) dan)\b",
    out_of=r" (?:van|v) (?:de |onze |mijn |die )?| (?:vd|v/d) ",
    came_before=r"\b(?:kwamen|gekomen|waren|verschenen|zaten)(?: er)?(?: maar| slechts| uiteindelijk| toch)?:? $",
    expected=r"\b(?:verwacht\w*|gepland\w*|aangemeld\w*|ingeschreven|uitgenodigd|opgegeven|gerekend op|"
    r"van (?:de|onze|mijn))(?: waren| hadden)?(?: er)?:? $",
    expected_behind=r" (?:\w+ ){0,2}(?:aangemeld|ingeschreven|verwacht|gepland|uitgenodigd|opgegeven)\b",
    denied=r"\b(?:niet|geen) $",
    but=r",? maar (?:wel )?",
    fewer_than=r"\b(?:minder dan|nog geen|amper|lager dan) (?:de )?$",
    taken_back=r"[ ,.;:?!…(–-]*(?:\b(?:o+h?|eh+m?|uh+m?|euh+m?|hm+|nee+|neen|sorry|pardon|wacht|oeps|correctie|foutje|"
    r"(?:ik )?bedoel(?: ik|de)?|of (?=nee)|eigenlijk|toch|excuus|verbetering)\b[ ,.:-]*)+"
    r"(?:(?:het|dat|er|was|waren|moet(?:en)?|zijn|dus) )*",
    instead_of=r",? ?\(?(?:i\.?p\.?v\.?|in plaats van|(?:en )?niet|(?:en )?geen)(?: de)?"
    r"(?: geplande| verwachte| beoogde)? ",
    less=r",? ?\(?(?:min(?:us)?|-|zonder|behalve|op|met uitzondering van)(?: de)? ?",
    absentees=r" (?:\w*zieken?|afwezigen?|absenten?|thuisblijvers?|spijbelaars?|afmeldingen?|uitvallers?|na|ziek|"
    r"afwezig|absent)\b",
    came=r"[^.;!?\n\d]{0,16}? (?:kwamen|kwam|waren er|was er|opdagen|aanwezig|gekomen|verschenen|opgekomen)\b",
    range_of=r"(?: ?euro)? ?(?:a|tot|of|/|-|–) (?:de )?(?:€ ?)?|-|–|/",
    between_and=r" en (?:de )?",
    next_class=r"(?:,|;| en) (?:klas |in )?\d[a-z]\w?:? (?:met |met de )?",
    between=r"\btussen (?:de )?$",
    parts=r"(?:meisjes?|meiden|meid|jongens?|dames?|heren|heer|vrouwen|mannen)",
    one_more=r"[a-z]*(?:, | en | plus | & ?)(?:ook )?(?:nog )?(?:een|1) (?:enkele? )?(?:meisje|meid|jongen|dame|"
    r"vrouw|knul)\b",
    few=frozenset(("paar", "aantal", "stel", "enkele")),
)  # fmt: skip
