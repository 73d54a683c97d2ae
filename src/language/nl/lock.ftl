# Het vergrendelde scherm, de vergrendeling en het wissen.

lock-title = Vigilia · vergrendeld
lock-what = Vigilia brengt wat u zag of hoorde van mensenhandel naar de politie, en brengt u hun antwoord.
lock-closed = Dit profiel is vergrendeld. Zonder de wachtzin kan niemand er iets van lezen.
lock-passphrase = Wachtzin
lock-empty = typ ze hier en druk op Enter
lock-checking = Openen: ze wordt nagekeken, ongeveer 1 seconde
lock-wrong = Verkeerde wachtzin; er is niets veranderd. Let op hoofdletters en op de indeling van het toetsenbord.
lock-too-soon = Te veel verkeerde wachtzinnen; deze is niet geprobeerd.
lock-wait = { $seconds ->
    [one] De volgende kan over { $seconds } seconde geprobeerd worden.
   *[other] De volgende kan over { $seconds } seconden geprobeerd worden.
}
lock-hint = F12 vergrendelt de open werkplek meteen, op elk scherm. Ze vergrendelt ook zichzelf als niemand een toets indrukt.
lock-idle = { $minutes ->
    [one] De werkplek heeft zichzelf vergrendeld: { $minutes } minuut lang werd geen toets ingedrukt.
   *[other] De werkplek heeft zichzelf vergrendeld: { $minutes } minuten lang werd geen toets ingedrukt.
}
lock-kept = Wat u aan het schrijven was, is bewaard.
lock-not-kept = Niet bewaard bij het vergrendelen, en weg: { $fields }. De rest van het concept is er nog. { $why }
locks-soon = De werkplek vergrendelt zich zo; met elke toets blijft ze open.
key-unlock = openen
key-clear = leegmaken
key-lock = meteen vergrendelen
key-wipe = alles wissen
help-guard = Overal, ook terwijl u schrijft

wipe-title = Dit profiel wissen?
wipe-reports = { $count ->
    [one] { $count } melding
   *[other] { $count } meldingen
}
wipe-drafts = { $count ->
    [one] { $count } concept
   *[other] { $count } concepten
}
wipe-now = Alleen op dit toestel: { $reports } en { $drafts }. Wissen vernietigt die en al het andere in dit profiel, voorgoed.
wipe-when-last-open = Alleen op dit toestel, toen het laatst open was: { $reports } en { $drafts }. Wissen vernietigt die en al het andere in dit profiel, voorgoed.
wipe-unknown = Wat alleen op dit toestel staat, kan niet geteld worden zolang het vergrendeld is. Wissen vernietigt alles in dit profiel, voorgoed.
wipe-yes = nu wissen
wipe-no = of een andere toets: nee
wipe-elsewhere = Een ander venster toont het nog: sluit dat.
