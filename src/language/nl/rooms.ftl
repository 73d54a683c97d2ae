# De ruimtes naast het formulier.

answers = Antwoorden
guide = Gids
transfer = Overdracht
me = Ik
tab-new = nieuw
tab-wait = wacht

search-prompt = Vind:
search-left = { $left } van { $all }
search-nothing = Geen melding bevat deze woorden. Esc neemt ze weg.

draft-age = { $days ->
    [one] concept van gisteren
   *[other] concept, { $days } dagen oud
}
draft-old = ! { $days } dagen oud: werk dit concept af, of gooi het weg met d.
report-news = nieuw: { $who }, { $when }: { $what }

report-part = { $label }: { $text }
report-as-filed = Wat u indiende. Het is ondertekend, en niemand kan het veranderen.
report-attachments = Bijlagen
report-no-attachments = geen
report-copy-of = kleinere kopie van { $number }
report-save-out = Om er een buiten te bewaren: vigilia report save-attachment
report-filed = Hoe ze ingediend werd
report-filed-at = Ingediend
report-clock = Klok van dit toestel
report-marking = Markering
report-caveats = Voorwaarden
report-list = Lijst van tekens, versie
report-corrects = Ze vervangt een oudere melding van u.

no-answers =
    Nog geen antwoorden.

    Wat de politie ontving, wat ervan kwam, en wat uw commandant graag vollediger had, komt hier. Het komt mee met een overdracht, en dit toestel kijkt elke handtekening zelf na.
answer-new = nieuw
answer-acknowledgement = de politie heeft alles
answer-feedback = een antwoord
answer-return = had het graag vollediger
answer-about = { $count } meldingen, { $first }-{ $last }
answer-about-none = geen melding van hier
answer-signer = { $callsign } ({ $role })
answer-signer-unknown = iemand die niet op de ledenlijst staat
answer-signed = Ondertekend door { $who }, { $when }
answer-arrived = Kwam op dit toestel aan { $when }
answer-has-it = { $count ->
    [one] De politie heeft { $count } melding of bestand van u, elke byte ervan, en tekende ervoor.
   *[other] De politie heeft { $count } meldingen en bestanden van u, elke byte ervan, en tekende ervoor.
}
signature-holds = De handtekening werd nu net op dit toestel nagekeken: ze klopt, en geen letter is veranderd.
signature-revoked-since = De handtekening klopt. De sleutels van de ondertekenaar zijn sindsdien uitgesloten; het antwoord telde toen het kwam. Zeg het uw commandant als het u verbaast.
signature-signer-gone = Niet nagekeken: de ledenlijst op dit toestel noemt de ondertekenaar niet meer. De handtekening klopte toen het antwoord kwam. Neem met de volgende overdracht een nieuwere lijst mee.
signature-broken = De handtekening klopt niet: dit zijn niet de woorden die ondertekend werden, dus worden ze niet getoond. Ga niet af op dit antwoord, en zeg het uw commandant. Uw meldingen zijn veilig.
refusal-not-authentic = Eén werd niet aangenomen: de handtekening klopt niet.
refusal-revoked = Eén werd niet aangenomen: de sleutels van dit toestel waren uitgesloten.
refusal-forked = Eén werd niet aangenomen: een andere melding heeft hetzelfde nummer. Zeg het uw commandant.
refusal-unreadable = Eén werd niet aangenomen: het kon daar niet gelezen worden.
refusal-above-ceiling = Eén werd niet aangenomen: de markering ligt boven wat daar mag.

