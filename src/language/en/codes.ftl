# The names of codes: what a person, a vehicle, a tie or an answer is called. At most 20 columns.

# max 20
dimension-control = control
# max 20
dimension-behaviour = behaviour
# max 20
dimension-body = body
# max 20
dimension-documents = papers, promises
# max 20
dimension-transit = on the way
# max 20
dimension-site = places
# max 20
dimension-labour = work
# max 20
dimension-sexual = sexual exploitation
# max 20
dimension-child = children
# max 20
dimension-begging = begging, stealing
# max 20
dimension-domestic = household work
# max 20
dimension-organ = organs
# max 20
dimension-network = network
# max 20
dimension-own-forces = our own side

# max 20
phase-transit = on the way
# max 20
phase-stay-or-work = staying or working
# max 20
phase-recruitment = being recruited
# max 20
phase-unknown = not known

# max 20
kind-thb = trafficking
# max 20
kind-som = smuggling
# max 20
kind-both = both
# max 20
kind-unknown = not known

# max 20
protocol-form-labour = forced labour
# max 20
protocol-form-sexual = sexual exploitation
# max 20
protocol-form-childsex = child abuse
# max 20
protocol-form-child = trade in children
# max 20
protocol-form-immigration = illegal immigration
# max 20
protocol-form-organ = organ removal

# max 20
subject-category-suspect-presumed = presumed suspect
# max 20
subject-category-possible-victim = possible victim
# max 20
subject-category-witness = witness
# max 20
subject-category-companion-contact = companion, contact
# max 20
subject-category-own-personnel = own personnel
# max 20
subject-category-unknown = not known

# max 20
vehicle-type-car = car
# max 20
vehicle-type-van = van
# max 20
vehicle-type-minibus = minibus
# max 20
vehicle-type-bus = bus
# max 20
vehicle-type-lorry = lorry
# max 20
vehicle-type-trailer = trailer
# max 20
vehicle-type-motorcycle = motorcycle
# max 20
vehicle-type-boat = boat
# max 20
vehicle-type-other = other

# max 20
link-type-drives = drives
# max 20
link-type-inside = is in
# max 20
link-type-travels-with = travels with
# max 20
link-type-uses = uses
# max 20
link-type-directs = gives orders to
# max 20
link-type-belongs-to = belongs to
# max 20
link-type-seen-at = seen at
# max 20
link-type-other = other tie

# max 20
entity-kind-person = person
# max 20
entity-kind-vehicle = vehicle
# max 20
entity-kind-boat = boat
# max 20
entity-kind-phone = phone
# max 20
entity-kind-document = document
# max 20
entity-kind-place = place
# max 20
entity-kind-organisation = organisation

# max 20
tri-state-yes = yes
# max 20
tri-state-no = no
# max 20
tri-state-unknown = not known

# max 20
precedence-routine = routine
# max 20
precedence-priority = priority
# max 20
precedence-immediate = immediate
# max 20
precedence-flash = flash

# max 20
caveat-no-host-nation = not to host nation
# max 20
caveat-source-protection = protect the source
# max 20
caveat-medical = health
# max 20
caveat-minor = minor
# max 20
caveat-victim-identity = victim identity

# max 20
language-nl = Dutch
# max 20
language-fr = French
# max 20
language-de = German
# max 20
language-en = English

# max 20
role-observer = observer
# max 20
role-commander = commander
# max 20
role-relay = operations centre
# max 20
role-cell = trafficking cell
# max 20
role-integrity = independent desk
# max 20
role-authority = roster authority

# max 20
clock-unchecked = not compared
# max 20
clock-checked = right
# max 20
clock-doubtful = certainly wrong
