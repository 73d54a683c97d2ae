# Der Eingang des Kommandanten: was Brüssel noch zusteht.

queue-empty = Nichts steht aus: Jede Meldung ist nach Brüssel gegangen.
queue-nothing-left = Keine offene Meldung enthält das. Esc zeigt wieder mehr.
queue-set-back = Die Uhr dieses Geräts wurde zurückgestellt. Die Zeit, die diese Meldungen verbraucht hatten, bleibt verbraucht.

# Oben, mit einem Punkt dazwischen.

queue-count-owed = { $count } offen
queue-count-new = { $count } neu
queue-count-returned = { $count } zurückgegeben
queue-count-completed = { $count } ergänzt
queue-count-reviewed = { $count } bewertet
queue-count-over = { $count } abgelaufen
queue-soonest = die nächste geht, wie sie ist, in { $left }

# Eine Art allein.

queue-only = Nur: { $kind }
queue-only-all = alle
queue-only-new = neu
queue-only-returned = zurückgegeben
queue-only-completed = ergänzt
queue-only-over = Frist abgelaufen
queue-only-reviewed = bewertet

# In einer Zeile. Die Zeit, die bleibt, steht in einer schmalen Spalte.

queue-over = vorbei
queue-state-new = neu
queue-state-returned = zurück
queue-state-completed = ergänzt
queue-state-reviewed = bewertet
queue-graded = { $grade } { $state }

# Unter einer Zeile.

queue-suggested = IMMEDIATE vorgeschlagen: Nur Sie geben es frei.
queue-suggested-minor = IMMEDIATE vorgeschlagen, jemand ist unter 18: Nur Sie geben es frei.
queue-minor = Es wurde jemand unter 18 gezählt.
queue-goes-now = Frist abgelaufen: Sie geht mit dem nächsten Bündel, wie sie ist, F6.
queue-superseded = Eine neuere Fassung ist hier; diese geht mit.
queue-completes = Eine neuere Fassung von { $report }, die mitgeht.
queue-completes-gone = Eine neuere Fassung einer Meldung, die schon gegangen ist.
queue-report = { $who } Nr. { $number }
queue-one-gone = eine, die schon gegangen ist
queue-one-report = einer Meldung
repeat-words = gleiche Worte wie { $report }
repeat-sighting = vielleicht dieselbe Beobachtung wie { $report }: { $metres } m und { $minutes } Min. auseinander
repeat-plate = gleiches Kennzeichen wie { $report }: { $mark }
repeat-plate-perhaps = vielleicht das gleiche Kennzeichen wie { $report }: { $mark }
repeat-phone = gleiche Telefonnummer wie { $report }: { $mark }
repeat-document = gleiches Dokument wie { $report }: { $mark }
repeat-boat = gleiches Boot wie { $report }: { $mark }
repeat-place = gleicher Ort und gleiche Zeit wie { $report }: { $metres } m und { $minutes } Min. auseinander
repeat-and-more = { $why } (noch { $more })
repeat-and-many-more = { $why } (noch { $more } und mehr)

# Was eine Taste bewirkte.

queue-taken-back = Die Bewertung von { $report } ist zurückgenommen; sie steht wieder aus.
queue-nothing-to-take-back = Keine Bewertung zum Zurücknehmen: Wählen Sie eine bewertete Meldung.

# Tasten.

key-review = bewerten
key-kind = eine Art
key-kind-back = eine Art allein, andersherum
key-widen = Wörter wegnehmen, dann jede Art zeigen
