# De namen van codes.

dimension-control = dwang en toezicht
dimension-behaviour = gedrag
dimension-body = lichaam
dimension-documents = papieren, beloften
dimension-transit = onderweg
dimension-site = plaatsen
dimension-labour = werk
dimension-sexual = seksuele uitbuiting
dimension-child = kinderen
dimension-begging = bedelen, stelen
dimension-domestic = werk in huishouden
dimension-organ = organen
dimension-network = netwerk
dimension-own-forces = onze eigen mensen

phase-transit = onderweg
phase-stay-or-work = verblijf of werk
phase-recruitment = aanwerving
phase-unknown = niet bekend

kind-thb = mensenhandel
kind-som = mensensmokkel
kind-both = allebei
kind-unknown = niet bekend

protocol-form-labour = dwangarbeid
protocol-form-sexual = seksuele uitbuiting
protocol-form-childsex = kindermisbruik
protocol-form-child = kinderhandel
protocol-form-immigration = illegale immigratie
protocol-form-organ = wegname van organen

subject-category-suspect-presumed = mogelijke verdachte
subject-category-possible-victim = mogelijk slachtoffer
subject-category-witness = getuige
subject-category-companion-contact = metgezel, contact
subject-category-own-personnel = eigen personeel
subject-category-unknown = niet bekend

vehicle-type-car = auto
vehicle-type-van = bestelwagen
vehicle-type-minibus = minibus
vehicle-type-bus = bus
vehicle-type-lorry = vrachtwagen
vehicle-type-trailer = aanhangwagen
vehicle-type-motorcycle = motorfiets
vehicle-type-boat = boot
vehicle-type-other = ander

link-type-drives = bestuurt
link-type-inside = zit in
link-type-travels-with = reist met
link-type-uses = gebruikt
link-type-directs = geeft bevelen aan
link-type-belongs-to = hoort bij
link-type-seen-at = gezien bij
link-type-other = andere band

entity-kind-person = persoon
entity-kind-vehicle = voertuig
entity-kind-boat = boot
entity-kind-phone = telefoon
entity-kind-document = document
entity-kind-place = plaats
entity-kind-organisation = organisatie

tri-state-yes = ja
tri-state-no = nee
tri-state-unknown = niet bekend

precedence-routine = routine
precedence-priority = prioriteit
precedence-immediate = onmiddellijk
precedence-flash = flash

caveat-no-host-nation = niet naar gastland
caveat-source-protection = bron beschermen
caveat-medical = gezondheid
caveat-minor = minderjarig
caveat-victim-identity = slachtoffergegevens

language-nl = Nederlands
language-fr = Frans
language-de = Duits
language-en = Engels

role-observer = waarnemer
role-commander = commandant
role-relay = operatiecentrum
role-cell = cel mensenhandel
role-integrity = onafhankelijk bureau
role-authority = ledenbeheer

clock-unchecked = niet vergeleken
clock-checked = juist
clock-doubtful = zeker fout
