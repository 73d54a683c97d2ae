# Was die Polizei allen mitteilt, am Tisch des Kommandanten.

key-bulletins = Bulletins
help-sent-row = Auf einer Meldung oder einem Bulletin
help-bulletins = Bei den Bulletins der Polizei
bulletins-none = Noch sind keine Bulletins der Polizei gekommen.
bulletins-not-found = Kein Bulletin enthält diese Wörter. Esc nimmt sie weg.
bulletin-passed-down = { $count ->
    [0] an keinen Beobachter weitergegeben
    [one] an { $count } Beobachter weitergegeben
   *[other] an { $count } Beobachter weitergegeben
}
bulletin-to-nobody-yet = { $count ->
    [one] noch nicht an { $count } Beobachter weitergegeben
   *[other] noch nicht an { $count } Beobachter weitergegeben
}
bulletin-not-yet = { $to }, noch nicht an { $count }
bulletin-missing-here = { $count ->
    [one] Nummer { $numbers } derselben Dienststelle sollte auch hier sein und fehlt. Vielleicht kommt sie nur spät; bleibt sie aus, sagen Sie es Ihrer Behörde.
   *[other] Die Nummern { $numbers } derselben Dienststelle sollten auch hier sein und fehlen. Vielleicht kommen sie nur spät; bleiben sie aus, sagen Sie es Ihrer Behörde.
}
