# Die Räume neben dem Formular.

answers = Antworten
guide = Leitfaden
transfer = Übertragung
me = Ich
tab-new = neu
tab-wait = offen

search-prompt = Finde:
search-left = { $left } von { $all }
search-nothing = Keine Meldung enthält diese Wörter. Esc nimmt sie weg.

draft-age = { $days ->
    [one] Entwurf von gestern
   *[other] Entwurf, { $days } Tage alt
}
draft-old = ! { $days } Tage alt: Schreiben Sie ihn fertig, oder werfen Sie ihn mit d weg.
report-news = neu: { $who }, { $when }: { $what }

report-part = { $label }: { $text }
report-as-filed = Was Sie eingereicht haben. Es ist signiert, und niemand kann es ändern.
report-attachments = Anhänge
report-no-attachments = keine
report-copy-of = kleinere Kopie von { $number }
report-save-out = Um einen außerhalb zu sichern: vigilia report save-attachment
report-filed = Wie sie eingereicht wurde
report-filed-at = Eingereicht
report-clock = Uhr dieses Geräts
report-marking = Kennzeichnung
report-caveats = Bedingungen
report-list = Liste der Zeichen, Fassung
report-corrects = Sie ersetzt eine ältere Meldung von Ihnen.

no-answers =
    Noch keine Antworten.

    Was die Polizei erhielt, was daraus wurde und was Ihr Kommandant gern vollständiger hätte, steht dann hier. Es kommt mit einer Übertragung, und dieses Gerät prüft jede Signatur selbst.
answer-new = neu
answer-acknowledgement = die Polizei hat alles
answer-feedback = eine Antwort
answer-return = hätte es gern vollständiger
answer-about = { $count } Meldungen, { $first }-{ $last }
answer-about-none = keine Meldung von hier
answer-signer = { $callsign } ({ $role })
answer-signer-unknown = jemand, der nicht auf der Mitgliederliste steht
answer-signed = Signiert von { $who }, { $when }
answer-arrived = Auf diesem Gerät angekommen { $when }
answer-has-it = { $count ->
    [one] Die Polizei hat { $count } Meldung oder Datei von Ihnen, jedes Byte davon, und hat dafür signiert.
   *[other] Die Polizei hat { $count } Meldungen und Dateien von Ihnen, jedes Byte davon, und hat dafür signiert.
}
signature-holds = Die Signatur wurde eben auf diesem Gerät geprüft: Sie stimmt, und kein Buchstabe wurde verändert.
signature-revoked-since = Die Signatur stimmt. Die Schlüssel des Unterzeichners wurden seither ausgeschlossen; die Antwort galt, als sie kam. Sagen Sie es Ihrem Kommandanten, wenn sie Sie erstaunt.
signature-signer-gone = Nicht geprüft: Die Mitgliederliste auf diesem Gerät nennt den Unterzeichner nicht mehr. Die Signatur stimmte, als die Antwort kam. Nehmen Sie mit der nächsten Übertragung eine neuere Liste mit.
signature-broken = Die Signatur stimmt nicht: Das sind nicht die Worte, die signiert wurden, darum werden sie nicht gezeigt. Verlassen Sie sich nicht auf diese Antwort, und sagen Sie es Ihrem Kommandanten. Ihre Meldungen sind sicher.
refusal-not-authentic = Eines wurde nicht angenommen: Die Signatur stimmt nicht.
refusal-revoked = Eines wurde nicht angenommen: Die Schlüssel dieses Geräts waren ausgeschlossen.
refusal-forked = Eines wurde nicht angenommen: Eine andere Meldung trägt dieselbe Nummer. Sagen Sie es Ihrem Kommandanten.
refusal-unreadable = Eines wurde nicht angenommen: Es war dort nicht lesbar.
refusal-above-ceiling = Eines wurde nicht angenommen: Es ist höher gekennzeichnet, als dort erlaubt ist.