transfer-nothing = Er wacht niets: alles wat u indiende, is overgedragen.
transfer-waits = { $count ->
    [one] { $count } melding wacht op overdracht.
   *[other] { $count } meldingen wachten op overdracht.
}
transfer-packets = { $count ->
    [one] Verzegeld: { $count } pakket, { $size }.
   *[other] Verzegeld: { $count } pakketten, { $size }.
}
transfer-unpacked = Nog niet verzegeld: { $count }. Schrijven verzegelt ze.
transfer-oldest = De oudste werd ingediend { $when }.
transfer-last = Laatst overgedragen { $when }.
transfer-never = Van dit toestel is nog niets overgedragen.
transfer-unconfirmed = { $count ->
    [one] { $count } pakket is onderweg; het blijft ook hier tot de politie ervoor tekende.
   *[other] { $count } pakketten zijn onderweg; ze blijven ook hier tot de politie ervoor tekende.
}
transfer-how = w schrijft wat wacht op een stick of in een map voor uw commandant. r leest wat terugkwam. Pakketten zijn verzegeld: wie de stick vindt, kan niets lezen.
transfer-to-which = Naar welke stick of map schrijven?
transfer-from-which = Van welke stick of map lezen?
transfer-folder-hint = Tab toont de sticks; een map zoals /media/STICK
transfer-nothing-to-write = Er was niets te schrijven.
transfer-stopped = ! Gestopt: { $done } van { $of } zijn klaar en veilig. De rest blijft hier; begin opnieuw wanneer u wilt.
transfer-wrote = { $count ->
    [one] { $count } pakket: geschreven, teruggelezen, hetzelfde.
   *[other] { $count } pakketten: geschreven, teruggelezen, hetzelfde.
}
transfer-already = Lag er al: { $count }.
transfer-left-out = { $count ->
    [one] Voor { $count } ouder pakket met antwoorden was geen plaats. Het staat op een andere stick; geef die aan wie het moet hebben, of neem een grotere.
   *[other] Voor { $count } oudere pakketten met antwoorden was geen plaats. Ze staan op een andere stick; geef die aan wie ze moet hebben, of neem een grotere.
}
transfer-take-out = U kunt de stick er nu uit nemen en aan uw commandant geven.
transfer-nothing-there = Er ligt daar niets voor u.
transfer-read = { $count ->
    [one] { $count } pakket gelezen, { $answers }.
   *[other] { $count } pakketten gelezen, { $answers }.
}
transfer-answers = { $count ->
    [0] zonder antwoord
    [one] met { $count } antwoord
   *[other] met { $count } antwoorden
}
transfer-again = Al eerder gelezen: { $count }. Niets te doen.
transfer-roster = Er geldt nu een nieuwere ledenlijst: nummer { $epoch }.
transfer-for-others = Voor anderen: { $count }. Die bleven liggen.
transfer-set-aside = ! Opzijgelegd ({ $what }): { $why }
transfer-slot-missing = { $count ->
    [one] ! Een pakket van een waarnemer kwam zonder integriteitsvak: zijn programma, of iemand onderweg, haalde het eruit. Zeg het aan uw autoriteit.
   *[other] ! { $count } pakketten van waarnemers kwamen zonder integriteitsvak: hun programma's, of iemand onderweg, haalden het eruit. Zeg het aan uw autoriteit.
}
transfer-refused = ! Niet gelezen en daar gelaten ({ $what }): { $why }
transfer-failed = ! { $why }
aside-statement = de handtekening of de vorm is niet zoals het hoort; het is bewaard zoals het kwam
aside-forked = een andere melding heeft hetzelfde nummer; zeg het uw commandant
aside-early = het gaat over iets dat nog niet kwam; het wordt opnieuw gelezen als dat er is
aside-foreign-commander = de commandant van een ander contingent tekende het
aside-above-ceiling = de markering ligt boven wat hier mag
aside-not-for-this-desk = het is niet voor dit bureau
aside-not-taken = het strookt niet met wat hier al is; het is bewaard zoals het kwam
road-gone = De map { $folder } is er niet: werd de stick eruit getrokken? Wat niet bevestigd werd, is hier nog bewaard. Steek hem terug en doe hetzelfde opnieuw.
road-read-only = Op { $folder } kan niet geschreven worden. Er werd niets gekopieerd, en alles is hier nog bewaard. Neem een andere stick, of haal de schrijfbeveiliging eraf.
road-full = Er is geen plaats meer in { $folder }. Dit pakket werd niet gekopieerd en is hier nog bewaard. Maak plaats, of neem een andere stick.
road-unfaithful = { $folder } gaf iets anders terug dan geschreven werd. Het pakket is hier nog bewaard. Neem een andere stick.
road-failed = { $folder } liet het afweten ({ $why }). Wat niet bevestigd werd, is hier nog bewaard. Doe hetzelfde opnieuw, of neem een andere stick.
road-midway = { $done } van { $of } zijn klaar en veilig. Daarna: { $why }

