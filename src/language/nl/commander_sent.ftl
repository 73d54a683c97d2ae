# Wat de politie aan iedereen meedeelt, aan de tafel van de commandant.

key-bulletins = bulletins
help-sent-row = Op een melding of een bulletin
help-bulletins = Bij de bulletins van de politie
bulletins-none = Er zijn nog geen bulletins van de politie gekomen.
bulletins-not-found = Geen bulletin bevat deze woorden. Esc neemt ze weg.
bulletin-passed-down = { $count ->
    [0] aan geen waarnemer doorgegeven
    [one] aan { $count } waarnemer doorgegeven
   *[other] aan { $count } waarnemers doorgegeven
}
bulletin-to-nobody-yet = { $count ->
    [one] nog aan { $count } waarnemer door te geven
   *[other] nog aan { $count } waarnemers door te geven
}
bulletin-not-yet = { $to }, nog niet aan { $count }
bulletin-missing-here = { $count ->
    [one] Nummer { $numbers } van dezelfde dienst hoort hier ook te zijn en is er niet. Misschien is het alleen laat; blijft het weg, zeg het dan uw autoriteit.
   *[other] Nummers { $numbers } van dezelfde dienst horen hier ook te zijn en zijn er niet. Misschien zijn ze alleen laat; blijven ze weg, zeg het dan uw autoriteit.
}
