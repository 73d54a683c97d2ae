# Antworten auf das, was mit einem verlorenen Gerät gemeldet wurde, wie sie auf dem neuen ankommen.

answer-earlier-one = früheres Gerät: { $number }
answer-earlier-some = früh. Gerät: { $first }-{ $last }
answer-earlier-unnamed = ein früheres Gerät
earlier-report = Es geht um Meldung { $number } Ihres früheren Geräts, erstattet { $filed }.
earlier-report-unnamed = Es geht um eine Meldung Ihres früheren Geräts. Die Nummer kam nicht mit.
earlier-not-here = Was Sie mit jenem Gerät gemeldet haben, ist nicht auf diesem und kann hier nicht geöffnet werden.
earlier-returned = Auf diesem Gerät kann sie nicht ergänzt werden, und niemand wartet darauf: Sie geht an die Polizei, wie sie ist. Wenn Sie sich an das Fehlende erinnern, können Sie es in einer neuen Meldung schreiben. Mehr wird von Ihnen nicht verlangt.
aside-another-observer = es geht um Meldungen eines anderen Beobachters
