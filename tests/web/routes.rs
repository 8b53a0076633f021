//! Every route of the portal, read from the router's own source, so that no table here can forget one.

use std::fs;

/// What stands in the place of a name in braces: something that is there, where a test can know it.
const FILLED: [(&str, &str); 5] = [
    ("{voice}", "myself"),
    ("{number}", "1"),
    ("{issue}", "1"),
    ("{reference}", "7K3M92QX"),
    ("{name:.*}", "alongside.css"),
];

/// A method and an address that fits.
pub(crate) type Route = (&'static str, String);

fn read(file: &str) -> String {
    fs::read_to_string(format!("{}/src/web/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Every route.
pub(crate) fn all() -> Vec<Route> {
    let (source, paths) = (read("routes.rs"), read("paths.rs"));
    let routes: Vec<Route> = source.split(".route(pattern::").skip(1).map(|line| route(line, &paths)).collect();
    assert!(routes.len() > 40, "the router is read: {routes:?}");
    assert_eq!(routes.len(), source.matches("web::get()").count() + source.matches("web::post()").count());
    routes
}

/// The routes of one method.
pub(crate) fn of(method: &str) -> Vec<String> {
    all().into_iter().filter(|(found, _)| *found == method).map(|(_, address)| address).collect()
}

fn route(line: &str, paths: &str) -> Route {
    let (name, rest) = line.split_once(',').unwrap();
    let method = if rest.trim_start().starts_with("web::get()") { "GET" } else { "POST" };
    let (_, declared) = paths.split_once(&format!("pub const {name}: &str = \"")).unwrap();
    let (pattern, _) = declared.split_once('"').unwrap();
    let slug = if name == "SECTION" { "person" } else { "listened" };
    let filled = FILLED.into_iter().fold(pattern.to_owned(), |address, (name, value)| address.replace(name, value));
    (method, filled.replace("{slug}", slug))
}
