# The contingent: who is out there, who comes and who goes.

people-empty = No observer belongs to your contingent yet. n enrols whoever brings you the file that "vigilia member request" wrote on his device.
people-nobody-left = Nobody is called like this. Esc shows all again.
people-count = 
    { $count ->
        [one] { $count } observer
       *[other] { $count } observers
    }
people-count-quiet = { $count } not heard for { $days } days
people-count-missing = 
    { $count ->
        [one] { $count } report missing
       *[other] { $count } reports missing
    }
# max 17
people-head-who = Observer
# max 12
people-head-contact = Last contact
# max 9
people-head-filed = Filed
# max 9
people-head-here = Here
# max 9
people-head-police = Open
# max 16
people-head-standing = Standing
# max 12
people-never = never
# max 12
people-today = today
people-days = { $days } d ago
# max 16
people-on-roster = on the roster
# max 16
people-vouched = enrolled here
# max 17
people-void = keys void
people-missing = 
    { $count ->
        [one] { $count } of his reports is missing here.
       *[other] { $count } of his reports are missing here.
    }
people-down = 
    { $count ->
        [one] { $count } answer waits to go down to him.
       *[other] { $count } answers wait to go down to him.
    }
people-one-contact = Something of his last came: { $when }
people-one-reports = Reports he says he filed: { $filed }; here: { $here }
people-one-police = Of those here the police have not yet answered: { $count }
people-one-down = Waiting for him: { $waiting } not packed yet, { $packed } packed and not taken by any road
people-one-until = His last day: { $until }
people-one-missing = { $count } missing. He may still have them, or they are on a stick: what waits with him is to be handed over. The cell sees the same gap.
people-one-void = His keys are void: { $why }, since { $since }. Reports up to number { $number } are still taken.
people-nobody-in-hand = Select somebody whose keys are good.
people-which-request = Which request file? His device wrote it.
people-request-hint = a path such as /media/STICK/request; Tab completes it
people-which-folder = He is enrolled. Which folder is the file for his device to go to?
people-folder-hint = a folder that can be written to
people-not-placed = He is enrolled, but has no file to install. Enrol him once more with the same request to write it.
people-asks = { $who } asks to be enrolled
people-asks-contingent = Contingent: { $contingent }
people-asks-when = Asked, by his clock: { $when }
people-asks-compare = Compare this with what stands under Me on his own screen, by voice or side by side. Whoever holds these keys signs as this observer.
people-asks-already = He is a member already; this lengthens his time.
people-asks-replaces = He takes the place of { $who }, whose device is lost: its keys become void with this.
people-asks-until = You vouch for him until { $until }; a roster that names him lasts longer.
people-days-field = For how many days?
people-no-days = Say for how many days, at least one.
people-revoke = Make the keys of { $who } void
people-revoke-what = This is final. What was taken from him stays. From the number below on nothing of his is taken any more, here, at the relay and at the cell, as soon as each of them hears of it: exchange right after.
people-from-field = From report number
people-from-hint = empty: after those that are here
people-revoked = The keys of { $who } are void from report { $number } on. Exchange now, so that relay and cell hear of it.
people-placed = { $who } is enrolled
people-placed-until = Until { $until }.
people-placed-file = The file for his device lies here:
people-placed-next = Give it to him. On his device "vigilia member install" with this file is all he needs. Relay and cell hear of him with your next exchange; until then he hands his reports in by hand.
people-sure-enrol-title = Enrol
people-sure-revoke-title = Make keys void
people-sure-enrol = You have compared the fingerprint, and { $who } is who he says he is?
people-sure-replace = You have compared the fingerprint of { $who }? The keys of his old device become void with this, which is final.
people-sure-revoke = { $who } is refused everywhere from then on: { $why }. This is final.
people-sure-yes = yes
people-sure-no = no, nothing is changed
fault-no-request = This file holds no request that counts in this realm. Nothing was changed; "vigilia member request" writes the right one.
help-contingent-one = One observer
help-contingent-asked = Somebody asks to be enrolled
help-contingent-leaving = Keys are to become void
help-contingent-last = The last question
# max 54
key-enrol = enrol
# max 54
key-lost-device = lost device
# max 54
key-revoke = make keys void
# max 54
key-not-after-all = not after all
