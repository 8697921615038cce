"""What gives a Dutch message away: signs of how it went, of what stood in its way, and of what comes next.

``tables`` says what each table is for; ``signs_en`` has the same tables in English. Its kinds
stand in ``kinds_nl``, who leaves in ``partings_nl``.
"""

from language.vocabulary.idioms_nl import IDIOMS
from language.vocabulary.kinds_nl import AS_PLANNED, KINDS, REACHED
from language.vocabulary.outcomes_nl import DENIED, GOOD, NOT_BAD, OUTCOMES, SMILES
from language.vocabulary.partings_nl import SIGNS as PARTINGS
from language.vocabulary.tables import Named, Signs

_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
PROGRESS: tuple[Named, ...] = (
    ("cancelled",
        r"\b(?:gaat (?:helaas |toch |definitief )?niet (?:meer )?door|geannuleerd|geschrapt|"
        r"gaan (?:\w+ )?niet door|"
        r"vervalt|(?:kan|komt te|mag) vervallen|gaan (?:we|wij) (?:\w+ )?niet (?:meer )?doen|doen (?:we|"
        r"wij) niet meer|"
        r"stopgezet|zetten (?:we|wij) stop|(?:stoppen|stop|gestopt) (?:\w+ ){0,3}(?:mee|met)\b|van tafel|"
        r"afgeblazen|gecanceld|afgelast|ziet? er van af|ziet? ervan af|zien (?:we )?er ?van af|"
        r"niet meer nodig|laten we vallen|(?:komt|komen|gebeurt|hoeft) (?:er )?niet meer|"
        r"(?:beginnen|starten) (?:\w+ ){0,2}niet (?:meer )?aan|besloten (?:\w+ ){0,5}(?:niet|ermee te)|"
        r"geen doorgang|dat was het dan|houden (?:we|ze) mee op|van de (?:lijst|planning|agenda|rol) (?:af|"
        r"gehaald|geschrapt|gegaan)|(?:gaat|gaan|is) (?:\w+ )?(?:de )?"
        r"(?:prullenbak|ijskast|koelkast|archief) in|streep (?:er)?door|(?:heeft|hebben) (?:\w+ ){0,2}geen zin meer|"
        r"(?:trekken|trok|getrokken) (?:\w+ ){0,3}stekker|ingetrokken|kappen (?:\w+ )?mee|afgeschoten|"
        r"schrappen (?:we|wij)|komt er niet(?: meer)?)\b"),
    ("on_track",
        r"\b(?:ondanks|zonder|geen|na (?:wat|enige|eerdere)) (?:\w+ )?vertraging\b|"
        r"\bvertraging (?:is )?ingehaald\b|"
        r"\bniet (?:slecht|verkeerd)\b|\b(?:nog )?niet (?:helemaal )?(?:klaar|af|rond|"
        r"gereed)\b.{0,40}\b(?:volgens plan\w*|op schema|op koers|gaat lukken|op tijd|komt goed)\b|"
        r"\b(?:halen|haal|redden|red|haalt) (?:\w+ ){0,4}(?:makkelijk|ruim|wel|zeker|gewoon|gemakkelijk)\b|"
        r"\b(?:verwacht\w*|zie|zien) (?:\w+ )?geen (?:\w+ )?(?:probleem|problemen|vertraging|uitstel|risico\w*|"
        r"obstakel\w*|beren|hobbels|belemmering\w*|reden)\b|"
        r"\bgeen (?:enkel )?(?:risico\w*|zorgen|reden tot zorg\w*|hobbels|kink\w*|wolkje\w*|vuiltje\w*|paniek)\b|"
        r"\b(?:de )?goede (?:kant op|richting)|\bde goede kant\b|"
        r"\bblijft (?:gewoon |dus |nog steeds )?(?:staan|zo|op|eind|begin|half|medio|\d)|"
        r"\bkan niet (?:meer )?mis|\bligt (?:\w+ )?(?:goed|op koers|op schema|voor)\b"),
    ("delayed",
        r"\b(?:loopt (?:\w+ )?(?:achter|uit|vast|vertraging)|lopen (?:\w+ )?(?:achter|uit)|vertraging|"
        r"vertraagd|uitgesteld|uitstel|verschoven|geschoven|verder niet|(?:komen|kom|"
        r"komt) (?:\w+ )?niet (?:verder|vooruit)|muurvast|schuift|schuiven|opgeschoven|doorgeschoven|verzet|"
        r"verplaatst|later|niet op tijd|"
        r"ligt (?:\w+ )?(?:stil|achter)|liggen (?:\w+ )?(?:stil|achter)|achter op|stilgelegd|stilgevallen|"
        r"stagneert|komt niet af|"
        r"opschuiven|schuift op|opschuift|duurt (?:\w+ )?langer|staat (?:\w+ )?stil|stil(?:ge)?legd|"
        r"nieuwe (?:datum|deadline|planning)|ipv|i\.p\.v\.|in plaats van|"
        r"(?:extra|meer) tijd nodig|(?:weken|maanden|dagen|week|maand) (?:extra|langer)|extra nodig|on hold|"
        r"geparkeerd|geblokkeerd|uitloop|uitlopen|uitgelopen|vertragen|haalt het niet|kan pas|kunnen pas|"
        r"pas (?:in|na|eind|begin|half|medio|volgende?|over|op)|"
        r"(?:verwacht\w*|denk\w*|vrees) (?:\w+ )?niet (?:voor|dat)|niet (?:voor|in) (?:de |het )?(?:zomer|"
        r"kerst|herfst|mei|voorjaars)|gaat pas|komt pas|start pas|begint pas|wordt pas|wordt niks voor|"
        r"meer tijd nodig|"
        r"verre van klaar|nog (?:lang )?niet (?:begonnen|gestart|zo ?ver|klaar|af)|"
        r"(?:gaat|gaan|zal) (?:\w+ ){0,2}niet (?:lukken|redden|halen)|lukt (?:\w+ ){0,3}niet|lukt niet|"
        r"niet lukken|moeizaam)\b|"
        # "niet alleen klaar" and "niet meer dan een dag, dus klaar" deny nothing.
        rf"\b(?:niet|geen|niks|niets) (?!alleen|meer dan)(?:\w+ ){{0,3}}(?:{REACHED}|{AS_PLANNED})|"
        r"\b(?:haal\w*|red\w*|lukt)\b.{0,50}\bniet\b|"
        rf"\bniet (?:gehaald|halen|redden)\b|\bwordt (?:pas |nu |helaas |waarschijnlijk |denk ik )*(?:\d|"
        rf"eind|begin|half|medio|"
        rf"week|volgend|na de|{_MONTH})(?!.{{0,25}}\b(?:besproken|gepresenteerd|behandeld|getest|gedeeld|"
        rf"vastgesteld|verstuurd)\b)"),
    ("delayed",
        r"\b(?:"
        r"(?:nog )?(?:niet|in)compleet|levertijd|na ?levering|besteld maar|"
        r"we maken er (?:\w+ ){1,4}van|wordt (?:\w+ )?later|(?:komt|komen|verschijnt|start|begint) (?:\w+ )?niet "
        r"(?:\w+ ){1,3}maar|(?:zou|zouden) (?:\w+ ){0,3}(?:klaar|af|gereed|rond|er) (?:zijn|wezen|staan)|"
        r"(?:vooruit|voor ons uit) ?geschoven|ingehaald door|nog geen (?:begin|start|akkoord|datum|reactie)|"
        r"achterstand|"
        r"blijft (?:\w+ )?(?:liggen|hangen|steken)|(?:loopt|lopen|hangt) (?:\w+ ){0,2}op (?:de )?(?:gemeente|"
        r"leverancier))\b"),
    ("delayed",
        r"\b(?:sleept|slepen) (?:\w+ )?voort|\bzit(?:ten)? (?:\w+ )?vast\b|\blop(?:en|t) (?:\w+ ){1,5}(?:uit|"
        r"achter)\b|"
        r"\b(?:komt|komen) (?:\w+ )?(?:in het gedrang|onder druk|in gevaar)\b|\b(?:stroperig|taai|traag|stroef)\b|"
        r"\b(?:weken|maanden|dagen|week|maand) (?:later|vertraging|achter|uitloop|opgehouden)\b"),
    ("on_track",
        r"\b(?:\d+|een|twee|drie|vier|vijf|zes) van de (?:\d+|twee|drie|vier|vijf|zes|zeven|acht|tien)\b|"
        r"\bop de helft\b|\b(?:voor|ruim|nog) (?:de )?helft\b|\b(?:eerste|grootste|meeste) (?:deel|helft|stuk|"
        r"hoofdstukken|gesprekken|lessen) (?:\w+ ){0,3}(?:af|klaar|gereed|binnen|rond|staat|ligt)\b|"
        r"\b(?:bijna|vrijwel|grotendeels|half|deels|zo goed als|voor het grootste deel|"
        r"voor de helft) (?:klaar|af|gereed|rond)\b|"
        r"\bop tijd (?:klaar|af|gereed)\b|\b(?!100)\d{1,2} ?(?:%|procent)(?: \w+)? (?:klaar|af|gereed|gedaan)|"
        r"\b(?:in concept|concept|eerste versie|opzet|ruwe versie) (?:\w+ ){0,3}(?:klaar|af|gereed)\b|"
        r"\b(?:komt|is|zijn|zal) (?:\w+ ){0,2}(?:wel )?op tijd\b"),
    ("delayed", r"\b(?:wachten|wacht) (?:\w+ ){0,2}op (?:\w+ )?(?:akkoord|goedkeuring|toestemming|vergunning|"
        r"handtekening\w*|subsidie|geld|levering)\b"),
    ("done", rf"\b{REACHED}|✅|\b100 ?%|\b(?:mag|kan|staat) op groen\b|\b(?:voor elkaar|in orde|akkoord|"
        rf"afgevinkt|afgetikt|afgekomen|geregeld|gerealiseerd|gelanceerd|live|rond(?:gekomen)?)\b|"
        r"\b(?:is|zijn|hebben|heeft) (?:(?!niet|geen|nog|bijna|half|deels)\w+ ){0,3}(?:geweest|uitgevoerd|"
        r"gehouden|ingericht|opgezet|geplaatst|geleverd|gekocht|gebouwd|besproken|opgeleid|aangeschaft|"
        r"ontvangen|binnen|aangesteld|benoemd|aangenomen|uitgeschreven|verspreid|ingeregeld|doorgevoerd|"
        r"uitgerold|uitgedeeld|"
        r"ingepland|vastgelegd|bevestigd|uitgenodigd|ingevoerd|gedrukt|bezorgd|geopend|betaald|"
        r"geworven|gevonden|ingevuld|verzonden|gepresenteerd|"
        r"geinstalleerd|aangelegd|aangesloten|gemonteerd|opgehangen|overgedragen|gecontroleerd)\b|"
        r"^[\w '-]{2,40} (?:staat|hangt|draait|ligt er|is er|zijn er|staan|hangen|werkt)(?: er)?(?: nu|"
        r" eindelijk| online)?"
        r" ?(?:$|[!.])"),
    ("done", r"\b(?:de lucht in|naar de drukker|in de kast|in gebruik|van kracht|in werking|"
        r"in productie genomen|aan de muur|bij iedereen|de deur uit|een feit)\b"),
    ("on_track",
        r"\b(?:op schema|op koers|volgens (?:de )?plan\w*|op tijd|voor op (?:de |het )?(?:planning|schema)|"
        r"op (?:de )?planning|"
        r"op stoom|loopt (?:\w+ )?(?:goed|prima|lekker|soepel|door|als een trein)|gaat (?:\w+ )?(?:goed|"
        r"prima|lekker|voorspoedig)|"
        r"(?:nog |volop |druk |er |mee )bezig|zijn ermee bezig|aan de slag|gestart|begonnen|"
        r"halverwege|nog \d+ te gaan|gaat (?:\w+ )?hard|op rolletjes|gesmeerd|gaat (?:\w+ )?lukken|"
        r"komt (?:\w+ )?goed|op orde komen|"
        r"liggen (?:\w+ )?voor|schiet(?:en)? (?:\w+ )?op|(?:gaat|loopt|gaan|lopen) (?:\w+ )?als een \w+|zit erin|"
        r"staat uit|met gemak|in de steigers|in volle gang|in gang (?:gezet)?|ligt (?:\w+ )?bij|"
        r"onder controle|vordert|vorderen|in ontwikkeling|in de maak|in uitvoering|opgestart|gaan we halen|"
        r"halen we(?: wel)?|"
        r"(?:loopt|verloopt|gaan|lopen) (?:\w+ )?(?:goed|naar wens|prima|volgens))\b|👍"),
    ("delayed", r"\b(?:wachten (?:nog )?op|wacht (?:nog )?op|te laat)\b"),
    ("on_track", r"\b(?:loopt|lopen|vlot)\b"),
)  # fmt: skip
RSVP: tuple[Named, ...] = (
    ("maybe",
        r"\b(?:misschien|weet (?:ik )?(?:het )?nog niet|onder voorbehoud|hoor je nog|nog niet zeker|kijken of|"
        r"nog niet zeggen|kan (?:ik|het) (?:\w+ ){0,4}(?:zeggen|laten weten)|waarschijnlijk|probeer|"
        r"hangt (?:er ?)?van|laat (?:het )?(?:\w+ )*weten|twijfel|"
        r"hoop (?:er)?)\b|🤷"),
    ("no",
        r"\b(?:nee|neen|nope|niet|verhinderd|afmelden|afzeggen|meld(?:en)? (?:me|mij|ons) af|afgemeld|"
        r"sla (?:\w+ )?over|verstek|moet(?:en)? afzeggen|geen tijd|andere afspraak)\b|^helaas\b|👎"),
    ("yes", r"."),
)  # fmt: skip

