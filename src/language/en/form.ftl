# The form of a report, and what it shows back.

# The form: its labels and hints. Labels stand in a column; choices and hints beside them.

# max 8
things = Who/what
# max 41
things-hint = p person v vehicle t phone   Enter: all
things-described = { $count } described   Enter: change
# max 8
stood-at = I stood
# max 41
stood-at-hint = if elsewhere: grid, degrees or a town
stood-at-words = only a position can be kept here; type a town and take it with ↓ and Enter, or leave it empty
place-first = first write at "Where" where it was; this is kept beside it
# max 17
school = School in 350 m
# max 8
phase = Stage
# max 9
suspected = May be
# max 8
forms = Forms
# max 17
looked-minor = Looked under 18
# max 17
acted-together = 3+ acted together
# max 17
official = Official involved
# max 17
life-at-risk = Life at risk
yes-suggested = "yes" fits what you picked or counted; you choose
# max 19
local-told = Local police told
# max 9
local-who = Which one
# max 41
local-who-hint = which post, and when: bridge post, 1510
# max 17
local-acted = They acted
# max 8
scene = Scene
# max 41
scene-hint = objects and place: left, moved, taken
# max 8
files = Files
# max 41
files-hint = Enter: attach what you have already
files-attached = { $count } attached   Enter: change
# max 41
files-forbidden = no files: never copy this; words only
saved-at = { $here } · saved { $time }
part-particulars = marks

# What is shown back.

town-taken = taken: the middle of { $name } ({ $country }), ±{ $error } m
# max 78
map-needs-position = There is no map without a position: grid, degrees, or a town taken at "Where".
# max 34
map-title = Where it was

# What must be read, what is missed, what is worth a thought.

remark = "{ $text }": { $why }

# A picked indicator.

# max 78
pick-first = Pick it first with Enter.
# max 13
detail-basis = How you know
# max 13
detail-subject = Shown by
subject-none = nobody in particular
# max 13
detail-note = Note
# max 50
note-hint = a few words, if you like

# Persons and things.

# max 34
things-title = Who and what
things-none = Nobody and nothing is described yet. It may stay so.
things-keys = p person   v vehicle   b boat   t telephone   d document   l place   g organisation
# max 78
thing-limit = Only what you saw or heard anyway. What you do not know stays empty.
thing-needs = this one must be filled in; "not read" will do
# max 78
thing-not-kept = Not kept yet: one field is needed. Esc again leaves without it.
# max 56
take-out = Take it out of the report?
take-out-text = Its ties go with it; indicators it showed stay, about nobody in particular.
# max 24
take-out-yes = take it out
# max 14
tie = Tie
# max 14
tie-to = To
tie-hint = choose a tie and another of this report, if you saw one
tie-enter = Enter ties the two
tie-untie = tied; Enter unties the two
# max 14
person-looks = Looks
# max 60
person-looks-hint = build, hair, clothing, marks
# max 14
person-age = Age
# max 60
person-age-hint = as it looked: “about 30”, “under 18”
# max 14
person-language = Language
# max 60
person-language-hint = heard anyway; “not recognised” is fine
# max 14
person-nationality = Nationality
# max 60
person-nationality-hint = only as shown on a paper or told, never guessed
# max 14
person-name = Name
# max 60
person-name-hint = only as shown or told
# max 14
vehicle-plate = Plate
# max 60
vehicle-plate-hint = ? for each character you did not read
# max 14
vehicle-country = Country
# max 60
vehicle-country-hint = as read on the plate
# max 14
vehicle-make = Make
# max 60
vehicle-make-hint = make and model, as far as you know
# max 14
vehicle-colour = Colour
# max 60
vehicle-colour-hint = as you saw it; “dark” is fine
# max 14
vehicle-direction = Direction
# max 60
vehicle-direction-hint = where it was going when you last saw it
# max 14
vehicle-description = Description
# max 60
vehicle-description-hint = dents, stickers, load, anything that sets it apart
# max 14
boat-plate = Hull mark
# max 60
boat-plate-hint = name or number; ? for what you did not read
# max 14
boat-country = Flag
# max 60
boat-country-hint = country as shown
# max 14
boat-make = Kind
# max 60
boat-make-hint = rubber, wood, fishing boat, length, engine
# max 14
phone-number = Number
# max 60
phone-number-hint = as you saw it; ? for a digit you did not read
# max 14
phone-description = Seen where
# max 60
phone-description-hint = on a slip, on a screen, on a wall
# max 14
document-kind = Type
# max 60
document-kind-hint = passport, identity card, permit, contract …
# max 14
document-number = Number
# max 60
document-number-hint = ? for each character you did not read
# max 14
document-country = Country
# max 60
document-country-hint = said to have issued it
# max 14
document-description = What was odd
# max 60
document-description-hint = photo, print, date, whose name
# max 14
organisation-name = Name
# max 60
organisation-name-hint = as shown on a sign, a vehicle, a paper
# max 14
person-category = May be
# max 14
vehicle-kind = Type
# max 60
boat-description-hint = people on board, life jackets, anything else
# max 60
place-description-hint = what and where it is, as seen from outside
# max 60
organisation-description-hint = anything else you saw or heard of it

# Files.

# max 34
files-title = Files
files-none = Nothing is attached.
files-limits = Only what you have already; never of children. At most { $count } files of { $size }; large ones travel after the words.
file-line = { $kind }, { $size }, { $digest }
file-with-copy = { $kind }, { $size }, copy { $copy }, { $digest }
# max 10
path = File:
# max 60
path-hint = where it is, such as /media/stick/…; Tab completes
# max 78
path-first = Type where the file is; Tab completes.
# max 78
file-attached = Attached as it is; its fingerprint was taken first.
# max 78
file-taken-off = Taken off this report.
no-preview = No picture to show.
suggests-time = The camera says it was { $time }. F4 takes that for "When", as about.
suggests-clock = The camera’s clock showed { $time }, of no known zone. F4 takes it as local time for "When", as about.
suggests-place = The camera says { $place }, ±{ $error } m. F5 takes that for "Where".
# max 78
no-time-in-file = No camera wrote a time into this file.
# max 78
no-place-in-file = No camera wrote a position into this file.
time-taken = Taken for "When": { $time }
place-taken = Taken for "Where": { $place }

# What the keys of the form do.

# max 54
key-take-name = take this place
# max 54
key-choose-name = choose a place
# max 54
key-choose-before = the place before, or none
# max 54
key-next-block = next block
# max 54
key-previous-block = to the block before
# max 54
key-map = the large map
# max 54
key-closer = closer
# max 54
key-wider = wider
# max 54
key-details = more
# max 54
key-next-or-done = next field; done behind the last
# max 54
key-next-or-tie = next, or tie
# max 54
key-done = done
# max 54
key-person = person
# max 54
key-vehicle = vehicle
# max 54
key-boat = boat
# max 54
key-phone = telephone
# max 54
key-document = paper
# max 54
key-place = place
# max 54
key-organisation = organisation
# max 54
key-take-out = take out
# max 54
key-attach = attach
# max 54
key-take-time = time
# max 54
key-take-place = place
# max 54
key-take-off = take off

# Headings of the help.

help-form-everywhere = Everywhere in the form
help-names = Where places are offered
help-name-chosen = On an offered place
help-picked = About a picked indicator
help-kinds = At "Who/what"
help-things = In the list of who and what
help-thing = One person or thing
help-files = In the files
help-map = On the map
