# Bulletins: was die Polizei allen eines Kontingents mitteilt.

bulletin-newsletter = Rundbrief
bulletin-briefing = Lagebericht
bulletin-syllabus = Merkblatt
bulletin-headline = { $kind } { $number }: { $title }
bulletin-until = bis { $day }
bulletin-expired = abgelaufen { $day }
bulletin-replaced = ersetzt
bulletin-everybody = an alle
bulletin-in-force = Gültig von { $from } bis { $until }
bulletin-is-expired = Nicht mehr gültig; bleibt hier zum Nachlesen.
bulletin-is-replaced = Ein neueres Bulletin ist an seine Stelle getreten; dieses bleibt zum Nachlesen.
bulletin-other-language = Dieses Bulletin wurde nicht in Ihrer Sprache geschrieben.
bulletin-missing = { $count ->
    [one] Nummer { $numbers } derselben Dienststelle sollte auch hier sein und fehlt. Vielleicht kommt sie nur spät; bleibt sie aus, sagen Sie es Ihrem Kommandanten.
   *[other] Die Nummern { $numbers } derselben Dienststelle sollten auch hier sein und fehlen. Vielleicht kommen sie nur spät; bleiben sie aus, sagen Sie es Ihrem Kommandanten.
}
no-bulletins = Noch keine Bulletins. Sie kommen mit einer Übertragung.