# What says one thing of the one and another of the other, or what should have been: somebody is asked.
_UNCLEAR = (
    rf"\b(?:behalve|uitgezonderd|op .{{1,40}} na\b|had(?:den)? .{{0,25}}\bmoeten|(?:moet(?:en)?|zou(?:den)?) "
    rf"(?:\w+ ){{0,3}}{REACHED})"
)

# What is late or given up, and is denied to be.
_LATE = (
    r"vertraagd|vertraging|uitgesteld|uitstel|verschoven|doorgeschoven|verzet|achterstand|uitloop|uitgelopen|"
    r"stilgelegd|stilgevallen|geblokkeerd|geannuleerd|geschrapt|afgeblazen|afgelast|gecanceld|stopgezet|ingetrokken|"
    r"vervallen|van tafel|van de baan|te laat"
)
_NOT_LATE = (
    rf"\b(?:niet|geen|nooit|zonder|allerminst|allesbehalve) (?:(?:meer|echt|langer|zozeer|de|een|enige|enkele|"
    rf"noemenswaardige?|grote) ){{0,2}}(?:{_LATE})\b|"
    r"\b(?:loopt|lopen|ligt|liggen) (?:\w+ ){0,2}niet (?:meer |echt )?(?:achter|uit|stil|vast|vertraging op)\b|"
    r"\b(?:vervalt|schuift|schuiven|verschuift|stagneert|duurt) (?:\w+ )?niet(?: (?:op|door|langer))?\b"
)

