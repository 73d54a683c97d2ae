# Der Arbeitsplatz des Beobachters.

reports = Meldungen
new-report = Neue Meldung
report-number = Meldung { $number }
newer-version = Neuere Fassung einer Meldung
indicators = Was haben Sie gesehen, gehört?
no-reports =
    Noch keine Meldungen.

    Drücken Sie n, um eine zu beginnen. Es dauert eine Minute: wann, wo und was genügen. Alles, was Sie schreiben, wird sofort auf diesem Gerät gesichert, und niemand sieht es, bevor Sie es einreichen.

    Was die Polizei antwortet, steht dann hier ganz oben.
loading = Ihre Meldungen werden gelesen.
words-of-police = Polizei
words-of-commander = Ihr Kommandant
by-cell = Föderale Polizei, Zelle Menschenhandel ({ $desk }), { $when }
by-commander = Ihr Kommandant, { $when }
no-answer-yet = Noch keine Antwort. Sie erscheint hier und ganz oben in der Liste.
returned-advice = Ergänzen Sie aus dem Gedächtnis: c für eine neuere Fassung. Bis dahin gilt diese.
too-small = Dieses Fenster ist zu klein: { $columns } x { $rows }. Vigilia braucht { $needed-columns } x { $needed-rows }. Machen Sie das Fenster größer oder die Schrift kleiner. Was Sie schrieben, ist gesichert.

when = Wann
when-hint = jetzt, -20m, 1430, 211430ZNOV26
where = Wo
where-hint = MGRS, Grade oder Name eines Ortes
in-words = Worte
in-words-hint = neben der Position: an der Tankstelle
how-far = Meter daneben
how-far-hint = Ziffern
known-from = Quelle
duty = Dienst
what = Was
what-hint = Enter: wählen, was passt  o: nur seltsam
men = Männer
women = Frauen
boys = Jungen
girls = Mädchen
unknown = Unklar
facts = Fakten: was ich sah oder hörte
facts-hint = Aussehen, Kleidung, Kennzeichen (? für Ungelesenes), Farbe, Richtung, Worte. Tab: weiter.
assessment = Einschätzung: was ich denke (darf leer bleiben)
assessment-hint = Getrennt von den Fakten. Tab: weiter.
urgency = Eile
urgency-none = keine
urgency-routine = Routine
urgency-priority = vorrangig
urgency-immediate = sofort
urgency-suggested = SOFORT wird durch Ihre Wahl vorgeschlagen. Sie entscheiden; Ihr Kommandant gibt frei.

just-odd = nur seltsam
picked-odd = nur seltsam   Enter: wählen, was passt
picked = { $count } gewählt   Enter: ändern
picked-and-odd = { $count } gewählt, seltsam   Enter: ändern
known-by = { $label } ({ $basis })
and-more = { $label } +{ $more }
nothing-yet = noch nichts geschrieben
no-place = noch kein Ort
no-time = ohne Zeit
kept-as-words = als Worte behalten, ohne Position
time-understood = { $time }, { $precision }
second-notation = { $notation }, ±{ $error } m
alternative-grid = auch { $reference } geschrieben

pick-prompt = Tippen grenzt ein:
pick-hint = Papiere, Kleinbus, Kind, mineur …
pick-nothing = Nichts in der Liste enthält diese Wörter. „Nur seltsam“ ist auch eine gute Antwort: Ctrl-O, und schreiben Sie unter Fakten, was Sie sahen.

still-needed = Noch nötig
ready = Einreichen geht: Ctrl-F
missed-most = Es würde fehlen
missed-limit = (was Sie schon wissen)

part-when = wann
part-where = wo
part-duty = Dienst
part-what = was
part-who = wer
part-facts = Fakten

missed-exact-time = die Zeit auf die Minute
missed-position = MGRS oder Grade
missed-position-error = wie viele Meter daneben
missed-plate = Kennzeichen, auch Teile
missed-counts = wie viele Personen
missed-facts = Ihre Worte (Fakten)
missed-description = Aussehen, Farbe, Richtung

alert-own-forces = Eigene Leute: bleibt ein Entwurf auf diesem Gerät, niemand erfährt es.
alert-local-help = Erst Hilfe vor Ort holen: vielleicht jetzt nötig. Die Meldung kann warten.
alert-suggests-immediate = SOFORT wird vorgeschlagen. Sie wählen, unter Eile.
alert-first-aid = Erste Hilfe, wenn Sie können, und den Sanitäter verständigen.
alert-no-media = Solche Bilder nie fotografieren, kopieren, weitergeben. Nur Worte.

file = Diese Meldung einreichen?
file-text = Sie wird als Ihre unterschrieben, kann nicht mehr geändert werden und geht mit der nächsten Übertragung an Ihren Kommandanten, der sie an die Polizei weitergeben muss.
file-yes = einreichen
file-no = noch nicht
not-yet = Noch nicht vollständig
not-yet-yes = dorthin
discard = Diesen Entwurf wegwerfen?
discard-text = Niemand sonst hat ihn gesehen, und er kommt nicht zurück.
discard-yes = wegwerfen
discard-no = behalten
own-forces = Hier geht es um eigene Leute
own-forces-text =
    Eine Meldung über eigene Leute darf nicht über Ihren Kommandanten gehen. Der Weg, der sie von ihm fernhält, ist noch nicht offen; darum kann diese Meldung hier nicht eingereicht werden: sie bleibt ein Entwurf auf diesem Gerät, und niemand erfährt, dass es sie gibt.

    Den Föderalen Ombudsmann können Sie direkt erreichen.
own-forces-yes = wählen, bleibt Entwurf
own-forces-no = nicht wählen

draft-kept = Der Entwurf ist gesichert.
discarded = Der Entwurf ist weggeworfen.
filed = Eingereicht als Ihre Nummer { $number }. Sie geht mit der nächsten Übertragung.
quoted = „{ $text }“
kept-but = { $count ->
    [one] Entwurf gesichert, aber { $fields } wurde nicht verstanden und nicht gesichert.
   *[other] Entwurf gesichert, aber { $fields } wurden nicht verstanden und nicht gesichert.
}
not-saved = Nicht gesichert: { $field }; ein neuer Versuch folgt, zweimal Ctrl-C geht ohne. { $why }
