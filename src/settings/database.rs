//! Where referrals are kept: SQLite in the data folder, or a PostgreSQL server.

use std::fmt;
use std::path::PathBuf;

use super::declared::keys;
use super::secret::Secret;
use super::values::Values;

keys! {
    /// The data folder: the SQLite database, mails written to files.
    DATA: "database.data" = r#""alongside-data""#;
    /// A PostgreSQL server instead of SQLite: postgres://user:password@host/database
    URL: "database.url" = r#""""#;
    /// Connections kept open at most.
    CONNECTIONS: "database.connections" = "16";
}

/// Where referrals are kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Database {
    /// The data folder.
    pub data: PathBuf,
    /// The PostgreSQL server, if SQLite is not used.
    pub url: Option<Secret>,
    /// Connections kept open at most.
    pub connections: u32,
}

/// Shows which server, and never the password.
impl fmt::Debug for Database {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Database")
            .field("data", &self.data)
            .field("url", &self.url.as_ref().map(|url| without_password(url.expose())))
            .field("connections", &self.connections)
            .finish()
    }
}

pub(super) fn read(values: &mut Values) -> Database {
    let data = values.path(&DATA).unwrap_or_else(|| PathBuf::from(super::DATA));
    let url = values.words(&URL);
    let known = ["postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme));
    if !url.is_empty() && !known {
        // Never the value itself: it may hold a password.
        values.mistake(
            &URL,
            "is no PostgreSQL address",
            "Write \"postgres://user:password@host/database\", or leave it out.",
        );
    }
    let url = known.then(|| Secret::new(url));
    Database { data, url, connections: values.number(&CONNECTIONS, 2, 200) }
}

/// The address with stars for the password.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return "…".to_owned() };
    // A password may hold an @; the last one before the path begins the host. Parameters may hold one too: left out.
    let rest = rest.split('?').next().unwrap_or_default();
    match rest.rsplit_once('@') {
        Some((user, host)) => {
            let user = user.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}:***@{host}")
        }
        None => format!("{scheme}://{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_password_is_ever_shown() {
        for (url, shown) in [
            ("postgres://me:pa@ss:w@db.example/x", "postgres://me:***@db.example/x"),
            ("postgres://db.example/x?user=me&password=hush", "postgres://db.example/x"),
            ("postgres://me@db.example/x", "postgres://me:***@db.example/x"),
        ] {
            let database = Database { data: PathBuf::new(), url: Some(Secret::new(url.to_owned())), connections: 2 };
            let debug = format!("{database:?}");
            assert!(debug.contains(shown), "{debug}");
            assert!(!debug.contains("hush") && !debug.contains("ss:w"), "{debug}");
        }
    }
}
