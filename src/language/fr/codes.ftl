# Les noms des codes.

dimension-control = emprise
dimension-behaviour = comportement
dimension-body = corps
dimension-documents = papiers, promesses
dimension-transit = en route
dimension-site = lieux
dimension-labour = travail
dimension-sexual = exploit. sexuelle
dimension-child = enfants
dimension-begging = mendicité, vols
dimension-domestic = travail domestique
dimension-organ = organes
dimension-network = réseau
dimension-own-forces = nos propres forces

phase-transit = en route
phase-stay-or-work = séjour ou travail
phase-recruitment = recrutement
phase-unknown = inconnu

kind-thb = traite
kind-som = trafic de migrants
kind-both = les deux
kind-unknown = inconnu

protocol-form-labour = travail forcé
protocol-form-sexual = exploit. sexuelle
protocol-form-childsex = abus d’enfants
protocol-form-child = traite d’enfants
protocol-form-immigration = immigration illégale
protocol-form-organ = prélèvement d’organe

subject-category-suspect-presumed = suspect présumé
subject-category-possible-victim = victime possible
subject-category-witness = témoin
subject-category-companion-contact = compagnon, contact
subject-category-own-personnel = notre personnel
subject-category-unknown = inconnu

vehicle-type-car = voiture
vehicle-type-van = camionnette
vehicle-type-minibus = minibus
vehicle-type-bus = autocar, bus
vehicle-type-lorry = camion
vehicle-type-trailer = remorque
vehicle-type-motorcycle = moto
vehicle-type-boat = bateau
vehicle-type-other = autre

link-type-drives = conduit
link-type-inside = est dans
link-type-travels-with = voyage avec
link-type-uses = utilise
link-type-directs = donne des ordres à
link-type-belongs-to = appartient à
link-type-seen-at = vu à
link-type-other = autre lien

entity-kind-person = personne
entity-kind-vehicle = véhicule
entity-kind-boat = bateau
entity-kind-phone = téléphone
entity-kind-document = document
entity-kind-place = lieu
entity-kind-organisation = organisation

tri-state-yes = oui
tri-state-no = non
tri-state-unknown = inconnu

precedence-routine = routine
precedence-priority = prioritaire
precedence-immediate = immédiat
precedence-flash = flash

caveat-no-host-nation = pas au pays hôte
caveat-source-protection = protéger la source
caveat-medical = santé
caveat-minor = mineur
caveat-victim-identity = identité de victime

language-nl = néerlandais
language-fr = français
language-de = allemand
language-en = anglais

role-observer = observateur
role-commander = commandant
role-relay = centre d’opérations
role-cell = cellule traite
role-integrity = service indépendant
role-authority = gestion des membres

clock-unchecked = non comparée
clock-checked = juste
clock-doubtful = fausse, c’est sûr
