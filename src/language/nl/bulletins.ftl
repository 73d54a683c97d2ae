# Bulletins: wat de politie aan iedereen van een contingent meedeelt.

bulletin-newsletter = nieuwsbrief
bulletin-briefing = briefing
bulletin-syllabus = leidraad
bulletin-headline = { $kind } { $number }: { $title }
bulletin-until = tot { $day }
bulletin-expired = verlopen { $day }
bulletin-replaced = vervangen
bulletin-everybody = aan iedereen
bulletin-in-force = Geldig van { $from } tot { $until }
bulletin-is-expired = Niet meer geldig; blijft hier om na te lezen.
bulletin-is-replaced = Een nieuwer bulletin is in de plaats gekomen; dit blijft om na te lezen.
bulletin-other-language = Dit bulletin werd niet in uw taal geschreven.
bulletin-missing = { $count ->
    [one] Nummer { $numbers } van dezelfde dienst hoort hier ook te zijn en is er niet. Misschien is het alleen laat; blijft het weg, zeg het dan uw commandant.
   *[other] Nummers { $numbers } van dezelfde dienst horen hier ook te zijn en zijn er niet. Misschien zijn ze alleen laat; blijven ze weg, zeg het dan uw commandant.
}
no-bulletins = Nog geen bulletins. Ze komen mee met een overdracht.
