# Enrolling, revoking, and what comes of it. The reasons have at most 20 columns.

# max 20
revocation-reason-lost = device lost
# max 20
revocation-reason-stolen = device stolen
# max 20
revocation-reason-compromised = keys known
# max 20
revocation-reason-left = has left
# max 20
revocation-reason-mistaken = mistake
# max 20
revocation-reason-other = other
aside-revoked = its author's keys are revoked, and it came after that; it is kept as it came
aside-member = it says of a member what its author may not say, or what cannot be
fault-not-mine = This request is not for an observer of your contingent. Nothing was changed; an authority can approve it.
fault-already-over = That last day is over already. Nothing was changed.
fault-clock-behind = The clock of this device stands before the centre's newest word. Nothing was changed: set the clock, then enrol.
fault-name-taken = Another member has that callsign. Nothing was changed: take another, or name him whose place is taken.
fault-void-keys = Those keys were revoked, which is final. Nothing was changed; a new profile makes new ones.
fault-not-his = You can enrol and revoke observers of your own contingent alone. Nothing was changed.
