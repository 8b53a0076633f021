//! Every route of the portal, as the router declares it, so that no table here can forget one.

use alongside::web::routes::declared;

/// A reference that no referral has.
pub(crate) const OF_NOTHING: &str = "7K3M92QX";

/// What stands in the place of a name in braces: something that is there, where a test can know it.
const FILLED: [(&str, &str); 7] = [
    ("{voice}", "myself"),
    ("{number}", "1"),
    ("{issue}", "1"),
    ("{reference}", OF_NOTHING),
    ("{field}", "person-name"),
    ("{part}", "happening"),
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
    assert!(!routes.iter().any(|(_, address)| address.contains('{')), "a new name in braces: {routes:?}");
    routes
}

/// Every route, those of a referral to this one.
pub(crate) fn to(reference: &str) -> Vec<Route> {
    let letters = reference.replace('-', "");
    all().into_iter().map(|(method, address)| (method, address.replace(OF_NOTHING, &letters))).collect()
}

/// The routes of one method, those of a referral to this one.
pub(crate) fn of(method: &str, reference: &str) -> Vec<String> {
    to(reference).into_iter().filter(|(found, _)| *found == method).map(|(_, address)| address).collect()
}
