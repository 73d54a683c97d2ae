# Answers to what was filed with a device that is lost, as they come to the one that took its place.

answer-earlier-one = earlier device: { $number }
answer-earlier-some = earlier device: { $first }-{ $last }
# max 21
answer-earlier-unnamed = an earlier device
earlier-report = It is about report { $number } of your earlier device, filed { $filed }.
earlier-report-unnamed = It is about a report of your earlier device. Its number did not come along.
earlier-not-here = What you filed with that device is not on this one, so it cannot be opened here.
earlier-returned = It cannot be completed from this device, and nobody waits for that: it goes to the police as it stands. If you remember what is missing, you can write it in a new report. Nothing more is asked of you.
aside-another-observer = it is about another observer's reports
