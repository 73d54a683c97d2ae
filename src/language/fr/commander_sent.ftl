# Ce que la police dit à tous, au poste du commandant.

key-bulletins = bulletins
help-sent-row = Sur un signalement ou un bulletin
help-bulletins = Aux bulletins de la police
bulletins-none = Aucun bulletin de la police n’est encore arrivé.
bulletins-not-found = Aucun bulletin ne contient ces mots. Esc les enlève.
bulletin-passed-down = { $count ->
    [0] transmis à aucun observateur
    [one] transmis à { $count } observateur
   *[other] transmis à { $count } observateurs
}
bulletin-to-nobody-yet = { $count ->
    [one] pas encore transmis à { $count } observateur
   *[other] pas encore transmis à { $count } observateurs
}
bulletin-not-yet = { $to }, pas encore à { $count }
bulletin-missing-here = { $count ->
    [one] Le numéro { $numbers } du même service devrait être ici aussi et n’y est pas. Il est peut-être seulement en retard ; s’il ne vient pas, dites-le à votre autorité.
   *[other] Les numéros { $numbers } du même service devraient être ici aussi et n’y sont pas. Ils sont peut-être seulement en retard ; s’ils ne viennent pas, dites-le à votre autorité.
}
