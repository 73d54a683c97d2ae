# What a commander sees and says while he reviews a report.

# Grades and codes, in the words of AJP-2.1 and of Europol.
source-a = volledig betrouwbaar
source-b = doorgaans betrouwbaar
source-c = redelijk betrouwbaar
source-d = doorgaans niet betrouwbaar
source-e = onbetrouwbaar
source-f = niet te beoordelen
information-1 = bevestigd door andere bronnen
information-2 = waarschijnlijk waar
information-3 = mogelijk waar
information-4 = twijfelachtig
information-5 = onwaarschijnlijk
information-6 = niet te beoordelen
handling-h0 = vrij te gebruiken tegen misdaad, naar de wet
handling-h1 = niet voor de rechter zonder onze toestemming
handling-h2 = niet doorgeven zonder onze toestemming
handling-h3 = een andere beperking, hieronder voluit

# The statement. Labels stand in a column.
judge-source = Bron
judge-information = Informatie
judge-handling = Behandeling
judge-restriction = Beperking (H3)
judge-restriction-hint = Wat ermee mag en wat niet.
judge-caveats = Voorwaarden
judge-precedence = Voorrang
judge-marking = Markering
judge-comment = Uw opmerking (mag leeg blijven)
judge-comment-hint = Voor de politie. Het origineel blijft zoals het is.
judge-told = Ingelicht
judge-told-who = Wie, wanneer
judge-told-who-hint = lokale politiepost, 1510
judge-acted = Opgetreden
judge-repeats = Zelfde als
judge-repeats-none = geen andere melding · Enter: kiezen
judge-repeats-of = { $report } · beide gaan verder
judge-grade = { $letter }  { $meaning }
judge-europol = Europol { $code }, afgeleid; een politieambtenaar beslist
judge-europol-fairly = Europol { $code }, afgeleid van “redelijk betrouwbaar”; een politieambtenaar beslist
judge-europol-none = geen Europol-code afgeleid: het is een gevolgtrekking
judge-officials = Het betreft ambtenaren: het gaat als H2, wat hier ook staat.
judge-caveats-kept = van de auteur, en ze blijven: { $caveats }
judge-awaits-release = De auteur stelt ONMIDDELLIJK voor. Alleen u geeft het vrij.
judge-released = ONMIDDELLIJK: het gaat alleen en meteen.
judge-restriction-needed = H3 vraagt de beperking voluit; schrijf ze, of kies H0, H1 of H2
judge-restriction-bad = een beperking heeft hoogstens 500 tekens; kort ze in
judge-comment-bad = deze tekst is te lang om mee te gaan; kort hem in

# The original.
review-original = Origineel, zoals getekend · nog { $left }
review-in-short = Uw verklaring: { $grade } { $handling } { $precedence }
review-report = { $who } nr. { $number }
review-title = { $report } · { $goes }
review-goes = gaat zoals het is over { $left }
review-goes-over = tijd om: gaat zoals het is
review-goes-signed = ondertekend, gaat met de volgende zending
review-goes-gone = naar Brussel vertrokken
review-other = { $report }, precies zoals ondertekend
review-reading = De melding wordt gelezen.
original-signed = Ondertekend door { $who }, nu nagekeken
original-signed-revoked = Ondertekend door { $who }, nu nagekeken; zijn sleutels zijn sindsdien ingetrokken. Het gold toen het binnenkwam.
original-signer-gone = Ondertekend door { $who }, die niet meer op de ledenlijst staat: vandaag niet na te kijken. Bij aankomst klopte het.
original-broken = DE HANDTEKENING KLOPT NIET. Wat hieronder staat, is niet wat { $who } heeft ondertekend. U kunt er hier niets over ondertekenen; verwittig uw operatiecentrum.
original-received = bij u aangekomen { $when }
original-rival = Ook een andere melding draagt nummer { $number } van deze auteur. Beide gaan verder; de politie ziet het.
original-repeats = { $more ->
    [0] { $report }: { $what } (r)
    [one] { $report }: { $what }; nog { $more } (r)
   *[other] { $report }: { $what }; nog { $more } (r)
}
original-marked-same = door u gemerkt als dezelfde: { $reports }
original-observation = Wat is waargenomen
original-facts = FEITEN: wat de auteur zag of hoorde
original-assessment = BEOORDELING: wat de auteur denkt
original-nothing = niets
original-here = hier aanwezig
original-not-here = nog onderweg
original-clock = Klok van auteur
original-before = Voordien
original-earlier = vult nummer { $number } aan, gemeld { $when }
original-newer = er is een nieuwere versie: nummer { $number }, gemeld { $when }; beide gaan verder
original-returned = nummer { $number } teruggegeven { $when }: { $reason }
original-answered = Politie, { $when }: { $what }

