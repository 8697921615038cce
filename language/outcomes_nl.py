"""How Dutch tells that what took place went well, partly or badly: words and turns, and what turns them round.

``language/tables.py`` says what each table is for; the first result of ``OUTCOMES`` whose signs fit wins.
"""

from language.tables import Named

# What looks bad and is not: "niet slecht", "niks mis mee", "geen klachten", "wilden niet naar huis".
NOT_BAD = (
    r"(?:niet (?:slecht|verkeerd|gek|onaardig|mis|vervelend|ontevreden)|(?:niks|niets|weinig) mis mee|"
    r"(?:geen|zonder|weinig) (?:\w+ )?(?:klacht\w*|probleem|problemen|gedoe|opmerkingen|uitval\w*|wanklank|"
    r"minpunt\w*)|"
    r"viel(?:en)? (?:\w+ ){0,2}(?:mee|niet tegen)|"
    r"meegevallen|niet naar huis|wild(?:en)? (?:\w+ ){0,2}niet (?:meer )?(?:weg|stoppen|ophouden|eruit|naar)|"
    r"niet meer (?:weg|stoppen|ophouden)|niet genoeg van krijgen|smaakt naar meer|smaakte naar meer|"
    r"(?:niks|niets|weinig) op aan te merken|(?:niks|niets) dan lof|(?:niks|niets) te wensen over|"
    r"(?:niks|niets) te (?:mopperen|zeuren)|niemand (?:\w+ ){0,6}(?:telefoon|mobiel|klok)\b|"
    r"geen (?:moment|seconde|minuut) (?:\w+ )?(?:verve\w+|stil\w*)|geen onvertogen woord|"
    r"niet weg te (?:slaan|krijgen|branden)|ogen niet geloven|niet stuk|(?:kan|kon|konden) er geen genoeg|"
    r"niet te stoppen|kon(?:den)? niet beter|(?:niks|niets?) te klagen|geen enkel probleem|niet alleen (?!\w+ te\b))"
)
GOOD = (
    r"(?:\w*goede?|goeie|\w+goeie|geslaagde?|top\w*|super\w*|leuke?r?|enthousias\w*|mooie?|succes\w*|prima|"
    r"fantastisch\w*|"
    r"fijne?|geweldige?|trotse?|gave?|gaaf|genoten|genieten|tof|toffe|uitstekend|gelukt|inspirerend\w*|"
    r"leerzaam|leerzame|"
    r"positief|positieve|vlekkeloos|plezier|netjes|tevreden|blije?|soepel|soepeltjes|perfect|complimenten|"
    r"knap\w*|"
    r"heerlijk|lekker|prachtig\w*|indrukwekkend\w*|waardevol\w*|interessante?|gezellig\w*|vet|vette|machtig|"
    r"betrokken|gemotiveerde?|motiverend|geboeid|boeiend\w*|geinteresseerde?|mega\w*|hit|aanrader|hartstikke|"
    r"nuttig\w*|"
    r"zeer de moeite|als een trein|gesmeerd|op rolletjes|goud waard|nice|cool|great|wow|smullen|zinvol\w*|"
    r"zaten er goed in|leukste|beste|mooiste|onder de indruk|muisstil|in de puntjes|om in te lijsten|"
    r"hoogtepunt|straalden|stralend\w*|glunder\w*|applaus|in de smaak|voorbeeldig\w*|hard gewerkt|"
    r"vloog voorbij|boven verwachting|als (?:de brandweer|een speer|een tierelier|een zonnetje)|vrolijke?|"
    r"constructief|constructieve|\w+tof|beter dan (?:verwacht|gedacht|vorige keer)|dik voor elkaar|"
    r"verrassend\w*|feestje|eye-?opener|10 met een griffel|om herhaling|herhaling vatbaar|smaakte?|feest\w*|"
    r"complimentjes|dolenthousiast|lovend|"
    # Work that went by itself.
    r"v(?:loog|logen|liegen) er ?(?:\w+ )?(?:in|op ?af|door ?heen)|naar (?:\w+ )?(?:wens|tevredenheid)|"
    r"vlotjes|vlot|gladjes|zonder (?:haperen|hapering|slag of stoot|morren|een kik|mopperen)|"
    r"(?:liep|ging|gaat|verliep|liepen|gingen) (?:\w+ ){0,2}(?:vanzelf|op wieltjes|gestroomlijnd)|"
    r"staat als een huis|kwam(?:en)? (?:het |ze )?(?:los|op stoom|tot leven)|op dreef|goed ontvangen|"
    r"gesnapt|onder de knie|(?:werkt|werken|draait|draaien|vliegt|vliegen|rijdt|rijden) (?:weer|allemaal|"
    r"als een zonnetje)|"
    # How people were.
    r"(?:hing|hingen) (?:\w+ ){0,3}aan (?:\w+ ){1,2}lippen|aan (?:zijn|haar|de|hun) lippen|"
    r"uit (?:z'n|zijn|haar|hun|d'r|het) (?:dak|bol|plaat|stekker)|op (?:het |de )?puntje(?:s)? van|in hun element|"
    r"(?:helemaal|hartstikke|weg|gek|dol|verrukt|verliefd) (?:weg )?van|dolblij|opgetogen|laaiend|"
    r"uitgelaten|verrukt|verguld|apetrots|beretrots|reuze\w*|nieuwsgierige?|leergierige?|geinspireerde?|"
    r"vol (?:lof|energie|goede moed|overgave|vuur|trots)|in vuur en vlam|gretige?|fanatieke?|ijverige?|"
    r"geconcentreerde?|aandachtige?|ademloos|rode (?:koontjes|wangen)|twinkel\w*|"
    r"ogen (?:\w+ )?(?:glommen|straalden|glinster\w+)|gelachen|pret|lol|dikke lol|lachende?|jubel\w*|juich\w*|"
    # What it was.
    r"sterke?|bruikbare?|raak|klapper|knaller|topper|treffer|schot in de roos|voltreffer|uitverkocht|"
    r"uit duizenden|om (?:nooit te vergeten|van te smullen|je vingers bij af te likken)|onvergetelijk\w*|"
    r"subliem|magnifiek|briljante?|formidabel|meesterlijk|schitterend\w*|magisch|bijzondere?|aangenaam|"
    r"aangename|sfeervol\w*|levendige?|inspiratie\w*|verrijkend\w*|vruchtbare?|productieve?|effectieve?|"
    r"doeltreffend|degelijke?|verhelderend\w*|spectaculaire?|episch|mieters|jofel|kek|kicken|gaaf|gruwelijk|"
    r"mag vaker|vaker doen|(?:(?:volgend jaar|zeker|graag) ){1,2}(?:weer|nog een keer|nog eens)|"
    r"wat een (?:lol|pret|feest|dag|middag|ochtend|avond|sfeer|energie|opkomst|belevenis|gezicht|kanjers?|"
    r"helden|talent\w*|vondst|genot|groep|klas))"
)
DENIED = (
    r"(?<!niet )(?<!geen )(?<!niet zo )(?<!niet erg )(?<!niet heel )(?<!niet echt )(?<!niet "
    r"zo'n )(?<!minder )(?<!niet helemaal )"
    r"(?<!niet bijster )(?<!niet al te )(?<!weinig )(?<!nooit )(?<!niet even )(?<!niet "
    r"overal )(?<!allesbehalve )(?<!verre van )"
)
SMILES = "[👍🎉💪🙌😀😃😄😁😊☺😎❤⭐🌟🔥👏😍🥰🥳🤩🏆💯👌✨🎊]"

