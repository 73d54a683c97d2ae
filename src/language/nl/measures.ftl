# Hoeveel, hoe lang, en hoe ver iets is.

size-bytes = { $size } bytes
size-kib = { $size } KiB
size-mib = { $size } MiB
span-seconds = { $count } s
span-minutes = { $count } min
span-hours = { $hours } u { $minutes } min
span-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
}

advance-sending = Verzonden: { $how }
advance-writing = Geschreven: { $how }
advance-looking = Bekeken: { $how }
advance-reading = Gelezen: { $how }
advance-count = { $done } van { $of }
advance-packets = { $before } · { $count }/s
advance-bytes = { $before } · { $done } van { $of } · { $rate }/s
advance-left = { $before } · nog { $left }

left-hours = { $hours } u
left-hours-minutes = { $hours } u { $minutes }
left-minutes = { $minutes } min