# Screening, for officers alone.
screening = Screening (IAO, dwangarbeid)
screening-caution = Een leeshulp: signalen bewijzen niets en weerleggen niets, en niemand is daardoor slachtoffer.
screening-line = { $letters } { $dimension }: { $state } (sterk { $strong }, middel { $medium }, zwak { $weak })
screening-nothing = Geen enkel gewogen signaal, wat niets zegt in de ene of andere zin.
screening-child = Gelezen met de gewichten voor minderjarigen.
screening-awaits = Niet meegeteld omdat de fase onbekend is: { $count }.
ilo-deceptive-recruitment = bedrieglijke werving
ilo-coercive-recruitment = gedwongen werving
ilo-vulnerable-recruitment = werving door misbruik van nood
ilo-exploitation = uitbuiting
ilo-coercion-at-destination = dwang ter plaatse
ilo-vulnerability-at-destination = misbruik van nood ter plaatse
ilo-positive = positief
ilo-negative = niet genoeg
ilo-nothing-seen = niets gezien
ilo-all-elements = Elk element van de regel: eerst te lezen door een politieambtenaar.
ilo-deception-and-exploitation = Bedrog en uitbuiting, zonder dwang ter plaatse.
ilo-exploitation-only = Alleen uitbuiting: op zich een zaak van arbeidsrecht.
ilo-other-combination = Positieve dimensies in een combinatie die de regel niet noemt.
ilo-none-positive = Geen positieve dimensie, wat niets bewijst.

# What the signs call for: he is told, nothing is decided by it.
review-alert-suggests-immediate = De auteur stelt ONMIDDELLIJK voor; alleen u geeft het vrij.
review-alert-danger-to-life = Iemands leven kan in gevaar zijn: lokale hulp gaat voor elke melding.
review-alert-local-help = Iemand kan nu hulp nodig hebben: lokale hulp gaat voor elke melding.
review-alert-first-aid = Iemand kan gewond of ziek zijn.
review-alert-minor = Iemand kan jonger zijn dan 18.
review-alert-no-media = Wat het beschrijft, wordt nooit gefotografeerd, gekopieerd of doorgestuurd.
review-alert-no-host-nation = Niet te delen met het gastland.
review-alert-own-forces-area = Het was bij een van onze eigen bases.

# Reports that repeat one another.
review-repeats = { $report } herhaalt deze meldingen
review-repeats-text = Aangewezen, niet beslist. Merk er een als dezelfde waar beide één voorval melden; beide gaan naar Brussel.
review-repeats-more = Er zijn er meer; de dichtste in tijd staan hier.
review-repeats-owed = gemeld { $when }, hier
review-repeats-gone = gemeld { $when }, naar Brussel vertrokken
review-repeat-same-words = zelfde auteur, zelfde woorden
review-repeat-same-sighting = zelfde plaats en tijd ({ $metres } m, { $minutes } min) en signalen: { $indicators }
review-repeat-shared = zelfde { $kind } { $mark }
review-repeat-perhaps-shared = misschien zelfde { $kind } { $mark }, niet helemaal gelezen
review-repeat-same-place = zelfde plaats en tijd ({ $metres } m, { $minutes } min)
review-mark-plate = nummerplaat
review-mark-phone = telefoonnummer
review-mark-document = papiernummer
review-mark-boat = boot

