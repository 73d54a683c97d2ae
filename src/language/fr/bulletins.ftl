# Les bulletins : ce que la police dit à tous ceux d'un contingent.

bulletin-newsletter = lettre
bulletin-briefing = point régional
bulletin-syllabus = aide-mémoire
bulletin-headline = { $kind } { $number } : { $title }
bulletin-until = jusqu'au { $day }
bulletin-expired = échu le { $day }
bulletin-replaced = remplacé
bulletin-everybody = à tous
bulletin-in-force = Valable du { $from } au { $until }
bulletin-is-expired = N'est plus valable ; gardé ici pour être relu.
bulletin-is-replaced = Un bulletin plus récent l'a remplacé ; celui-ci est gardé pour être relu.
bulletin-other-language = Ce bulletin n'a pas été écrit dans votre langue.
bulletin-missing = { $count ->
    [one] Le numéro { $numbers } du même service devrait être ici aussi et n'y est pas. Il est peut-être seulement en retard ; s'il ne vient pas, dites-le à votre commandant.
   *[other] Les numéros { $numbers } du même service devraient être ici aussi et n'y sont pas. Ils sont peut-être seulement en retard ; s'ils ne viennent pas, dites-le à votre commandant.
}
no-bulletins = Pas encore de bulletins. Ils viennent avec une transmission.
