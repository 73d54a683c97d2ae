# What a commander sees and says while he reviews a report.

# Grades and codes, in the words of AJP-2.1 and of Europol.
source-a = völlig zuverlässig
source-b = gewöhnlich zuverlässig
source-c = ziemlich zuverlässig
source-d = gewöhnlich nicht zuverlässig
source-e = unzuverlässig
source-f = nicht zu beurteilen
information-1 = durch andere Quellen bestätigt
information-2 = wahrscheinlich wahr
information-3 = möglicherweise wahr
information-4 = zweifelhaft
information-5 = unwahrscheinlich
information-6 = nicht zu beurteilen
handling-h0 = gegen Verbrechen frei, wie das Gesetz erlaubt
handling-h1 = nicht vor Gericht ohne unsere Erlaubnis
handling-h2 = nicht weitergeben ohne unsere Erlaubnis
handling-h3 = andere Beschränkung, unten ausgeschrieben

# The statement. Labels stand in a column.
judge-source = Quelle
judge-information = Information
judge-handling = Behandlung
judge-restriction = Beschränkung (H3)
judge-restriction-hint = Was damit geschehen darf und was nicht.
judge-caveats = Auflagen
judge-precedence = Vorrang
judge-marking = Kennzeichnung
judge-comment = Ihre Bemerkung (darf leer bleiben)
judge-comment-hint = Für die Polizei. Das Original bleibt, wie es ist.
judge-told = Verständigt
judge-told-who = Wen, wann
judge-told-who-hint = örtlicher Polizeiposten, 1510
judge-acted = Handelten
judge-repeats = Gleich wie
judge-repeats-none = keine andere Meldung · Enter: wählen
judge-repeats-of = { $report } · beide gehen weiter
judge-grade = { $letter }  { $meaning }
judge-europol = Europol { $code }, abgeleitet; ein Polizeibeamter entscheidet
judge-europol-fairly = Europol { $code }, abgeleitet von „ziemlich zuverlässig“; ein Polizeibeamter entscheidet
judge-europol-none = kein Europol-Code abgeleitet: es ist eine Schlussfolgerung
judge-officials = Es betrifft Amtsträger: Es geht als H2, was immer hier steht.
judge-caveats-kept = vom Verfasser, und sie bleiben: { $caveats }
judge-awaits-release = Der Verfasser schlägt SOFORT vor. Nur Sie geben es frei.
judge-released = SOFORT: Es geht allein und sofort.
judge-restriction-needed = H3 braucht seine Beschränkung im Wortlaut; schreiben Sie sie, oder wählen Sie H0, H1 oder H2
judge-restriction-bad = eine Beschränkung hat höchstens 500 Zeichen; kürzen Sie sie
judge-comment-bad = dieser Text ist zu lang; kürzen Sie ihn

# The original.
review-original = Original, wie gezeichnet · noch { $left }
review-in-short = Ihre Erklärung: { $grade } { $handling } { $precedence }
review-report = { $who } Nr. { $number }
review-title = { $report } · { $goes }
review-goes = geht, wie es ist, in { $left }
review-goes-over = Zeit ist um: geht, wie es ist
review-goes-signed = unterschrieben, geht mit der nächsten Sendung
review-goes-gone = nach Brüssel gegangen
review-other = { $report }, genau wie unterschrieben
review-reading = Die Meldung wird gelesen.
original-signed = Unterschrieben von { $who }, jetzt geprüft
original-signed-revoked = Unterschrieben von { $who }, jetzt geprüft; seine Schlüssel wurden seither widerrufen. Es galt, als es ankam.
original-signer-gone = Unterschrieben von { $who }, der nicht mehr auf der Mitgliederliste steht: heute nicht zu prüfen. Bei der Ankunft wurde es geprüft.
original-broken = DIE UNTERSCHRIFT HÄLT NICHT. Was unten steht, ist nicht, was { $who } unterschrieben hat. Hier kann nichts darüber unterschrieben werden; verständigen Sie Ihre Operationszentrale.
original-received = bei Ihnen angekommen { $when }
original-rival = Auch eine andere Meldung trägt die Nummer { $number } dieses Verfassers. Beide gehen weiter; die Polizei sieht es.
original-repeats = { $more ->
    [0] { $report }: { $what } (r)
    [one] { $report }: { $what }; noch { $more } (r)
   *[other] { $report }: { $what }; noch { $more } (r)
}
original-marked-same = von Ihnen als gleich bezeichnet: { $reports }
original-observation = Was beobachtet wurde
original-facts = FAKTEN: was der Verfasser sah oder hörte
original-assessment = EINSCHÄTZUNG: was der Verfasser denkt
original-nothing = nichts
original-here = hier vorhanden
original-not-here = noch unterwegs
original-clock = Uhr des Verfassers
original-before = Zuvor
original-earlier = ergänzt Nummer { $number }, gemeldet { $when }
original-newer = eine neuere Fassung ist hier: Nummer { $number }, gemeldet { $when }; beide gehen weiter
original-returned = Nummer { $number } zurückgegeben { $when }: { $reason }
original-answered = Polizei, { $when }: { $what }

