//! Every route of the portal, as the router declares it, so that no table here can forget one.

use alongside::web::routes::declared;

/// What stands in the place of a name in braces: something that is there, where a test can know it.
const FILLED: [(&str, &str); 6] = [
    ("{voice}", "myself"),
    ("{number}", "1"),
    ("{issue}", "1"),
    ("{reference}", "7K3M92QX"),
    ("{field}", "person-name"),
    ("{name:.*}", "alongside.css"),
];

/// A method and an address that fits.
pub(crate) type Route = (&'static str, String);

/// Every route.
pub(crate) fn all() -> Vec<Route> {
    let filled = |pattern: &str| {
        let slug = if pattern.starts_with("/refer/") { "person" } else { "feedback-listened" };
        let address =
            FILLED.into_iter().fold(pattern.to_owned(), |address, (name, value)| address.replace(name, value));
        address.replace("{slug}", slug)
    };
    let methods = |methods: Vec<&'static str>| methods.into_iter().filter(|method| *method != "HEAD");
    let routes: Vec<Route> =
        declared().flat_map(|(pattern, takes)| methods(takes).map(move |method| (method, filled(pattern)))).collect();
    assert!(routes.len() > 40, "the router is asked: {routes:?}");
    routes
}

/// The routes of one method.
pub(crate) fn of(method: &str) -> Vec<String> {
    all().into_iter().filter(|(found, _)| *found == method).map(|(_, address)| address).collect()
}
