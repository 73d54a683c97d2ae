# De wachtrij van de commandant: wat Brussel nog te goed heeft.

queue-empty = Er staat niets open: elke melding is naar Brussel vertrokken.
queue-nothing-left = Geen openstaande melding bevat dit. Esc toont er weer meer.
queue-set-back = De klok van dit toestel is teruggezet. De tijd die deze meldingen al hadden verbruikt, blijft verbruikt.

# Bovenaan, met telkens een punt ertussen.

queue-count-owed = { $count } open
queue-count-new = { $count } nieuw
queue-count-returned = { $count } teruggegeven
queue-count-completed = { $count } aangevuld
queue-count-reviewed = { $count } beoordeeld
queue-count-over = { $count } voorbij
queue-soonest = de eerste gaat zoals ze is over { $left }

# Eén soort alleen.

queue-only = Alleen: { $kind }
queue-only-all = alle
queue-only-new = nieuw
queue-only-returned = teruggegeven
queue-only-completed = aangevuld
queue-only-over = tijd voorbij
queue-only-reviewed = beoordeeld

# In een rij. De tijd die rest staat in een smalle kolom.

queue-over = voorbij
queue-state-new = nieuw
queue-state-returned = teruggegeven
queue-state-completed = aangevuld
queue-state-reviewed = gelezen
queue-graded = { $grade } { $state }

# Onder een rij.

queue-suggested = IMMEDIATE voorgesteld: alleen u geeft dat vrij.
queue-suggested-minor = IMMEDIATE voorgesteld, iemand onder de 18: alleen u geeft dat vrij.
queue-minor = Er werd iemand onder de 18 geteld.
queue-goes-now = De tijd is voorbij: ze gaat met de volgende bundel zoals ze is, F6.
queue-superseded = Er is een nieuwere versie; deze gaat mee.
queue-completes = Een nieuwere versie van { $report }, die meegaat.
queue-completes-gone = Een nieuwere versie van een die al vertrokken is.
queue-report = { $who } nr. { $number }
queue-one-gone = een die al vertrokken is
queue-one-report = één melding
repeat-words = dezelfde woorden als { $report }
repeat-sighting = misschien dezelfde waarneming als { $report }: { $metres } m en { $minutes } min uit elkaar
repeat-plate = zelfde nummerplaat als { $report }: { $mark }
repeat-plate-perhaps = misschien dezelfde nummerplaat als { $report }: { $mark }
repeat-phone = zelfde telefoon als { $report }: { $mark }
repeat-document = zelfde document als { $report }: { $mark }
repeat-boat = zelfde boot als { $report }: { $mark }
repeat-place = zelfde plaats en tijd als { $report }: { $metres } m en { $minutes } min uit elkaar
repeat-and-more = { $why } (nog { $more })
repeat-and-many-more = { $why } (nog { $more } en meer)

# Wat een toets deed.

queue-taken-back = De beoordeling van { $report } is ingetrokken; ze staat weer open.
queue-nothing-to-take-back = Er is geen beoordeling om in te trekken: kies een melding die beoordeeld is.

# Toetsen.

key-review = beoordelen
key-kind = één soort
key-kind-back = één soort alleen, andersom
key-widen = woorden wegnemen, daarna elke soort tonen
