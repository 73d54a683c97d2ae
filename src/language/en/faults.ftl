# Why something was not understood or not done, for the person at the desk.

# Words.

text-empty = Nothing is written there.
text-too-long = That is longer than { $limit } characters; make it shorter.
text-control = That holds characters that would act on the screen; write it without them.

# Times.

time-empty = no time was given; write for example now, -20m, 1430 or 211430ZNOV26
time-unrecognised = this is not a time; write for example now, -20m, 1430, 1400-1430, 211430ZNOV26 or 2026-11-21 14:30
time-date-order = this date can be read two ways; write the year first, then month and day: 2026-11-21 14:30
time-ago = write how long ago with a unit: -20m for minutes, -2h for hours, -1h30 for an hour and a half
time-ahead = a plus would be a time still to come; write how long ago with a minus, such as -20m
time-four-figures = write the time of day with four digits, such as 0930 or 09:30
time-hours-or-zone = "{ $letter }" behind a time can mean hours, local time or a far-off zone; leave it out for local time, or write 1430Z
time-two-ends = a period has one start and one end, with a stroke between them: 1400/1430
time-mixed-ends = write the date on both ends of the period or on neither; otherwise the day of one end is unclear
time-mixed-zones = write the zone letter on both ends of the period or on neither: 1400Z-1430Z
time-not-over = that period ends later than now; write its end as now, or give the date if it was another day
time-end-before-start = the period ends before it starts
time-clock = this device's clock is wrong, so times without a date cannot be understood; write them as 211430ZNOV26
iso-shape = write a date as 2026-11-21 and a time behind it as 14:30, and Z or UTC+01:00 where it is not local
iso-period-or-offset = this can be a period or an offset from UTC; write both dates with a stroke between, or 08:00 UTC-09:30
iso-no-such-day = there is no such day in the calendar
dtg-not-one = this is not a date-time group; write day, hour, minute, zone, month and year, such as 211430ZNOV26
dtg-figures = { $count } digits are wrong; day, hour and minute take two each in front of the zone letter (and so may seconds)
dtg-day = there is no day { $day }; days run from 01 to 31
dtg-hour-24 = 2400 does not exist; write 0000 of the next day
dtg-hour = there is no hour { $hour }; hours run from 00 to 23
dtg-sixty = minutes and seconds run from 00 to 59, not { $given }
dtg-missing-zone = the zone letter is missing between the time and the month; Z is UTC
dtg-missing-month = with seconds, the month and the year must be given too, such as 21143005ZNOV26
dtg-month = the month is written with three English letters: JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC
dtg-year = the year is written with two digits at the end, such as 26 for 2026
dtg-no-such-day = there is no { $date } in the calendar
dtg-century = only the years 2000 to 2099 can be written with two digits
dtg-clock = the month cannot be assumed because this device's clock is wrong; write the month and the year too
zone-local = zone J means local time wherever the writer is, so nobody else can read it; write Z or the real letter
zone-not-a-letter = "{ $letter }" is not a time zone letter; Z is UTC, A to M lie east of it, N to Y west

# Places.

place-grid = that is not the shape of a grid reference; write one such as 34T EN 13563 23394
place-degrees = latitude runs from 90 S to 90 N, longitude from 180 W to 180 E; the numbers given lie beyond
place-nothing = a place needs a position or words
position-empty = no position was given; write for example 34T EN 13563 23394 or 42.8914, 20.8660
position-unrecognised = this is neither a grid reference nor degrees; write for example 34T EN 13563 23394 or 42.8914, 20.8660
grid-empty = no grid reference was given; write one such as 34T EN 13563 23394
grid-foreign = a grid reference holds letters, digits and spaces only, not "{ $letter }"
grid-no-such-zone = the number in front is the grid zone, 1 to 60; this one does not exist
grid-missing-zone = a number from 1 to 60 is missing in front of "{ $letter }"; only A, B, Y and Z, at the poles, stand without
grid-no-such-band = zone { $zone } has no band { $band }; bands are C to X without I and O
grid-no-band-x = zone { $zone } has no band X; around Svalbard only 31X, 33X, 35X and 37X exist
grid-zone-only = this names only a grid zone, hundreds of kilometres wide; add the two letters of the 100 km square
grid-half-square = the 100 km square has two letters; only one was given
grid-no-such-square = grid zone { $zone } has no 100 km square { $square }
grid-not-a-digit = after the 100 km square only digits come, not "{ $letter }" (the letter O is not a zero)
grid-odd-digits = odd number of digits ({ $count }); easting and northing need the same number of digits
grid-uneven-groups = write the digits in one block, or easting and northing as two groups of the same length
grid-too-many-digits = { $count } digits are too many; ten digits already name one metre
grid-outside-zone = no such reference: that square of grid zone { $zone } ends before these digits; check zone and letters
degrees-letter-o = the letter O means west in French and east in Dutch and German; write W or E
degrees-unknown-letter = "{ $letter }" names no hemisphere; write N, S, E or W, as in English
degrees-foreign = "{ $letter }" has no place in a position; write for example 42.8914 N 20.8660 E
degrees-broken-number = a number cannot be read; write it as 42.8914, with one decimal point and digits on both sides
degrees-loose-sign = a sign must touch the number behind it and nothing in front; between numbers write a comma or a space
degrees-not-two = a latitude and a longitude are needed, with a comma, a space or letters between them
degrees-comma-unclear = a comma between digits can be a decimal sign or a separator; write 42.89, 20.86 or 42,89 N 20,86 E
degrees-misplaced-sign = a sign stands directly in front of a whole latitude or longitude, nowhere else
degrees-sign-and-letter = use a sign or a letter for the hemisphere, not both
degrees-letter-count = give both the latitude (N or S) and the longitude (E or W) one letter, or neither
degrees-mixed-letters = put both letters in front of their numbers, or both behind; mixed, they can be read two ways
degrees-same-axis = both angles are of the same kind; one must be N or S, the other E or W
degrees-mark-out-of-place = the marks must come after degrees, minutes and seconds in that order: 42°53'29"
degrees-decimals-before-last = only the last part of an angle can have decimals: 42°53.484' or 42.8914°
degrees-sixty = minutes and seconds run from 0 to 59
degrees-latitude = latitude runs from 90 S to 90 N; the number given lies beyond a pole (latitude comes first)
degrees-longitude = longitude runs from 180 W to 180 E; the number given lies beyond that