lent-write = Schrijven
lent-write-text = Elk pakket wordt geschreven, vastgelegd op de stick, en teruggelezen om te zien of het hetzelfde is. Laat de stick erin.
lent-read = Lezen
lent-read-text = Elk pakket wordt geopend, de handtekeningen worden nagekeken, en wat erin zit wordt bewaard. Er wordt niets van de stick gehaald.
lent-passphrase = Een andere wachtzin
lent-passphrase-text = Dit duurt enkele seconden, en kan niet halverwege gestopt worden.
lent-stopping = eindigt na deze pakketten

me-who = { $callsign }, contingent { $contingent }, domein { $realm }
me-key = Uw sleutel: { $key }
me-roster = Ledenlijst: nummer { $epoch }, ondertekend { $when }
me-no-roster = ! Er staat nog geen ledenlijst op dit toestel, dus kan er niets overgedragen worden. Wat u schrijft, is veilig.
me-clock-checked = De klok klopt met het laatste bericht uit Brussel, { $when }.
me-clock-unchecked = De klok kan niet vergeleken worden: het laatste bericht uit Brussel is van { $when }.
me-clock-doubtful = ! De klok van dit toestel staat fout: Brussel ondertekende iets om { $when }, dat is later. Zet ze juist voor u meldt.
me-unsent = Alleen op dit toestel: meldingen { $reports }, concepten { $drafts }.
me-wipe = Noodwissing: { $first }, dan { $second }. Ze vraagt het eerst, en toont wat niemand anders heeft.
me-language = Taal
me-theme = Kleuren
me-lock-after = Vergrendelt zichzelf na
me-passphrase = Andere wachtzin kiezen
me-about = Over Vigilia
me-minutes = { $minutes ->
    [one] { $minutes } minuut zonder toets
   *[other] { $minutes } minuten zonder toets
}
theme-dark = donker
theme-light = licht
theme-night = nacht
theme-high-contrast = hoog contrast
theme-no-colour = geen kleur
passphrase-title = Een andere wachtzin kiezen
passphrase-old = De huidige
passphrase-new = De nieuwe
passphrase-again = De nieuwe nog eens
passphrase-rule = Minstens 12 tekens; enkele woorden die niet bij elkaar horen, zijn makkelijk te onthouden en moeilijk te raden. Niemand kan een vergeten wachtzin herstellen: wat niet overgedragen werd, is dan verloren.
passphrase-old-missing = Typ eerst de huidige.
passphrase-too-short = De nieuwe heeft minder dan { $least } tekens. Er is niets veranderd.
passphrase-differs = De twee nieuwe verschillen. Er is niets veranderd.
passphrase-changed = De nieuwe wachtzin opent dit toestel van nu af.
about-version = Vigilia { $version }
about-what = Het brengt wat u toevallig ziet van mensenhandel of mensensmokkel bij de politiemensen die er iets mee kunnen, en brengt hun antwoord terug bij u. Het volgt het akkoord van 20 maart 2006 tussen de Belgische Defensie en de Federale Politie.
about-list = Lijst van tekens: versie { $version }
about-approval = De lijst en de gids zijn eigen woorden van het programma; de cel mensenhandel van de Federale Politie moet ze nog goedkeuren.
about-licence = Het programma: openbare licentie van de Europese Unie 1.2 (EUPL-1.2).
about-data = De plaatsen en grenzen erin:
