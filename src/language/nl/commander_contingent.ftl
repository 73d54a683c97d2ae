# Het contingent: wie er is, wie erbij komt en wie weggaat.

people-empty = Nog geen waarnemer hoort bij uw contingent. n lijft in wie u het bestand brengt dat "vigilia member request" op zijn toestel schreef.
people-nobody-left = Niemand heet zo. Esc toont weer iedereen.
people-count = 
    { $count ->
        [one] { $count } waarnemer
       *[other] { $count } waarnemers
    }
people-count-quiet = { $count } al { $days } dagen niet gehoord
people-count-missing = 
    { $count ->
        [one] { $count } melding ontbreekt
       *[other] { $count } meldingen ontbreken
    }
people-head-who = Waarnemer
people-head-contact = Gehoord
people-head-filed = Ingediend
people-head-here = Hier
people-head-police = Open
people-head-standing = Stand
people-never = nooit
people-today = vandaag
people-days = { $days } d geleden
people-on-roster = op de lijst
people-vouched = hier ingelijfd
people-void = sleutels ongeldig
people-missing = 
    { $count ->
        [one] { $count } van zijn meldingen ontbreekt hier.
       *[other] { $count } van zijn meldingen ontbreken hier.
    }
people-down = 
    { $count ->
        [one] { $count } antwoord wacht om naar hem te gaan.
       *[other] { $count } antwoorden wachten om naar hem te gaan.
    }
people-one-contact = Laatst iets van hem ontvangen: { $when }
people-one-reports = Meldingen die hij zegt te hebben ingediend: { $filed }; hier: { $here }
people-one-police = Daarvan nog niet beantwoord door de politie: { $count }
people-one-down = Wacht op hem: { $waiting } nog niet ingepakt, { $packed } ingepakt en nog langs geen weg vertrokken
people-one-until = Zijn laatste dag: { $until }
people-one-missing = { $count } ontbreken. Misschien heeft hij ze nog, of staan ze op een stick: wat bij hem wacht, moet nog afgegeven worden. De cel ziet hetzelfde gat.
people-one-void = Zijn sleutels zijn ongeldig: { $why }, sinds { $since }. Meldingen tot en met nummer { $number } worden nog aangenomen.
people-nobody-in-hand = Kies iemand met geldige sleutels.
people-which-request = Welk aanvraagbestand? Zijn toestel schreef het.
people-request-hint = een pad zoals /media/STICK/request; Tab vult aan
people-which-folder = Hij is ingelijfd. In welke map komt het bestand voor zijn toestel?
people-folder-hint = een map waarin geschreven kan worden
people-not-placed = Hij is ingelijfd, maar heeft geen bestand om te installeren. Lijf hem met dezelfde aanvraag nog eens in om het te schrijven.
people-asks = { $who } vraagt ingelijfd te worden
people-asks-contingent = Contingent: { $contingent }
people-asks-when = Gevraagd, volgens zijn klok: { $when }
people-asks-compare = Vergelijk dit met wat op zijn eigen scherm onder Ik staat, mondeling of naast elkaar. Wie deze sleutels heeft, tekent als deze waarnemer.
people-asks-already = Hij is al lid; dit verlengt zijn tijd.
people-asks-replaces = Hij neemt de plaats in van { $who }, wiens toestel verloren is: die sleutels worden hiermee ongeldig.
people-asks-until = U staat voor hem in tot { $until }; een lijst die hem noemt geldt langer.
people-days-field = Voor hoeveel dagen?
people-no-days = Zeg voor hoeveel dagen, minstens één.
people-revoke = De sleutels van { $who } ongeldig maken
people-revoke-what = Dit is definitief. Wat van hem aangenomen is, blijft. Vanaf het nummer hieronder wordt niets meer van hem aangenomen, hier, bij het relais en bij de cel, zodra elk het hoort: wissel meteen daarna uit.
people-from-field = Vanaf melding nummer
people-from-hint = leeg: na die welke hier zijn
people-revoked = De sleutels van { $who } zijn ongeldig vanaf melding { $number }. Wissel nu uit, zodat relais en cel het horen.
people-placed = { $who } is ingelijfd
people-placed-until = Tot { $until }.
people-placed-file = Het bestand voor zijn toestel ligt hier:
people-placed-next = Geef het hem. Op zijn toestel is "vigilia member install" met dit bestand alles wat hij nodig heeft. Relais en cel horen van hem bij uw volgende uitwisseling; tot dan geeft hij zijn meldingen met de hand af.
people-sure-enrol-title = Inlijven
people-sure-revoke-title = Sleutels ongeldig maken
people-sure-enrol = U hebt de vingerafdruk vergeleken, en { $who } is wie hij zegt te zijn?
people-sure-replace = U hebt de vingerafdruk van { $who } vergeleken? De sleutels van zijn oude toestel worden hiermee ongeldig, definitief.
people-sure-revoke = { $who } wordt vanaf dan overal geweigerd: { $why }. Dit is definitief.
people-sure-yes = ja
people-sure-no = nee, er verandert niets
fault-no-request = Dit bestand bevat geen aanvraag die in dit rijk telt. Er is niets veranderd; "vigilia member request" schrijft het juiste.
help-contingent-one = Eén waarnemer
help-contingent-asked = Iemand vraagt ingelijfd te worden
help-contingent-leaving = Sleutels ongeldig maken
help-contingent-last = De laatste vraag
key-enrol = inlijven
key-lost-device = toestel kwijt
key-revoke = sleutels ongeldig
key-not-after-all = toch niet