_BAD = (
    r"\b(?:te weinig|tekort\w*|gebrek\w*|stuk|kapot(?:te)?|eraf|gesloten|dicht|op slot|afwezig\w*|losse?|"
    r"gebroken|vol ?geboekt|dubbel (?:geboekt|bezet)|"
    r"bezet|plat|(?:lag|lagen|ligt|liggen) (?:er )?(?:\w+ ){0,2}(?:uit|plat|eruit)|stroom (?:\w+ )?(?:uit|weg)|"
    r"file|levertijd\w*|defecte?|zieke?|ziekte|uitgevallen|uitval|te laat|"
    r"geen(?! (?:probleem|problemen|enkel|klacht|gedoe|uitval|wanklank))|ontbr\w+|"
    r"vervallen|lastige?r?|moeilijke?|moeizaam|(?<!geen )(?<!zonder )(?:probleem|problemen|probleempje\w*)|"
    r"krappe?|storing\w*|\w+storing|"
    r"vertrokken|afgezegd|zegde\w* af|afgehaakt|wachten|wacht|knelpunt\w*|lage|hoge werkdruk|werkdruk|"
    r"niet(?! (?:slecht|verkeerd|gek|onaardig|alleen|naar huis|mis\b|vervelend|weg|te stoppen|genoeg van))|"
    r"nauwelijks|"
    r"onvoldoende|vol|onduidelijk\w*|weggevallen|haperde\w*|liep(?:en)? (?:\w+ ){0,3}vast|vastliep\w*|"
    r"vastgelopen|vast ?lopers?|"
    r"crash\w*|leeg|lege|kwijt|drukte|storm|regen(?:de|t|achtig|bui\w*)?|sneeuw|chaos|chaotisch|onrustige?|"
    r"saaie?|ongeluk\w*|gewond|gestolen|vergeten|"
    r"verkeerde?|misten?|missen|pech|vertraging|kwam(?:en)? niemand|niemand|kraak\w*|lek|lekte\w*|op is|"
    r"(?:was|waren|is|zijn) op$|scheve?|gestopt|hing\w*|ijskoud|koude?|duurt? (?:\w+ )?langer|duurde (?:te |"
    r"zo |veel te )?lang\w*|stil|extra tijd|vast|moeten nog|heeft nog|slecht weer|"
    r"viel(?:en)? (?:\w+ ){0,4}uit|werkte slecht|slechte?|traag|trage|duur|dure|warm|koud|"
    r"viel(?:en)? (?:\w+ ){0,4}(?:tegen|uit)|tegenviel|uitviel\w*|corona|griep|quarantaine|verhinderd|"
    r"staking|opstartproblemen|"
    r"jammer|helaas|minpunt\w*|minder|beperkte?|verouderde?|"
    # "te" and what is no infinitive: te theoretisch, te druk.
    r"te (?!water|koop|paard|leen|gast|voet|gaan|zien|doen|staan|horen|maken|\w+en\b)\w+)\b|\bte (?:lange|"
    r"kleine|grote|zware|"
    r"open|dun)\b"
)
_ANNOUNCED = (
    r"(?:(?:het |een |het enige |enige |enigste |grootste |klein |groot |wel een |wat )*(?:nadeel|"
    r"minpunt(?:je)?|knelpunt|obstakel|probleem(?:pje)?|"
    r"aandachtspunt|verbeterpunt|reden|oorzaak|tegenvaller|punt van aandacht)(?: (?:is|was|waren|zijn|dat))*\b)"
)

