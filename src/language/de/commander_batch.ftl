# Was nach Brüssel geht, die Wege bei der Arbeit, und was gegangen ist.

key-forward = für Brüssel versiegeln
key-sync = senden und empfangen
key-line = andere Leitung
key-stick-write = auf einen Stick
key-stick-read = von einem Stick
key-hang-up = abbrechen
key-packets = Pakete
key-sent-reports = Meldungen
help-calling = Beim Senden und Empfangen
help-packets = Bei den Paketen unterwegs
help-sent-all = Beim Gesendeten, überall

batch-nothing = Nichts ist bereit zum Absenden.
batch-goes = Geht jetzt: { $reviewed } bewertet, { $unseen } wie sie sind.
batch-waiting = { $count ->
    [one] { $count } wartet auf Ihre Bewertung; sie geht von selbst { $when }, in { $left }.
   *[other] { $count } warten auf Ihre Bewertung; die erste geht von selbst { $when }, in { $left }.
}
batch-sealed-before = { $count ->
    [one] Vorher versiegelt und noch zu senden: { $count } Paket, { $size }.
   *[other] Vorher versiegelt und noch zu senden: { $count } Pakete, { $size }.
}
batch-takes = Auf { $line }: Worte { $words }
batch-takes-both = { $words }, dann was folgt { $rest }
batch-rate = { $rate } kbit/s
batch-measured = { $rate } kbit/s, gemessen { $when }
batch-no-line = Noch keine Leitung gemessen; l nimmt eine andere.
batch-alone = IMMEDIATE: allein und sofort
batch-together = Zusammen
batch-as-it-stands = wie sie ist
batch-files = { $count ->
    [one] { $count } Datei, { $size }
   *[other] { $count } Dateien, { $size }
}
batch-missing = { $count ->
    [one] { $count } Datei noch nicht hier
   *[other] { $count } Dateien noch nicht hier
}
batch-too-large = { $count ->
    [one] { $count } Datei zu groß, geht nicht mit
   *[other] { $count } Dateien zu groß, gehen nicht mit
}
batch-size = Worte versiegelt: { $size }
batch-size-files = { $count ->
    [one] { $before }; { $count } Datei: { $size }
   *[other] { $before }; { $count } Dateien: { $size }
}
batch-size-slots = { $before }; versiegelt für die Integritätsstelle: { $size }
batch-forwarded = Für Brüssel versiegelt: { $reports } Meldungen in { $packets } Paketen. y sendet.
batch-ask = Versiegeln, was jetzt geht?
batch-ask-text = Es wird für die Polizei in Brüssel versiegelt und geht mit dem nächsten Kontakt oder Stick. Danach lässt sich nichts davon zurücknehmen.
batch-ask-yes = versiegeln
batch-ask-no = noch nicht


lent-exchange = Der Stick wird gelesen und beschrieben
lent-exchange-text = Erst wird gelesen, was dort liegt, dann wird geschrieben, was wartet, und zurückgelesen. Was getan ist, ist sicher; lassen Sie den Stick stecken.
line-open = Senden und Empfangen über { $relay }, seit { $since }.
line-stopped = ! { $why }
line-next-try = Nächster Versuch von selbst in { $left }. Der Tisch bleibt benutzbar.
line-over = Letzter Kontakt { $when }
line-moved = Pakete gesendet: { $sent }, gelesen: { $read }.
line-broken-off = Abgebrochen. Was getan ist, ist sicher, und der Rest geht dort weiter, wo er steht.
line-gone = Der Kurier hat ungefragt aufgehört. Was nicht bestätigt ist, wartet noch hier: versuchen Sie es erneut.
line-no-relay = Der Bereich nennt kein Relay. Nehmen Sie einen Stick: in 2 schreibt w und liest r. Nichts geht verloren.
moved-sent = { $count ->
    [one] { $count } Paket gesendet, { $size }; Quittungen: { $receipts }.
   *[other] { $count } Pakete gesendet, { $size }; Quittungen: { $receipts }.
}
moved-read = { $count ->
    [one] { $count } Paket gelesen.
   *[other] { $count } Pakete gelesen.
}
moved-nothing = Es gab nichts zu senden und nichts zu lesen.
stick-done = Mit dem Stick
stick-failed = ! Mit dem Stick: { $why }

sent-nothing = Noch nichts ist nach Brüssel gegangen.
sent-answers = die Polizei hat { $count }-mal geantwortet, zuletzt { $when }
sent-no-answer = Die Polizei hat Ihnen noch nicht geantwortet.
sent-as-filed = Wie gemeldet und unterschrieben; niemand kann es ändern.
sent-reviewed = Ihre Bewertung
sent-as-it-stood = Ging, wie sie war: die Frist war um
sent-grade = Einstufung
sent-europol = Europol, abgeleitet
sent-precedence = Vorrang
sent-signature-holds = Eben geprüft: Die Unterschrift stimmt.
sent-signature-revoked = Die Unterschrift stimmt; die Schlüssel des Unterzeichners wurden seither gesperrt.
sent-signature-gone = Nicht geprüft: Die Mitgliederliste nennt den Unterzeichner nicht mehr. Bei der Ankunft stimmte sie.
sent-signature-broken = Die Unterschrift stimmt nicht, darum werden diese Worte nicht gezeigt. Verlassen Sie sich nicht darauf und melden Sie es Ihrer Behörde.

packets-none = Das Relay hat alles, was hier versiegelt wurde.
packets-all = { $count ->
    [one] { $count } Paket muss das Relay noch erreichen, { $size }
   *[other] { $count } Pakete müssen das Relay noch erreichen, { $size }
}
packet-line = { $what }, { $size }, versiegelt { $when } ({ $name })
packet-words = { $count ->
    [one] { $count } Meldung
   *[other] { $count } Meldungen
}
packet-follows = was auf Worte folgt
packet-answers = Antworten und Nachrichten
packet-untried = noch nicht versucht
packet-tried = { $count ->
    [one] einmal versucht, { $last }; { $done } sind dort
   *[other] { $count }-mal versucht, zuletzt { $last }; { $done } sind dort
}
packet-goes-on = Geht mit dem nächsten Kontakt weiter.