# Screening, for officers alone.
screening = Screening (IAO, Zwangsarbeit)
screening-caution = Eine Lesehilfe: Anzeichen beweisen nichts und widerlegen nichts, und niemand ist dadurch Opfer.
screening-line = { $letters } { $dimension }: { $state } (stark { $strong }, mittel { $medium }, schwach { $weak })
screening-nothing = Kein gewichtetes Anzeichen, was weder das eine noch das andere sagt.
screening-child = Gelesen mit den Gewichten für Minderjährige.
screening-awaits = Nicht gezählt, weil das Stadium unbekannt ist: { $count }.
ilo-deceptive-recruitment = täuschende Anwerbung
ilo-coercive-recruitment = erzwungene Anwerbung
ilo-vulnerable-recruitment = Anwerbung durch Ausnutzen von Not
ilo-exploitation = Ausbeutung
ilo-coercion-at-destination = Zwang vor Ort
ilo-vulnerability-at-destination = Ausnutzen von Not vor Ort
ilo-positive = positiv
ilo-negative = nicht genug
ilo-nothing-seen = nichts gesehen
ilo-all-elements = Alle Elemente der Regel: zuerst von einem Beamten zu lesen.
ilo-deception-and-exploitation = Täuschung und Ausbeutung, ohne Zwang vor Ort.
ilo-exploitation-only = Nur Ausbeutung: für sich eine Sache des Arbeitsrechts.
ilo-other-combination = Positive Dimensionen in einer Verbindung, die die Regel nicht nennt.
ilo-none-positive = Keine positive Dimension, was nichts beweist.

# What the signs call for: he is told, nothing is decided by it.
review-alert-suggests-immediate = Der Verfasser schlägt SOFORT vor; nur Sie geben es frei.
review-alert-danger-to-life = Ein Leben kann in Gefahr sein: Örtliche Hilfe geht jeder Meldung vor.
review-alert-local-help = Jemand kann jetzt Hilfe brauchen: Örtliche Hilfe geht jeder Meldung vor.
review-alert-first-aid = Jemand kann verletzt oder krank sein.
review-alert-minor = Jemand kann unter 18 sein.
review-alert-no-media = Was es beschreibt, wird nie fotografiert, kopiert oder weitergeschickt.
review-alert-no-host-nation = Nicht mit dem Gastland zu teilen.
review-alert-own-forces-area = Es war bei einem unserer eigenen Stützpunkte.

# Reports that repeat one another.
review-repeats = { $report } wiederholt diese Meldungen
review-repeats-text = Hingewiesen, nicht entschieden. Bezeichnen Sie eine als gleich, wo beide einen Vorfall melden; beide gehen nach Brüssel.
review-repeats-more = Es gibt mehr; die zeitlich nächsten stehen hier.
review-repeats-owed = gemeldet { $when }, hier
review-repeats-gone = gemeldet { $when }, nach Brüssel gegangen
review-repeat-same-words = gleicher Verfasser, gleiche Worte
review-repeat-same-sighting = gleicher Ort, gleiche Zeit ({ $metres } m, { $minutes } min) und Anzeichen: { $indicators }
review-repeat-shared = { $kind } gleich: { $mark }
review-repeat-perhaps-shared = { $kind } vielleicht gleich: { $mark }, nicht ganz gelesen
review-repeat-same-place = gleicher Ort, gleiche Zeit ({ $metres } m, { $minutes } min)
review-mark-plate = Kennzeichen
review-mark-phone = Telefonnummer
review-mark-document = Papiernummer
review-mark-boat = Bootsangabe

