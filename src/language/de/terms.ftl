# Die Wörter der Arbeit: Codes geschlossener Listen, Stand einer Meldung, Zeiten.

duty-checkpoint = Kontrolle
duty-patrol = Streife
duty-guard = Wache
duty-convoy = Konvoi
duty-other = sonstige

basis-saw-myself = selbst gesehen, gehört
basis-device-recorded = von Gerät aufgezeichnet
basis-told-by-eyewitness = von einem Augenzeugen
basis-hearsay = vom Hörensagen
basis-my-conclusion = meine Schlussfolgerung

method-gps = GPS
method-map = Karte
method-estimate = Auge

precision-exact = genau
precision-about = ungefähr
precision-period = irgendwann dazwischen

time-in-future = das liegt nach der Uhr dieses Geräts noch vor uns
time-long-ago = das ist mehr als dreißig Tage her

obstacle-time = wann es war
obstacle-place = wo es war; „nahe …“ genügt
obstacle-substance = was es war: ein Anzeichen, „nur seltsam“ oder ein Satz
obstacle-own-forces = es geht um eigene Leute, darum bleibt es hier ein Entwurf
obstacle-no-media = was es meldet, darf nie kopiert werden; nehmen Sie die Anlagen weg

field-observed = die Zeit
field-place = der Ort
field-duty = der Dienst
field-phase = die Phase
field-suspected = der Verdacht
field-forms = die Formen der Ausbeutung
field-counts = die Zahl der Personen
field-indicators = die Anzeichen
field-entities = Personen und Fahrzeuge
field-links = die Verbindungen
field-facts = die Fakten
field-assessment = die Einschätzung
field-aggravators = die erschwerenden Umstände
field-local-authority = die örtliche Behörde
field-scene = Ort und Gegenstände
field-attachments = die Anlagen
field-precedence = die Dringlichkeit
field-language = die Sprache

calendar-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mär
    [4] Apr
    [5] Mai
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Okt
    [11] Nov
   *[12] Dez
}
instant = { $day } { $time }

standing-draft = Entwurf, nur Sie sehen ihn
standing-filed = wartet auf die Übertragung
standing-handed-over = beim Kdt
standing-returned = zurück an Sie
standing-superseded = ersetzt
standing-reviewed = Kdt: gelesen
standing-forwarded = nach Brüssel
standing-received = in Brüssel
standing-acknowledged = bei der Polizei
standing-answered = beantwortet
standing-since = { $standing } { $since }

status-received = angekommen, wird gelesen
status-needs-more = mehr würde helfen, falls Sie es im normalen Dienst wieder sehen
status-linked-to-known = gehört zu einem bekannten Fall
status-under-investigation = Ermittlungen laufen
status-passed-abroad = an die Polizei eines anderen Landes gegeben
status-no-action = ohne weitere Schritte
status-closed-result = abgeschlossen, mit Ergebnis
status-because = { $status }: { $why }

no-action-no-offence = nach dem geltenden Recht keine Straftat
no-action-too-vague = zu wenig, um etwas zu tun
no-action-already-known = alles war schon bekannt
no-action-out-of-competence = eine andere Behörde ist zuständig
no-action-passed-to-local = die örtliche Polizei hat es
no-action-resources = im Augenblick ist niemand dafür frei

returned-time-unclear = die Zeit ist unklar
returned-place-unclear = der Ort ist unklar
returned-counts-missing = die Zahl der Personen fehlt
returned-basis-missing = es steht nicht da, woher Sie es wissen
returned-facts-mixed = Fakten und Einschätzung stehen in einem Text
returned-attachment-unreadable = eine Anlage lässt sich nicht öffnen
returned-other = aus dem Grund darunter