SIGNS = Signs(
    kinds=KINDS,
    partings=PARTINGS,
    outcomes=OUTCOMES,
    progress=PROGRESS,
    rsvp=RSVP,
    idioms=IDIOMS,
    not_late=_NOT_LATE,
    unclear=_UNCLEAR,
    good=rf"\b{DENIED}{GOOD}\b|{SMILES}|\b{NOT_BAD}|\bveel geleerd\b",
    bad=_BAD,
    reason=r"^(?:want|omdat|doordat|door|wegens|vanwege|ivm|i\.v\.m\.|aangezien|ondanks|in verband met)\b",
    cause=r"^(?:want|omdat|doordat|door|wegens|vanwege|ivm|i\.v\.m|aangezien|in verband met)\b",
    turn=rf"^(?:alleen|maar|helaas|jammer|echter|ondanks|behalve|hoewel|wel (?:te|wat|jammer|een beetje|erg|"
        rf"nog)|lastig|{_ANNOUNCED})\b",
    marker=r"^(?:(?:want|omdat|doordat|door|wegens|vanwege|ivm|i\.v\.m\.?|in verband met|aangezien|alleen|"
        r"maar|helaas|en|"
    r"echter|ondanks|wel(?= te| wat| jammer| een| erg| nog| lastig| de| het| geen)|jammer (?:genoeg|dat)|"
    r"(?:reden|knelpunt|obstakel|"
    r"probleem|minpunt|nadeel|oorzaak)(?: (?:is|was))?(?= ?:|$))\b[.,: ]*)+",
    following=r"^(?:en )?(?:vervolg|volgende (?:stap|keer|les|ronde|bijeenkomst|sessie|pilot|is|groep|"
        r"afspraak)|(?:morgen|overmorgen|straks) (?:de rest|verder|weer|nog|doen|gaan|maken)|daarna|hierna|"
        r"vervolgens|"
    r"volgende (?=\d)|nieuwe poging|over (?:\w+ )?(?:week|weken|maand|maanden) (?:nog|weer|opnieuw|gaan|doen|"
    r"verder)|graag (?:\w+ ){1,3}(?:regelen|voor)|we gaan|wij gaan|gaan we|dan gaan|het plan is|plan is om|"
    r"(?:volgende?|komende?) "
    r"(?:week|maand|periode|jaar|schooljaar|\w+dag) (?:gaan|doen|starten|weer|opnieuw|verder|nog))\b|"
    r"\b(?:volgt|volgen|gaan we|staat gepland|"
    r"staan gepland|gepland (?:op|voor|in)|nieuwe poging|opnieuw|herkansing|proberen we|"
    r"doen we (?:het )?(?:weer|nog|over)|"
    r"willen we|gaan wij|doen we nog|maken we .{0,30} af|(?:wordt|worden) ingehaald|halen we in|(?:doen|"
    r"maken|starten|beginnen|plannen|herhalen|pakken|proberen|bespreken) we|vervolg(?:les|bijeenkomst|"
    r"afspraak|sessie)?)\b",
    put_off=r"\b(?:nieuwe (?:datum|afspraak|poging)|verzet naar|verplaatst naar|verschoven naar|inhalen|"
        r"ingehaald|over(?:doen|gedaan)|herkans\w*)\b",
    topics={
        "agenda": r"\b(?:agenda-?punt|bespreek-?punt|punt voor [\w ]+?|rondvraag|^voor (?:de|"
        r"het) [\w ]+?)\s*[:-]\s*(?P<a>.+)|"
        r"\b(?:bespreken|hebben over|praten over|aankaarten|overleggen over|agenda zetten|"
        r"agenda(?: van \w++ \w++)?+)\s*+:?\s*(?:dat |hoe |of )?(?P<b>.{8,})|"
        r"\b(?:over|onderwerp|^(?:kan|kunnen|mag|mogen)(?: (?:we|jullie|wij|ik))?|wil(?:len)? (?:graag |we |ik |"
        r"wij )*)\s+"
        r"(?P<c>.{8,}?)\s+(?:bespreken|agenderen|aankaarten|inbrengen|op de agenda)\b",
        "signal": r"(?s:^signaal(?: voor \w+)?\s*[:,-]\s*(?P<a>.+))",
    },
)  # fmt: skip
