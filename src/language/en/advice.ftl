# What must be read before going on, what an officer would miss, what is pointed out in a text.
# max 78
alert-danger-to-life = Somebody’s life may be in danger: get local help first, then report.
# max 78
alert-minor = Under 18: “looked under 18” is enough, nothing more is needed.
# max 78
alert-no-host-nation = Not shared with the host nation; the report carries that caveat.
# max 78
alert-own-forces-area = Near one of our own bases: the report says so.

# max 24
missed-when = when, at least about
# max 24
missed-where = where, at least about
# max 24
missed-what = what struck you
# max 24
missed-age = how old the child looked
# max 24
missed-direction = which way it went
# max 24
missed-phone-number = the number, even in part
# max 24
missed-who-told = who told it, in a word
# max 24
missed-phase = on the way or staying

remark-origin = names origin; leave it out unless it is needed
remark-religion = names belief; leave it out unless it is needed
remark-politics = names a political opinion; leave it out unless it is needed
remark-union = names a trade union; leave it out unless it is needed
remark-health = names an illness; write only what was plain to see
remark-sex-life = names sex life or orientation; leave it out unless it is needed
remark-biometrics = names fingerprints or genes; leave it out unless it is needed
remark-investigating = reads as if you had done more than your normal duty; write only what you saw or heard anyway
remark-conclusion = is a conclusion; it belongs under what you think
