"""Ordinary words that are one slip away from a word of the grammar of dates, and mean what they say."""

ORDINARY = frozenset(
    """
    aankomen aankopend aankopende aanstaanden aanstaarde aarten aartje achtsten achtstes achtte achtten afgelogen
    afgezopen arbeidt augusta auguste baanden baartje bannen begijn beging begint begon beleden bemin benin bennen
    berin bevende bezin bijnen binden binken binten bomende bonnen bunnen buurtjes daden dagelijkser dagelijkst
    dagend dager dagge daggen dagjes daisy daken dakje dalen damen danen darde daten datje dazen deerde deftig
    deftigste degelijks degen derden derdes derfde dinsdagse dogen donder donderdagse donderjagen doordeweekse dorde
    dragen driemaandelijkse echtste eefde eerst eersten eerstes eider eindde einden einder eindes eindje eindt einze
    ekster elfden elfder elfje elster erfde ester evere evers evert fortnights frida gasteren gebeden geelden
    gegleden gekleden geladen gelden gelede geleen gelegden gelegen geleiden geleien geleken gelelden gelezen
    gemeden gereden gevende gieter gieteren ginter giste gistel gisten gleden haartje halfgaar halfjaarlijkse hedel
    hedgen heeft hegen heiden heien heken helden helen helpt helst hemden hemelkaart hemen henen hepen heren herst
    hesen heten heuft heven heyden hoeden huur ieders ieper jaantje jaartjes jaden jagen japen jared jaron joren
    jorgens kaart kaarten kaartje kaatste kaderdag karst keest kerft kerkdag kerkdagen kerkt kermt kerstdis kerste
    ketst koerst kokend kokende komen komenden komens kopend kopende korst kuurtjes kwakt kwant kwark kwartiel
    kwarto kwarts kwast laagste laartje laatst laatsten ledenavond leeraar legende lekte lende lengte lenie lenne
    lenten lentes lenthe lento lentse lentz lentze lenze lepte leraars leraart leste lette leute levende losdag
    maagd maagden maaiden maait maakt maakten maalden maalt maan maandagse maande maandjes maanen maans maant
    maantje maanwagen maar maaren maarit maarn maarsen maarte maarten maartje maarts maast maaten manden mandje
    marcha marche marck marco marcs marsh marten match meddo media medion meisjes menuutjes mergen midde middel
    middens mijden minden minsten minten minute mogen monte morden moreen moren morgan morgans morren morsen morten
    mortens mudden muurtjes nacho nachte najaag negenden negens neger negerde neggen neigen neigende nelen nemen
    nemende nepen neren neten neven nicht nieuws ochten oudejaar paartje pacen paden palen panen papen paren parsen
    paspen passen pasten patsen pausen pinkstieren plaatste posen quartel regende ruiterlijk saartje schoollagen sering
    sommer sparing sprang spreng springt sprint sprong string summers summier sumter taanden taarten taartje tassen
    tiend tienden tierde timende tissen tochtend toddy tossen tuisen twaalfden tweed tweeden tweedes
    tweemaandelijkse uiterdijk uiterlijke uiterwijk vaarten vaartje vakanties valavond vandaal vandaan vandaar
    veening veerde vegende vening vierden vierdes vijfden vijfdes vijfje vijlde voegend voegende voerde volgen
    volgenden volgens voorhaar voorwaar vorigen vrijdagse vurig vurige vuurtjes waanden waken waterdag waterdagen
    wecken weden weegs weekdag weekdagen weekjes weekst weekt weekte weens weeps weer weers weetje wegen wegende
    weien wekelijk wekelijke wekelijkst wekelijkste weker wekken wekkend wekten welen welken welks wenen wenken
    wenkend weren werkelijks werken werkend werkje weten weven wevende wezen wieken wiekend wieks winder winner
    winters wintert witter woensdagse wreken wrekend zaanden zachtste zate zaterdagse zeden zegde zegen zegende
    zeide zeken zelen zemen zenen zepen zesden zesdes zesje zeste zevend zevenden zevendes zevens zever zeverde
    zoemer zoeven zoevende zomen zomers zomert zond zondagse zondaren zondig zondigen zoomer zover zuurtjes zweven
    zwevende
    """.split()  # noqa: SIM905
)
