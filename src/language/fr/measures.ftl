# Combien, combien de temps, et où cela en est.

size-bytes = { $size } octets
size-kib = { $size } Kio
size-mib = { $size } Mio
span-seconds = { $count } s
span-minutes = { $count } min
span-hours = { $hours } h { $minutes } min
span-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}

advance-sending = Envoyés : { $how }
advance-writing = Écrits : { $how }
advance-looking = Examinés : { $how }
advance-reading = Lus : { $how }
advance-count = { $done } sur { $of }
advance-packets = { $before } · { $count }/s
advance-bytes = { $before } · { $done } sur { $of } · { $rate }/s
advance-left = { $before } · encore { $left }

left-hours = { $hours } h
left-hours-minutes = { $hours } h { $minutes }
left-minutes = { $minutes } min