transfer-nothing = Nichts wartet: Alles, was Sie eingereicht haben, wurde übertragen.
transfer-waits = { $count ->
    [one] { $count } Meldung wartet auf die Übertragung.
   *[other] { $count } Meldungen warten auf die Übertragung.
}
transfer-packets = { $count ->
    [one] Versiegelt: { $count } Paket, { $size }.
   *[other] Versiegelt: { $count } Pakete, { $size }.
}
transfer-unpacked = Noch nicht versiegelt: { $count }. Das Schreiben versiegelt sie.
transfer-oldest = Die älteste wurde eingereicht { $when }.
transfer-last = Zuletzt übertragen { $when }.
transfer-never = Von diesem Gerät wurde noch nichts übertragen.
transfer-unconfirmed = { $count ->
    [one] { $count } Paket ist unterwegs; es bleibt auch hier, bis die Polizei dafür signiert hat.
   *[other] { $count } Pakete sind unterwegs; sie bleiben auch hier, bis die Polizei dafür signiert hat.
}
transfer-how = w schreibt, was wartet, auf einen Stick oder in einen Ordner für Ihren Kommandanten. r liest, was zurückkam. Pakete sind versiegelt: Wer den Stick findet, kann nichts lesen.
transfer-to-which = Auf welchen Stick, in welchen Ordner?
transfer-from-which = Von welchem Stick, aus welchem Ordner?
transfer-folder-hint = Tab zeigt die Sticks; ein Ordner wie /media/STICK
transfer-nothing-to-write = Es gab nichts zu schreiben.
transfer-stopped = ! Angehalten: { $done } von { $of } sind fertig und sicher. Der Rest bleibt hier; beginnen Sie neu, wann Sie wollen.
transfer-wrote = { $count ->
    [one] { $count } Paket: geschrieben, zurückgelesen, gleich.
   *[other] { $count } Pakete: geschrieben, zurückgelesen, gleich.
}
transfer-already = Lag schon dort: { $count }.
transfer-left-out = { $count ->
    [one] Für { $count } älteres Paket mit Antworten war kein Platz. Es liegt auf einem anderen Stick; geben Sie diesen weiter, oder nehmen Sie einen größeren.
   *[other] Für { $count } ältere Pakete mit Antworten war kein Platz. Sie liegen auf einem anderen Stick; geben Sie diesen weiter, oder nehmen Sie einen größeren.
}
transfer-take-out = Sie können den Stick jetzt abziehen und Ihrem Kommandanten geben.
transfer-nothing-there = Dort liegt nichts für Sie.
transfer-read = { $count ->
    [one] { $count } Paket gelesen, { $answers }.
   *[other] { $count } Pakete gelesen, { $answers }.
}
transfer-answers = { $count ->
    [0] ohne Antwort
    [one] mit { $count } Antwort
   *[other] mit { $count } Antworten
}
transfer-again = Schon früher gelesen: { $count }. Nichts zu tun.
transfer-roster = Eine neuere Mitgliederliste gilt jetzt: Nummer { $epoch }.
transfer-for-others = Für andere: { $count }. Sie blieben liegen.
transfer-set-aside = ! Beiseitegelegt ({ $what }): { $why }
transfer-slot-missing = { $count ->
    [one] ! Ein Paket eines Beobachters kam ohne sein Integritätsfach: sein Programm, oder jemand unterwegs, hat es herausgenommen. Sagen Sie es Ihrer Behörde.
   *[other] ! { $count } Pakete von Beobachtern kamen ohne ihr Integritätsfach: ihre Programme, oder jemand unterwegs, haben es herausgenommen. Sagen Sie es Ihrer Behörde.
}
transfer-refused = ! Nicht gelesen und dort gelassen ({ $what }): { $why }
transfer-failed = ! { $why }
aside-statement = Signatur oder Form ist nicht, wie sie sein soll; es ist verwahrt, wie es kam
aside-forked = eine andere Meldung trägt dieselbe Nummer; sagen Sie es Ihrem Kommandanten
aside-early = es spricht von etwas, das noch nicht da ist; es wird dann noch einmal gelesen
aside-foreign-commander = der Kommandant eines anderen Kontingents hat es unterzeichnet
aside-above-ceiling = es ist höher gekennzeichnet, als hier erlaubt ist
aside-not-for-this-desk = es ist nicht für diesen Arbeitsplatz
aside-not-taken = es widerspricht dem, was schon hier ist; es wird aufbewahrt, wie es kam
road-gone = Der Ordner { $folder } ist nicht da: Wurde der Stick abgezogen? Was nicht bestätigt wurde, ist noch hier. Stecken Sie ihn wieder ein und tun Sie dasselbe noch einmal.
road-read-only = Auf { $folder } kann nicht geschrieben werden. Nichts wurde kopiert, und alles ist noch hier. Nehmen Sie einen anderen Stick, oder nehmen Sie den Schreibschutz weg.
road-full = In { $folder } ist kein Platz mehr. Dieses Paket wurde nicht kopiert und ist noch hier. Schaffen Sie Platz, oder nehmen Sie einen anderen Stick.
road-unfaithful = { $folder } gab etwas anderes zurück, als geschrieben wurde. Das Paket ist noch hier. Nehmen Sie einen anderen Stick.
road-failed = { $folder } versagte ({ $why }). Was nicht bestätigt wurde, ist noch hier. Tun Sie dasselbe noch einmal, oder nehmen Sie einen anderen Stick.
road-midway = { $done } von { $of } sind fertig und sicher. Dann: { $why }

