# Bulletins: what the police tell everybody of a contingent.

bulletin-newsletter = newsletter
bulletin-briefing = briefing
bulletin-syllabus = syllabus
# What it is called, in one line.
bulletin-headline = { $kind } { $number }: { $title }
# In a column of 21 beside the title. A day takes 6 to 8 columns.
bulletin-until = until { $day }
bulletin-expired = expired { $day }
# max 21
bulletin-replaced = replaced
bulletin-everybody = to everybody
bulletin-in-force = In force from { $from } to { $until }
bulletin-is-expired = No longer in force; kept here to be read again.
bulletin-is-replaced = A newer bulletin stands in its place; this one is kept to be read again.
bulletin-other-language = This bulletin was not written in your language.
bulletin-missing = { $count ->
    [one] Number { $numbers } of the same desk should be here too and is not. It may only be late; if it stays away, tell your commander.
   *[other] Numbers { $numbers } of the same desk should be here too and are not. They may only be late; if they stay away, tell your commander.
}
no-bulletins = No bulletins yet. They come with a transfer.