# Giving back.
give-back = { $report } zur Ergänzung zurückgeben
give-back-text = Sein Verfasser ergänzt es aus dem Gedächtnis und unterschreibt eine neuere Fassung. Es bleibt geschuldet: Es geht { $when } nach Brüssel, wie es ist, ob diese dann da ist oder nicht.
give-back-reason = Warum
give-back-reason-needed = wählen Sie einen Grund aus der Liste
give-back-note = Hinweis an den Verfasser (darf leer bleiben)
give-back-note-hint = Was der Meldung fehlt, nie wie zu bekommen.
give-back-note-needed = sagen Sie in wenigen Worten, was der Meldung fehlt
give-back-asks = „{ $words }“ schickt einen Soldaten aus, etwas in Erfahrung zu bringen, und das ist nie seine Aufgabe. Nichts wurde unterschrieben. Schreiben Sie, was der Meldung fehlt: „die Zahl der Menschen fehlt“, „die Zeit ist nicht lesbar“.

# Questions.
review-release = Als SOFORT freigeben?
review-release-text = Es wird unterschrieben und geht allein und sofort, vor allem, was wartet.
review-release-suggested = Der Verfasser schlägt SOFORT vor
review-release-suggested-text = Nur Sie geben es frei: Dann wird es unterschrieben und geht allein und sofort. Sonst wird es als VORRANGIG unterschrieben und geht mit der nächsten Sendung.
review-release-yes = freigeben
review-release-no = zurück
review-release-not = als VORRANGIG
review-release-read = weiterlesen

# Notices.
review-it = die Meldung
review-signed = Unterschrieben: { $report }, { $grade } { $handling } { $precedence }. u nimmt es zurück.
review-sealed = Für Brüssel versiegelt: { $report }, { $grade } { $handling } { $precedence }. Es gilt.
review-not-sealed = Unterschrieben, aber noch nicht versiegelt; der nächste Kontakt tut es. { $why }
review-taken-back = Zurückgenommen: Es wartet wieder auf Sie, und niemand sonst hatte es.
review-nothing-to-take-back = Nichts hier Unterschriebenes kann zurückgenommen werden.
review-given-back = Zurückgegeben. Es bleibt geschuldet und geht nach Ablauf, wie es ist.
review-kept = Begonnen, nicht unterschrieben; bleibt auf diesem Gerät, bis Sie es tun.
review-begun-again = Was Sie begonnen hatten, steht wieder da. Es ist noch nicht unterschrieben.
review-not-kept = Was Sie begonnen haben, konnte nicht behalten werden: { $why }
review-no-other = Es gibt keine andere Meldung zu beurteilen.
review-no-repeats = Keine andere Meldung hier wiederholt diese.
review-same = Als gleich wie { $report } bezeichnet; beide gehen weiter.
review-not-same = Nicht mehr als gleich bezeichnet.
review-not-signed = Nicht unterschrieben: { $why }
review-gone = Es ist nach Brüssel gegangen: Hier wird nichts mehr darüber unterschrieben.
review-not-a-duplicate = Jene ist schon als gleich wie diese bezeichnet; nichts wurde unterschrieben.
review-unverified = Seine Unterschrift hält nicht: Hier kann nichts darüber unterschrieben werden.

# Keys.
key-sign-next = zeichnen, weiter
key-to-statement = Ihre Erklärung
key-to-original = Original
key-give-back = zurück
key-give-it-back = zurückgeben
key-review-repeats = gleiche
key-choose-report = wählen
key-look = ansehen
key-same-as = ist gleich, oder nicht
key-take-back = zurücknehmen
key-next-line = nächste Zeile
key-next-owed = zur nächsten Meldung, ohne zu unterschreiben
key-previous-owed = zur vorigen Meldung, ohne zu unterschreiben

# Headings of the help.
help-reading = Während eine Meldung gelesen wird
help-original = Auf dem Original, beim Beurteilen
help-statement = In Ihrer Erklärung
help-on-repeats = Bei „Gleich wie“
help-repeats = In der Liste gleicher Meldungen
help-other-report = Während Sie eine andere Meldung ansehen
help-review-files = Bei den Anlagen einer Meldung
help-give-back = Während Sie eine Meldung zurückgeben
help-release = Wenn etwas SOFORT ist
help-suggested = Wenn der Verfasser SOFORT vorschlägt
