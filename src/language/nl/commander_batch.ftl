# Wat naar Brussel gaat, de wegen aan het werk, en wat gegaan is.

key-forward = verzegelen voor Brussel
key-sync = zenden en ontvangen
key-line = andere lijn
key-stick-write = naar stick
key-stick-read = van stick
key-hang-up = afbreken
key-packets = pakketten
key-sent-reports = meldingen
help-calling = Tijdens zenden en ontvangen
help-packets = Bij de pakketten onderweg
help-sent-all = Bij wat verzonden is, overal

batch-nothing = Er is niets klaar om te gaan.
batch-goes = Gaat nu: { $reviewed } beoordeeld, { $unseen } zoals ze zijn.
batch-waiting = { $count ->
    [one] { $count } wacht op uw oordeel; die gaat vanzelf { $when }, over { $left }.
   *[other] { $count } wachten op uw oordeel; de eerste gaat vanzelf { $when }, over { $left }.
}
batch-sealed-before = { $count ->
    [one] Eerder verzegeld en nog te zenden: { $count } pakket, { $size }.
   *[other] Eerder verzegeld en nog te zenden: { $count } pakketten, { $size }.
}
batch-takes = Op { $line }: woorden { $words }
batch-takes-both = { $words }, daarna wat volgt { $rest }
batch-rate = { $rate } kbit/s
batch-measured = { $rate } kbit/s, gemeten { $when }
batch-no-line = Nog geen lijn gemeten; l neemt een andere.
batch-alone = IMMEDIATE: alleen en meteen
batch-together = Samen
batch-as-it-stands = zoals het is
batch-files = { $count ->
    [one] { $count } bestand, { $size }
   *[other] { $count } bestanden, { $size }
}
batch-missing = { $count ->
    [one] { $count } bestand nog niet hier
   *[other] { $count } bestanden nog niet hier
}
batch-too-large = { $count ->
    [one] { $count } bestand te groot om mee te gaan
   *[other] { $count } bestanden te groot om mee te gaan
}
batch-size = Woorden verzegeld: { $size }
batch-size-files = { $count ->
    [one] { $before }; { $count } bestand: { $size }
   *[other] { $before }; { $count } bestanden: { $size }
}
batch-size-slots = { $before }; verzegeld voor de dienst integriteit: { $size }
batch-forwarded = Verzegeld voor Brussel: { $reports } meldingen in { $packets } pakketten. y zendt.
batch-ask = Verzegelen wat nu gaat?
batch-ask-text = Het wordt verzegeld voor de politie in Brussel en gaat mee met het volgende contact of de volgende stick. Daarna kan niets ervan teruggenomen worden.
batch-ask-yes = verzegelen
batch-ask-no = nog niet


lent-exchange = De stick wordt gelezen en beschreven
lent-exchange-text = Eerst wordt gelezen wat er ligt, dan wordt geschreven wat wacht en teruggelezen. Wat gedaan is, is veilig; laat de stick zitten.
line-open = Zenden en ontvangen via { $relay }, sinds { $since }.
line-stopped = ! { $why }
line-next-try = Volgende poging vanzelf over { $left }. Het bureau blijft bruikbaar.
line-over = Laatste contact { $when }
line-moved = Verzonden: { $sent }, gelezen: { $read } pakketten.
line-broken-off = Afgebroken. Wat gedaan is, is veilig, en de rest gaat verder waar die staat.
line-gone = De koerier stopte ongevraagd. Wat niet bevestigd is, wacht hier nog: probeer opnieuw.
line-no-relay = Het domein noemt geen relay. Gebruik een stick: in 2 schrijft w en leest r. Er gaat niets verloren.
moved-sent = { $count ->
    [one] { $count } pakket verzonden, { $size }; ontvangstbewijzen: { $receipts }.
   *[other] { $count } pakketten verzonden, { $size }; ontvangstbewijzen: { $receipts }.
}
moved-read = { $count ->
    [one] { $count } pakket gelezen.
   *[other] { $count } pakketten gelezen.
}
moved-nothing = Er was niets te zenden en niets te lezen.
stick-done = Met de stick
stick-failed = ! Met de stick: { $why }

sent-nothing = Er is nog niets naar Brussel gegaan.
sent-answers = de politie antwoordde { $count } keer, laatst { $when }
sent-no-answer = De politie heeft u nog niet geantwoord.
sent-as-filed = Zoals het gemeld en ondertekend is; niemand kan het wijzigen.
sent-reviewed = Uw oordeel
sent-as-it-stood = Het ging zoals het was: de tijd was om
sent-grade = Beoordeling
sent-europol = Europol, afgeleid
sent-precedence = Voorrang
sent-signature-holds = Zojuist gecontroleerd: de handtekening klopt.
sent-signature-revoked = De handtekening klopt; de sleutels van de ondertekenaar zijn sindsdien uitgesloten.
sent-signature-gone = Niet gecontroleerd: de ledenlijst noemt de ondertekenaar niet meer. Bij aankomst klopte ze.
sent-signature-broken = De handtekening klopt niet, dus deze woorden worden niet getoond. Vertrouw niet op dit antwoord en meld het aan uw autoriteit.

packets-none = De relay heeft alles wat hier verzegeld is.
packets-all = { $count ->
    [one] { $count } pakket moet de relay nog bereiken, { $size }
   *[other] { $count } pakketten moeten de relay nog bereiken, { $size }
}
packet-line = { $what }, { $size }, verzegeld { $when } ({ $name })
packet-words = { $count ->
    [one] { $count } melding
   *[other] { $count } meldingen
}
packet-follows = wat op woorden volgt
packet-answers = antwoorden en berichten
packet-untried = nog niet geprobeerd
packet-tried = { $count ->
    [one] één keer geprobeerd, { $last }; { $done } is er
   *[other] { $count } keer geprobeerd, laatst { $last }; { $done } is er
}
packet-goes-on = Gaat verder met het volgende contact.
