# Der Tisch des Kommandanten.

queue = Eingang
batch = Bündel
sent = Gesendet
contingent = Kontingent
commander-loading = Wird gelesen.

help-queue = Im Eingang
help-batch = Beim Bündel
help-sent = Beim Gesendeten
help-contingent = Beim Kontingent
