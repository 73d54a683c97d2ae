# Die Namen der Codes.

dimension-control = Zwang, Aufsicht
dimension-behaviour = Verhalten
dimension-body = Körper
dimension-documents = Papiere, Versprechen
dimension-transit = unterwegs
dimension-site = Orte
dimension-labour = Arbeit
dimension-sexual = sexuelle Ausbeutung
dimension-child = Kinder
dimension-begging = Betteln, Stehlen
dimension-domestic = Arbeit im Haushalt
dimension-organ = Organe
dimension-network = Netzwerk
dimension-own-forces = eigene Seite

phase-transit = unterwegs
phase-stay-or-work = Aufenthalt, Arbeit
phase-recruitment = Anwerbung
phase-unknown = nicht bekannt

kind-thb = Menschenhandel
kind-som = Menschenschmuggel
kind-both = beides
kind-unknown = nicht bekannt

protocol-form-labour = Zwangsarbeit
protocol-form-sexual = sexuelle Ausbeutung
protocol-form-childsex = Kindesmissbrauch
protocol-form-child = Kinderhandel
protocol-form-immigration = illegale Einreise
protocol-form-organ = Organentnahme

subject-category-suspect-presumed = möglich verdächtig
subject-category-possible-victim = mögliches Opfer
subject-category-witness = Zeuge oder Zeugin
subject-category-companion-contact = Begleitung, Kontakt
subject-category-own-personnel = eigenes Personal
subject-category-unknown = nicht bekannt

vehicle-type-car = Auto
vehicle-type-van = Lieferwagen
vehicle-type-minibus = Kleinbus
vehicle-type-bus = Bus
vehicle-type-lorry = Lkw
vehicle-type-trailer = Anhänger
vehicle-type-motorcycle = Motorrad
vehicle-type-boat = Boot
vehicle-type-other = anderes

link-type-drives = lenkt
link-type-inside = ist in
link-type-travels-with = reist mit
link-type-uses = benutzt
link-type-directs = gibt Befehle an
link-type-belongs-to = gehört zu
link-type-seen-at = gesehen bei
link-type-other = andere Verbindung

entity-kind-person = Person
entity-kind-vehicle = Fahrzeug
entity-kind-boat = Boot
entity-kind-phone = Telefon
entity-kind-document = Dokument
entity-kind-place = Ort
entity-kind-organisation = Organisation

tri-state-yes = ja
tri-state-no = nein
tri-state-unknown = nicht bekannt

precedence-routine = Routine
precedence-priority = vorrangig
precedence-immediate = sofort
precedence-flash = Blitz

caveat-no-host-nation = nicht an Gastland
caveat-source-protection = Quelle schützen
caveat-medical = Gesundheit
caveat-minor = minderjährig
caveat-victim-identity = Opferidentität

language-nl = Niederländisch
language-fr = Französisch
language-de = Deutsch
language-en = Englisch

role-observer = Beobachter
role-commander = Kommandant
role-relay = Einsatzzentrale
role-cell = Zelle Menschenhandel
role-integrity = unabhängige Stelle
role-authority = Mitgliederliste

clock-unchecked = nicht verglichen
clock-checked = richtig
clock-doubtful = sicher falsch