# Giving back.
give-back = { $report } teruggeven voor aanvulling
give-back-text = De auteur vult het uit het geheugen aan en ondertekent een nieuwere versie. Het blijft verschuldigd: het gaat naar Brussel zoals het is { $when }, of die er dan is of niet.
give-back-reason = Waarom
give-back-reason-needed = kies een reden uit de lijst
give-back-note = Nota aan de auteur (mag leeg blijven)
give-back-note-hint = Wat de melding mist, nooit hoe eraan te komen.
give-back-note-needed = zeg in enkele woorden wat de melding mist
give-back-asks = “{ $words }” stuurt een soldaat op pad om iets te weten te komen, en dat is nooit zijn taak. Er is niets ondertekend. Schrijf wat de melding mist: “het aantal mensen ontbreekt”, “het uur is niet leesbaar”.

# Questions.
review-release = Als ONMIDDELLIJK vrijgeven?
review-release-text = Het wordt ondertekend en gaat alleen en meteen, voor alles wat wacht.
review-release-suggested = De auteur stelt ONMIDDELLIJK voor
review-release-suggested-text = Alleen u geeft het vrij: dan wordt het ondertekend en gaat het alleen en meteen. Anders wordt het ondertekend als PRIORITEIT en gaat het met de volgende zending.
review-release-yes = vrijgeven
review-release-no = terug
review-release-not = als PRIORITEIT
review-release-read = verder lezen

# Notices.
review-it = de melding
review-signed = Ondertekend: { $report }, { $grade } { $handling } { $precedence }. u neemt het terug.
review-sealed = Verzegeld voor Brussel: { $report }, { $grade } { $handling } { $precedence }. Het staat vast.
review-not-sealed = Ondertekend, maar nog niet verzegeld; het volgende contact doet het. { $why }
review-taken-back = Teruggenomen: het wacht weer op u, en niemand anders had het.
review-nothing-to-take-back = Er is hier niets ondertekend dat u kunt terugnemen.
review-given-back = Teruggegeven. Het blijft verschuldigd en gaat zoals het is na zijn termijn.
review-kept = Begonnen en niet ondertekend; het blijft op dit toestel tot u tekent.
review-begun-again = Wat u erover begon te zeggen staat er weer. Het is nog niet ondertekend.
review-not-kept = Wat u begon te zeggen kon niet worden bewaard: { $why }
review-no-other = Er is geen andere melding te beoordelen.
review-no-repeats = Geen andere melding hier herhaalt deze.
review-same = Gemerkt als dezelfde als { $report }; beide gaan verder.
review-not-same = Niet meer gemerkt als dezelfde.
review-not-signed = Niet ondertekend: { $why }
review-gone = Het is naar Brussel vertrokken: hier wordt er niets meer over ondertekend.
review-not-a-duplicate = Die is al gemerkt als dezelfde als deze; er is niets ondertekend.
review-unverified = De handtekening klopt niet: hier kan er niets over ondertekend worden.

# Keys.
key-sign-next = teken, volgende
key-to-statement = uw verklaring
key-to-original = origineel
key-give-back = terug
key-give-it-back = teruggeven
key-review-repeats = herhaald
key-choose-report = kiezen
key-look = bekijken
key-same-as = is dezelfde, of niet
key-take-back = terugnemen
key-next-line = volgende regel
key-next-owed = naar de volgende melding, zonder te tekenen
key-previous-owed = naar de vorige melding, zonder te tekenen

# Headings of the help.
help-reading = Terwijl een melding wordt gelezen
help-original = Op het origineel, bij een beoordeling
help-statement = In uw verklaring
help-on-repeats = Bij “Zelfde als”
help-repeats = In de lijst van herhaalde meldingen
help-other-report = Terwijl u een andere melding bekijkt
help-review-files = Bij de bijlagen van een melding
help-give-back = Terwijl u een melding teruggeeft
help-release = Als iets ONMIDDELLIJK is
help-suggested = Als de auteur ONMIDDELLIJK voorstelt
