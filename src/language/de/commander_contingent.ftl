# Das Kontingent: wer da ist, wer kommt und wer geht.

people-empty = Noch gehört kein Beobachter zu Ihrem Kontingent. n nimmt auf, wer Ihnen die Datei bringt, die „vigilia member request“ auf seinem Gerät geschrieben hat.
people-nobody-left = Niemand heißt so. Esc zeigt wieder alle.
people-count = 
    { $count ->
        [one] { $count } Beobachter
       *[other] { $count } Beobachter
    }
people-count-quiet = { $count } seit { $days } Tagen nicht gehört
people-count-missing = 
    { $count ->
        [one] { $count } Meldung fehlt
       *[other] { $count } Meldungen fehlen
    }
people-head-who = Beobachter
people-head-contact = Kontakt
people-head-filed = Gemeldet
people-head-here = Hier
people-head-police = Offen
people-head-standing = Stand
people-never = nie
people-today = heute
people-days = vor { $days } T
people-on-roster = auf der Liste
people-vouched = hier aufgenommen
people-void = Schlüssel nichtig
people-missing = 
    { $count ->
        [one] { $count } seiner Meldungen fehlt hier.
       *[other] { $count } seiner Meldungen fehlen hier.
    }
people-down = 
    { $count ->
        [one] { $count } Antwort wartet auf den Weg zu ihm.
       *[other] { $count } Antworten warten auf den Weg zu ihm.
    }
people-one-contact = Zuletzt kam etwas von ihm: { $when }
people-one-reports = Meldungen, die er nach eigener Zählung abgab: { $filed }; hier: { $here }
people-one-police = Davon von der Polizei noch nicht beantwortet: { $count }
people-one-down = Für ihn wartet: { $waiting } noch nicht verpackt, { $packed } verpackt und noch auf keinem Weg
people-one-until = Sein letzter Tag: { $until }
people-one-missing = { $count } fehlen. Vielleicht hat er sie noch, oder sie liegen auf einem Stick: was bei ihm wartet, ist noch abzugeben. Die Zelle sieht dieselbe Lücke.
people-one-void = Seine Schlüssel sind nichtig: { $why }, seit { $since }. Meldungen bis Nummer { $number } werden noch angenommen.
people-nobody-in-hand = Wählen Sie jemanden mit gültigen Schlüsseln.
people-which-request = Welche Antragsdatei? Sein Gerät hat sie geschrieben.
people-request-hint = ein Pfad wie /media/STICK/request; Tab ergänzt
people-which-folder = Er ist aufgenommen. In welchen Ordner soll die Datei für sein Gerät?
people-folder-hint = ein Ordner, in den geschrieben werden kann
people-not-placed = Er ist aufgenommen, hat aber keine Datei zum Installieren. Nehmen Sie ihn mit demselben Antrag noch einmal auf, um sie zu schreiben.
people-asks = { $who } bittet um Aufnahme
people-asks-contingent = Kontingent: { $contingent }
people-asks-when = Gestellt, nach seiner Uhr: { $when }
people-asks-compare = Vergleichen Sie dies mit dem, was auf seinem eigenen Bildschirm unter Ich steht, mündlich oder nebeneinander. Wer diese Schlüssel hat, unterschreibt als dieser Beobachter.
people-asks-already = Er ist schon Mitglied; dies verlängert seine Zeit.
people-asks-replaces = Er tritt an die Stelle von { $who }, dessen Gerät verloren ist: dessen Schlüssel werden damit nichtig.
people-asks-until = Sie bürgen für ihn bis { $until }; eine Liste, die ihn nennt, gilt länger.
people-days-field = Für wie viele Tage?
people-no-days = Sagen Sie, für wie viele Tage, mindestens einen.
people-revoke = Die Schlüssel von { $who } für nichtig erklären
people-revoke-what = Das ist endgültig. Was von ihm angenommen wurde, bleibt. Ab der Nummer unten wird nichts mehr von ihm angenommen, hier, beim Relais und bei der Zelle, sobald jedes davon hört: tauschen Sie gleich danach aus.
people-from-field = Ab Meldung Nummer
people-from-hint = leer: nach denen, die hier sind
people-revoked = Die Schlüssel von { $who } sind ab Meldung { $number } nichtig. Tauschen Sie jetzt aus, damit Relais und Zelle es hören.
people-placed = { $who } ist aufgenommen
people-placed-until = Bis { $until }.
people-placed-file = Die Datei für sein Gerät liegt hier:
people-placed-next = Geben Sie sie ihm. Auf seinem Gerät genügt „vigilia member install“ mit dieser Datei. Relais und Zelle hören von ihm mit Ihrem nächsten Austausch; bis dahin gibt er seine Meldungen von Hand ab.
people-sure-enrol-title = Aufnehmen
people-sure-revoke-title = Schlüssel für nichtig erklären
people-sure-enrol = Sie haben den Fingerabdruck verglichen, und { $who } ist, wer er zu sein sagt?
people-sure-replace = Sie haben den Fingerabdruck von { $who } verglichen? Die Schlüssel seines alten Geräts werden damit nichtig, endgültig.
people-sure-revoke = { $who } wird von da an überall abgewiesen: { $why }. Das ist endgültig.
people-sure-yes = ja
people-sure-no = nein, nichts ändert sich
fault-no-request = Diese Datei enthält keinen Antrag, der in diesem Bereich zählt. Nichts wurde geändert; „vigilia member request“ schreibt die richtige.
help-contingent-one = Ein Beobachter
help-contingent-asked = Jemand bittet um Aufnahme
help-contingent-leaving = Schlüssel sollen nichtig werden
help-contingent-last = Die letzte Frage
key-enrol = aufnehmen
key-lost-device = Gerät verloren
key-revoke = Schlüssel nichtig
key-not-after-all = doch nicht
