# What the keys do, as it stands in the bar and in the help.

# max 54
key-new = new report
# max 54
key-open = open
# max 54
key-discard = throw away
# max 54
key-correct = write a newer version
# max 54
key-up = up
# max 54
key-down = down
# max 54
key-page-up = a page up
# max 54
key-page-down = a page down
# max 54
key-first = to the first
# max 54
key-last = to the last
# max 54
key-theme = colours
# The same in every language, so that whoever cannot read this one finds his own.
# max 54
key-language = NL FR DE EN
# max 54
key-help = help
# max 54
key-quit = quit
# max 54
key-quit-anywhere = quit from anywhere; what you wrote is saved
# max 54
key-redraw = draw the screen again
# max 54
key-back = back
# max 54
key-next-field = next
# max 54
key-previous-field = to the field before
# max 54
key-enter = next field; opens the list; new line in a text
# max 54
key-file = file
# max 54
key-leave-draft = leave, keep draft
# max 54
key-odd = just odd
# max 54
key-pick = pick
# max 54
key-basis = how you know
# max 54
key-basis-back = how you know, the other way round
# max 54
key-picked = done
# max 54
key-back-to-form = back to the form
# max 54
key-yes = yes
# max 54
key-no = no
# max 54
key-search = find
# max 54
key-search-done = take these words
# max 54
key-search-clear = take the words away
# max 54
key-attachments = attachments
# max 54
key-see-report = its report
# max 54
key-next-report = the next report it is about
# max 54
key-previous-report = the report before that it is about
# max 54
key-read-on = read on
# max 54
key-chapter-before = to the chapter before
# max 54
key-chapter-behind = to the next chapter
# max 54
key-write = write to a stick
# max 54
key-read-back = read what came back
# max 54
key-complete = complete
# max 54
key-go = begin
# max 54
key-stop = stop
# max 54
key-choose = another choice
# max 54
key-choose-back = another choice, the other way round
# max 54
key-passphrase-enter = next, then change it
# max 54
key-next-room = to the room on the right
# max 54
key-previous-room = to the room on the left

# Inside a field.

# max 54
edit-left = one character to the left
# max 54
edit-right = one character to the right
# max 54
edit-word-left = one word to the left
# max 54
edit-word-right = one word to the right
# max 54
edit-home = beginning of the line
# max 54
edit-end = end of the line
# max 54
edit-backspace = delete to the left
# max 54
edit-delete = delete to the right
# max 54
edit-delete-word = delete the word
# max 54
edit-undo = take back the last change
# max 54
edit-redo = make again what was taken back

# Headings of the help.

help = Help
help-reports = In the list of reports
help-report = In a report
help-rooms = In every room
help-search = While you type words to find
help-answers = In the list of answers
help-answer = In an answer
help-guide = In the guide
help-transfer = At the transfer
help-folder = While you name a folder
help-lent = While something is written or read
help-me = At "Me"
help-passphrase = While you choose a passphrase
help-about = At "About"
help-form = In the form
help-indicators = At "What"
help-picker = In the list of indicators
help-question = When you must confirm
help-edit = Inside a field
help-letterless = Where you are not writing
help-anywhere = Everywhere