OUTCOMES: tuple[Named, ...] = (
    ("failed",
        r"\b(?:niet gelukt|(?<!deels )(?<!half )(?<!gedeeltelijk )mislukt\w*|niet door ?ge?gaan|"
        r"ging(?:en)? (?:\w+ )?(?:\w+ )?niet door|"
        r"gaat (?:\w+ )?niet door|kon(?:den)? (?:\w+ ){0,3}niet doorgaan|geen succes|lukte (?:\w+ )?niet|"
        r"is (?:er )?niet van gekomen|"
        r"moest(?:en)? over|afgeblazen|afgelast|geannuleerd|drama\w*|niet van de grond|"
        r"ging(?:en)? (?:\w+ )?mis|"
        r"misgegaan|misging|ging(?:en)? (?:\w+ )?(?:de )?fout|"
        r"niets geworden|(?:niks|niets) (?:van )?terecht|niks geworden|werd(?:en)? (?:helemaal )?niks|"
        r"werkte (?:\w+ )?niet|gecanceld|"
        r"(?:\w*les|lessen|\w*pilot|\w*training|\w*workshop|\w*dag|bijeenkomst|"
        r"excursie) (?:\w+ ){0,4}viel(?:en)? (?:\w+ ){0,2}uit|"
        r"viel(?:en)? (?:\w+ ){0,2}(?:\w*les|lessen|\w*pilot|\w*training|\w*workshop|\w*dag|bijeenkomst|"
        r"excursie) (?:\w+ ){0,3}uit|uitgevallen|"
        r"in de soep|in het water (?:gevallen|viel)|viel(?:en)? (?:\w+ )?in het water|de mist in|waardeloos|"
        r"fiasco|flop|klote|kut|ramp|"
        r"(?:vroegtijdig|eerder|halverwege|uur|minuten|moeten|zijn|maar) gestopt|moeten (?:stoppen|afbreken|"
        r"afzeggen|annuleren|cancelen)|niet doorgegaan|kwam(?:en)? niemand|"
        r"(?:les|lessen|training|workshop|pilot|toets|practicum|excursie|sessie|boel|alles) (?:\w+ ){0,2}(?:gestopt|"
        r"gestaakt|afgebroken|stilgelegd|geschrapt)|"
                r"niemand (?:kwam|gekomen|verschenen|komen opdagen)|heel slecht|erg slecht|ging slecht|"
        r"(?:kwam|komen|moest|moesten|komt) te vervallen|is vervallen|niet gehaald)\b|👎"),
    ("failed",
        r"\b(?:"
        r"(?:kwam|kwamen|is|zijn|was|waren|werd|werden) (?:\w+ ){0,2}niet (?:geweest|gekomen|verschenen|op ?dagen|"
        r"komen op ?dagen|gestart|gegeven)|niet (?:komen )?op ?dagen|niet komen opdagen|voor (?:niks|niets|noppes|"
        r"jan met de korte achternaam|een dichte deur)|onverrichter ?zake|tevergeefs|geflopt|"
        r"(?:naar huis|weg) ?(?:\w+ )?gestuurd|rechtsomkeert|(?:liep|liepen) (?:\w+ )?(?:op niks|"
        r"op niets) uit|uitgelopen op (?:niks|niets)|stuk ?gelopen|gestrand|de (?:prullenbak|vuilnisbak) in|"
        r"(?:hebben|heb|moesten|moest) (?:\w+ ){0,4}(?:gestaakt|"
        r"afgebroken|staken|afbreken)|(?:was|werd|is) (?:\w+ ){0,2}(?:niks|niets|een puinhoop|puinhoop|ellende)|"
        r"puinhoop|rampzalig|hopeloos|bedroevend|beroerde?|dramatisch)\b"),
    ("success",
        rf"\b{NOT_BAD}"),
    ("partial",
        r"\bhalf (?:af\w*|klaar|gelukt)\b|\b(?:deels|gedeeltelijk|grotendeels|voor een deel|ten dele|"
        r"(?<!regel)matig\w*|"
        r"wisselend\w*|viel(?:en)? (?:\w+ ){0,4}tegen|tegengevallen|tegenviel|tegenvallend\w*|redelijk|"
        r"aardig gelukt|"
                r"(?:kan|kon|konden|kunnen|had|hadden|moet|mag|zou) (?:\w+ ){0,3}beter\b|beter gekund|"
        r"minder (?:goed|geslaagd|soepel|leuk|fijn|enthousiast|succesvol)|zozo|mwah|mwa|so so|gaat wel|"
        r"ging wel|ging zo|"
        r"geen (?:goede|leuke|fijne|top) \w+|niet (?:zo)?als (?:gepland|gehoopt|verwacht)|zooitje|rommelig|"
        r"chaotisch|nog niet af|niet af(?:gekregen|gekomen|gemaakt)?|moeizaam|stroef|stroeve|"
        r"niet (?:zo|al te|erg|heel|echt|helemaal|bijster) (?:\w+ )?(?:goed|lekker|soepel|leuk|geslaagd|vlot|"
        r"enthousiast|best)|"
        r"met (?:vallen en opstaan|horten en stoten|moeite|gemengde gevoelens)|niet (?:alle|iedereen|"
        r"helemaal|alles|echt|zo|overal)|"
        r"(?:slechts|maar) (?:de helft|een deel|een klein deel)|de helft|"
        r"half(?:je)? (?:gelukt|werk)|half werk|teleurstellend\w*|(?:niet|geen) onverdeeld)\b|"
        r"\b\d+ van (?:de|onze|mijn) \d+\b|\b\d+/\d+ (?:leerlingen|lln|deelnemers)"),
    ("partial",
        r"\b(?:"
        r"(?:lukt|lukken|werkt|werken|loopt|draait|doet|doen|lukte|werkte|werkten) (?:\w+ ){0,2}nog niet|"
        r"de (?:rest|andere helft|anderen|overigen?) (?:\w+ ){0,3}niet|(?:nog )?niet (?:compleet|volledig|"
        r"optimaal|vlekkeloos|super|je dat|ideaal|denderend)|onvolledig|niet (?:\w+ )?aan toe ?gekomen|"
        r"(?:half|deels|amper|nauwelijks) (?:gedaan|afgekregen|behandeld)|halfbakken|halve (?:les|groep|klas)|"
        r"kantje boord|met hakken over de sloot|(?:net|maar) niet af|voor verbetering vatbaar|"
        r"ruimte voor verbetering|"
        r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien) van de (?:drie|vier|vijf|zes|zeven|acht|negen|"
        r"tien|elf|twaalf))\b"),
    ("success",
        rf"\b{DENIED}{GOOD}\b|{SMILES}|\bzonder (?:problemen|gedoe)\b|\b(?:hebben|"
        rf"heeft) (?:\w+ ){{0,3}}veel geleerd\b|"
        r"\bgingen? (?:als een speer|goed)\b|\bveel (?:geleerd|belangstelling|animo|interesse)\b"),
)  # fmt: skip
