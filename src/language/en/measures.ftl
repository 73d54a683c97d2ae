# How much, how long, and how far something is.

size-bytes = { $size } bytes
size-kib = { $size } KiB
size-mib = { $size } MiB
span-seconds = { $count } s
span-minutes = { $count } min
span-hours = { $hours } h { $minutes } min
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

advance-sending = Sent: { $how }
advance-writing = Written: { $how }
advance-looking = Looked at: { $how }
advance-reading = Read: { $how }
advance-count = { $done } of { $of }
advance-packets = { $before } · { $count }/s
advance-bytes = { $before } · { $done } of { $of } · { $rate }/s
advance-left = { $before } · { $left } left

# The time a report still has, in a narrow column.

left-hours = { $hours } h
left-hours-minutes = { $hours } h { $minutes }
left-minutes = { $minutes } min