# What a desk could not do: what happened, what is safe, what to do.

fault-no-roster = No roster is installed yet, so nothing can be sealed. What you wrote is safe; tell your commander.
fault-not-on-roster = You are not on the roster in force. What you wrote is safe; your commander can give you a newer one.
fault-no-commander = The roster names no commander for your contingent. Everything filed is safe.
fault-sealing = It could not be sealed. What you wrote is safe here; try again.
fault-opening = A packet could not be opened. It was kept as it came.
fault-statement = A signed record could not be made or read. What was saved before is safe.
fault-roster = This roster cannot be accepted. Nothing was changed.
fault-unfinished = The report is not complete; the draft is kept as it is.
fault-above-ceiling = Its marking is above what this system may hold. Nothing was stored or sent.
fault-dice = This device gave no random numbers. Nothing was changed; try again.
fault-catalogue = The list of indicators inside the program is damaged. Your vault is safe; the program must be installed anew.
fault-attachment-too-large = This file is larger than an attachment may be (32 MiB). Nothing was attached.
fault-no-media = What you picked forbids any picture or file: never photograph or copy such images. Nothing was attached.
fault-attachment-empty = This file is empty. Nothing was attached.
fault-too-many-attachments = A report holds at most 20 files. Take one off, or use a second report.
fault-not-attached = This report has no such file. Nothing was changed.
fault-not-a-file = This is a folder or no ordinary file. Nothing was attached.
fault-no-such-file = There is no file of that name. Nothing was attached.
fault-file-closed = This file may not be read by you. Nothing was attached.
fault-file = The file could not be read. Nothing was changed; the stick may have been pulled.
fault-other = This could not be done; what was saved before is safe. ({ $detail })
vault-none = There is no profile in this folder.
vault-in-use = This profile is open in another window; close it there first.
vault-wrong-passphrase = Wrong passphrase; nothing was changed.
vault-throttled = { $seconds ->
    [one] Too many wrong passphrases; nothing was changed. Try again in { $seconds } second.
   *[other] Too many wrong passphrases; nothing was changed. Try again in { $seconds } seconds.
}
vault-too-short = This passphrase is too short; the old one still opens the vault. Take several words that do not belong together.
vault-key-gone = The key of this profile is gone, so nobody can ever read it again. If it was wiped, "vigilia store wipe" removes what is left.
vault-wipe-unfinished = The key is destroyed and nothing can be read any more, but some files could not be removed: wipe once more.
vault-key-file-damaged = The key file vault.key.age is damaged. Nothing was changed; put back a copy of it.
vault-damaged = The vault is damaged. Nothing was changed; put back a copy of the whole folder.
vault-not-encrypted = The file vault.db is not encrypted; it was not opened.
vault-too-new = This vault was written by a newer version of the program. Nothing was changed; update first.
vault-disk-full = The disk is full. What was saved before is safe; free some space and try again.
vault-read-only = This folder cannot be written. Nothing was changed; see who owns it.
vault-disk = The disk could not be read or written. What was saved before is safe.
vault-not-found = That is no longer in this vault.
vault-unreadable = Something stored cannot be read back; it was left as it is.
