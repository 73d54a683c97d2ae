# Der gesperrte Bildschirm, die Sperre und das Löschen.

lock-title = Vigilia · gesperrt
lock-what = Vigilia bringt der Polizei, was Sie von Menschenhandel gesehen oder gehört haben, und Ihnen deren Antwort.
lock-closed = Dieses Profil ist gesperrt. Ohne seine Passphrase kann niemand etwas darin lesen.
lock-passphrase = Passphrase
lock-empty = hier eingeben, dann Enter
lock-checking = Öffnen: sie wird geprüft, etwa eine Sekunde
lock-wrong = Falsche Passphrase; nichts wurde geändert. Achten Sie auf Großschreibung und Tastaturbelegung.
lock-too-soon = Zu viele falsche Passphrasen; diese wurde nicht geprüft.
lock-wait = { $seconds ->
    [one] Die nächste wird in { $seconds } Sekunde angenommen.
   *[other] Die nächste wird in { $seconds } Sekunden angenommen.
}
lock-hint = F12 sperrt den offenen Arbeitsplatz sofort, auf jedem Bildschirm. Er sperrt sich auch selbst, wenn niemand eine Taste drückt.
lock-idle = { $minutes ->
    [one] Der Arbeitsplatz hat sich selbst gesperrt: { $minutes } Minute lang keine Taste.
   *[other] Der Arbeitsplatz hat sich selbst gesperrt: { $minutes } Minuten lang keine Taste.
}
lock-kept = Was Sie gerade schrieben, ist gesichert.
lock-not-kept = Beim Sperren nicht gesichert und verloren: { $fields }. Der Rest des Entwurfs ist da. { $why }
locks-soon = Der Arbeitsplatz sperrt sich gleich; jede Taste hält ihn offen.
key-unlock = öffnen
key-clear = leeren
key-lock = sofort sperren
key-wipe = alles löschen
help-guard = Überall, auch während Sie schreiben

wipe-title = Dieses Profil löschen?
wipe-reports = { $count ->
    [one] { $count } Meldung
   *[other] { $count } Meldungen
}
wipe-drafts = { $count ->
    [one] { $count } Entwurf
   *[other] { $count } Entwürfe
}
wipe-now = Nur auf diesem Gerät: { $reports } und { $drafts }. Löschen vernichtet sie und alles andere in diesem Profil, für immer.
wipe-when-last-open = Nur auf diesem Gerät, als es zuletzt offen war: { $reports } und { $drafts }. Löschen vernichtet sie und alles andere in diesem Profil, für immer.
wipe-unknown = Was nur auf diesem Gerät liegt, kann nicht gezählt werden, solange es gesperrt ist. Löschen vernichtet alles in diesem Profil, für immer.
wipe-yes = jetzt löschen
wipe-no = oder andere Taste: nein
wipe-elsewhere = Ein anderes Fenster zeigt es noch: schließen Sie es.