lent-write = Schreiben
lent-write-text = Jedes Paket wird geschrieben, auf dem Stick gesichert und zurückgelesen, ob es gleich ist. Lassen Sie den Stick stecken.
lent-read = Lesen
lent-read-text = Jedes Paket wird geöffnet, seine Signaturen werden geprüft, und was es bringt, wird gesichert. Vom Stick wird nichts weggenommen.
lent-passphrase = Eine andere Passphrase
lent-passphrase-text = Das dauert einige Sekunden und kann nicht auf halbem Weg angehalten werden.
lent-stopping = endet nach diesen Paketen

me-who = { $callsign }, Kontingent { $contingent }, Bereich { $realm }
me-key = Ihr Schlüssel: { $key }
me-roster = Mitgliederliste: Nummer { $epoch }, signiert { $when }
me-no-roster = ! Auf diesem Gerät ist noch keine Mitgliederliste, darum kann nichts übertragen werden. Was Sie schreiben, ist sicher.
me-clock-checked = Die Uhr stimmt mit dem letzten Wort aus Brüssel überein, { $when }.
me-clock-unchecked = Die Uhr lässt sich nicht vergleichen: Das letzte Wort aus Brüssel ist vom { $when }.
me-clock-doubtful = ! Die Uhr dieses Geräts geht falsch: Brüssel hat um { $when } etwas signiert, das ist später. Stellen Sie sie richtig, bevor Sie melden.
me-unsent = Nur auf diesem Gerät: Meldungen { $reports }, Entwürfe { $drafts }.
me-wipe = Notlöschung: { $first }, dann { $second }. Es wird vorher gefragt und gezeigt, was niemand sonst hat.
me-language = Sprache
me-theme = Farben
me-lock-after = Sperrt sich nach
me-passphrase = Andere Passphrase wählen
me-about = Über Vigilia
me-minutes = { $minutes ->
    [one] { $minutes } Minute ohne Taste
   *[other] { $minutes } Minuten ohne Taste
}
theme-dark = dunkel
theme-light = hell
theme-night = Nacht
theme-high-contrast = hoher Kontrast
theme-no-colour = ohne Farbe
passphrase-title = Eine andere Passphrase wählen
passphrase-old = Die jetzige
passphrase-new = Die neue
passphrase-again = Die neue noch einmal
passphrase-rule = Mindestens 12 Zeichen; einige Wörter, die nicht zusammengehören, merkt man sich leicht und errät man schwer. Eine vergessene Passphrase kann niemand wiederherstellen: Was nicht übertragen wurde, ist dann verloren.
passphrase-old-missing = Geben Sie zuerst die jetzige ein.
passphrase-too-short = Die neue hat weniger als { $least } Zeichen. Nichts wurde geändert.
passphrase-differs = Die beiden neuen unterscheiden sich. Nichts wurde geändert.
passphrase-changed = Die neue Passphrase öffnet dieses Gerät ab jetzt.
about-version = Vigilia { $version }
about-what = Es bringt, was Sie zufällig von Menschenhandel oder Schleusung sehen, zu den Polizisten, die handeln können, und bringt Ihnen deren Antwort zurück. Es folgt der Vereinbarung vom 20. März 2006 zwischen der belgischen Verteidigung und der Föderalen Polizei.
about-list = Liste der Zeichen: Fassung { $version }
about-approval = Liste und Leitfaden sind eigene Worte des Programms; die Zelle Menschenhandel der Föderalen Polizei muss sie noch billigen.
about-licence = Das Programm: Open-Source-Lizenz der Europäischen Union 1.2 (EUPL-1.2).
about-data = Die Orte und Grenzen darin:
