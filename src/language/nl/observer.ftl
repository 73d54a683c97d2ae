# Het bureau van de waarnemer.

reports = Meldingen
new-report = Nieuwe melding
report-number = Melding { $number }
newer-version = Nieuwere versie van een melding
indicators = Wat zag of hoorde u toch al?
no-reports =
    Nog geen meldingen.

    Druk op n om er een te beginnen. Het duurt een minuut: wanneer, waar en wat volstaan. Alles wat u schrijft, wordt meteen op dit toestel bewaard, en niemand ziet het voor u het indient.

    Wat de politie antwoordt, komt hier bovenaan.
loading = Uw meldingen worden gelezen.
words-of-police = Politie
words-of-commander = Uw commandant
by-cell = Federale Politie, cel mensenhandel ({ $desk }), { $when }
by-commander = Uw commandant, { $when }
no-answer-yet = Nog geen antwoord. Het verschijnt hier en bovenaan in de lijst.
returned-advice = Vul aan uit het geheugen: druk op c voor een nieuwere versie. Tot dan telt deze.
too-small = Dit venster is te klein: { $columns } x { $rows }. Vigilia heeft { $needed-columns } x { $needed-rows } nodig. Maak het venster groter of de letters kleiner. Wat u schreef, is bewaard.

when = Wanneer
when-hint = nu, -20m, 1430, 1400-1430, 211430ZNOV26
where = Waar
where-hint = grid, graden, of de naam van een plaats
in-words = In tekst
in-words-hint = naast de positie: bij het tankstation
how-far = Meter ernaast
how-far-hint = cijfers
known-from = Bron
duty = Dienst
what = Wat
what-hint = Enter: kies wat past   o: gewoon vreemd
men = Mannen
women = Vrouwen
boys = Jongens
girls = Meisjes
unknown = Onbek.
facts = Feiten: wat ik zag of hoorde
facts-hint = Uiterlijk, kledij, plaat (? indien niet gelezen), kleur, richting, woorden. Tab: verder.
assessment = Beoordeling: wat ik denk (mag leeg blijven)
assessment-hint = Apart van de feiten bewaard. Tab: verder.
urgency = Spoed
urgency-none = geen keuze
urgency-routine = routine
urgency-priority = voorrang
urgency-immediate = dringend
urgency-suggested = DRINGEND wordt voorgesteld door wat u koos. U beslist; uw commandant geeft vrij.

just-odd = gewoon vreemd
picked-odd = gewoon vreemd   Enter: kies wat past
picked = { $count } gekozen   Enter: wijzigen
picked-and-odd = { $count } gekozen, vreemd   Enter: wijzigen
known-by = { $label } ({ $basis })
and-more = { $label } +{ $more }
nothing-yet = nog niets geschreven
no-place = nog geen plaats
no-time = nog geen tijd
kept-as-words = bewaard als tekst, zonder positie
time-understood = { $time }, { $precision }
second-notation = { $notation }, ±{ $error } m
alternative-grid = ook geschreven als { $reference }

pick-prompt = Typ om te beperken:
pick-hint = papieren, busje, kind, van, mineur …
pick-nothing = Niets in de lijst bevat deze woorden. "Gewoon vreemd" is ook een goed antwoord: Ctrl-O, en schrijf bij Feiten wat u zag.

still-needed = Nodig om in te dienen
ready = Indienen kan: Ctrl-F
missed-most = Een agent zou missen
missed-limit = (wat u al weet)

part-when = wanneer
part-where = waar
part-duty = dienst
part-what = wat
part-who = wie
part-facts = feiten

missed-exact-time = het uur op de minuut
missed-position = grid of graden
missed-position-error = hoeveel meter ernaast
missed-plate = de plaat, ook een deel
missed-counts = hoeveel personen
missed-facts = uw eigen woorden (Feiten)
missed-description = uiterlijk, kleur, richting

alert-own-forces = Eigen mensen: blijft een concept op dit toestel, niemand hoort ervan.
alert-local-help = Eerst plaatselijke hulp: die kan nu nodig zijn. De melding kan wachten.
alert-suggests-immediate = DRINGEND wordt voorgesteld. U kiest, bij Spoed.
alert-first-aid = Eerste hulp als u kunt, en verwittig de hospik.
alert-no-media = Zulke beelden nooit fotograferen, kopiëren of doorsturen. Alleen woorden.

file = Deze melding indienen?
file-text = Ze wordt als de uwe getekend, kan niet meer worden gewijzigd, en gaat met de volgende overdracht naar uw commandant, die ze aan de politie moet doorgeven.
file-yes = indienen
file-no = nog niet
not-yet = Nog niet volledig
not-yet-yes = breng mij daarheen
discard = Dit concept weggooien?
discard-text = Niemand anders heeft het gezien, en het komt niet meer terug.
discard-yes = weggooien
discard-no = houden
own-forces = Dit gaat over onze eigen mensen
own-forces-text =
    Een melding over eigen mensen mag niet langs uw commandant. De weg die ze van hem weghoudt, is nog niet open, dus kan deze melding hier niet worden ingediend: ze blijft een concept op dit toestel, en niemand verneemt dat ze bestaat.

    U kunt de federale ombudsman rechtstreeks bereiken.
own-forces-yes = kiezen, blijft concept
own-forces-no = niet kiezen

draft-kept = Het concept is bewaard.
discarded = Het concept is weggegooid.
filed = Ingediend als uw nummer { $number }. Ze gaat mee met de volgende overdracht.
quoted = "{ $text }"
kept-but = { $count ->
    [one] Het concept is bewaard, maar { $fields } is niet begrepen en niet bewaard.
   *[other] Het concept is bewaard, maar { $fields } zijn niet begrepen en niet bewaard.
}
not-saved = Niet bewaard: { $field }; er volgt een nieuwe poging, tweemaal Ctrl-C stopt zonder. { $why }
