# Wie viel, wie lange, und wie weit etwas ist.

size-bytes = { $size } Byte
size-kib = { $size } KiB
size-mib = { $size } MiB
span-seconds = { $count } s
span-minutes = { $count } min
span-hours = { $hours } Std. { $minutes } Min.
span-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}

advance-sending = Gesendet: { $how }
advance-writing = Geschrieben: { $how }
advance-looking = Angesehen: { $how }
advance-reading = Gelesen: { $how }
advance-count = { $done } von { $of }
advance-packets = { $before } · { $count }/s
advance-bytes = { $before } · { $done } von { $of } · { $rate }/s
advance-left = { $before } · noch { $left }

left-hours = { $hours } h
left-hours-minutes = { $hours } h { $minutes }
left-minutes = { $minutes } Min.
