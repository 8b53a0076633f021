//! Who the service is: names, ways to reach it, the councils it serves, who answers for personal data.

use chrono::NaiveDate;
use toml::{Table, Value};
use validator::ValidateEmail;

use super::declared::keys;
use super::values::Values;

keys! {
    /// The name of the service, as people know it.
    NAME: "service.name" = r#""The Advocacy Service""#;
    /// What it is, in a sentence or two, for the start page.
    DESCRIPTION: "service.description" = r#""We give free, independent advocacy.""#;
    /// The phone number people can ring instead.
    PHONE: "service.phone" = r#""""#;
    /// A number for text messages.
    TEXT: "service.text" = r#""""#;
    /// The e-mail address for questions.
    EMAIL: "service.email" = r#""""#;
    /// The postal address, on one line.
    ADDRESS: "service.address" = r#""""#;
    /// The service's own website, beginning with https://
    WEBSITE: "service.website" = r#""""#;
    /// The councils served, with the phone lines shown when someone is in danger. A table each:
    /// councils = [
    ///     { name = "Northshire Council", emergency_phone = "01632 960 001", safeguarding_phone = "01632 960 002" },
    /// ]
    /// emergency_phone is the emergency duty team, out of hours; safeguarding_phone is where harm to an adult is reported.
    COUNCILS: "service.councils" = "[]";
    /// Where harm to a child is reported: a phone number.
    CHILDREN_PHONE: "service.children_phone" = r#""""#;
    /// Who reads referrals, in a sentence for the start page.
    READERS: "service.readers" = r#""Our own trained staff read what you send us.""#;
    /// How to complain about the service: a phone number, an address or an e-mail address.
    COMPLAINTS: "service.complaints" = r#""""#;
    /// Where feedback on the website goes: an e-mail address. Without one, the e-mail address above is shown.
    FEEDBACK_EMAIL: "service.feedback_email" = r#""""#;
    /// The legal name of the organisation that answers for personal data. Without one, the name above is shown.
    CONTROLLER: "service.controller" = r#""""#;
    /// Whom to ask about personal data: an e-mail address or a phone number.
    PRIVACY_CONTACT: "service.privacy_contact" = r#""""#;
    /// The registration number at the Information Commissioner's Office.
    ICO_NUMBER: "service.ico_number" = r#""""#;
    /// The ground for keeping personal data: "public-task" or "legitimate-interests" (UK GDPR Article 6(1)(e) or (f)).
    GROUND: "service.lawful_ground" = r#""legitimate-interests""#;
    /// Where the data are kept, as the end of the sentence "It is kept …".
    DATA_PLACE: "service.data_place" = r#""in the United Kingdom""#;
    /// When the accessibility statement was prepared, like "2026-11-22".
    STATEMENT_PREPARED: "service.statement_prepared" = r#""""#;
    /// When it was last reviewed.
    STATEMENT_REVIEWED: "service.statement_reviewed" = r#""""#;
    /// When this website was last tested with the statement in hand.
    STATEMENT_TESTED: "service.statement_tested" = r#""""#;
}

/// Who the service is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// The name as people know it.
    pub name: String,
    /// What it is, in a sentence or two.
    pub description: String,
    /// A telephone number, as people write it.
    pub phone: Option<String>,
    /// A number for text messages.
    pub text: Option<String>,
    /// An address for questions.
    pub email: Option<String>,
    /// The postal address.
    pub address: Option<String>,
    /// The service's own website.
    pub website: Option<String>,
    /// The councils served, in the owner's order.
    pub councils: Vec<Council>,
    /// Where harm to a child is reported.
    pub children_phone: Option<String>,
    /// Who reads referrals, in a sentence.
    pub readers: String,
    /// How to complain about the service.
    pub complaints: Option<String>,
    /// Where feedback on the website goes.
    pub feedback_email: Option<String>,
    /// The legal name of the controller of personal data.
    pub controller: String,
    /// Whom to ask about personal data.
    pub privacy_contact: Option<String>,
    /// The registration number at the Information Commissioner's Office.
    pub ico_number: Option<String>,
    /// Whether personal data are kept for a public task (UK GDPR Article 6(1)(e)), or else for legitimate interests (f).
    pub public_task: bool,
    /// Where the data are kept.
    pub data_place: String,
    /// When the accessibility statement was prepared.
    pub statement_prepared: Option<NaiveDate>,
    /// When it was last reviewed.
    pub statement_reviewed: Option<NaiveDate>,
    /// When the website was last tested.
    pub statement_tested: Option<NaiveDate>,
}

/// A council the service works in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Council {
    /// Its name.
    pub name: String,
    /// Its emergency duty team, for when offices are closed.
    pub emergency_phone: Option<String>,
    /// Where harm to an adult is reported.
    pub safeguarding_phone: Option<String>,
}

const PHONE_LIKE: &str = "Write a phone number with its digits, like \"01632 960 001\".";
const EMAIL_LIKE: &str = "Write an e-mail address, like \"help@example.org\".";
const DATE_LIKE: &str = "Write a date like \"2026-11-22\".";

pub(super) fn read(values: &mut Values) -> Service {
    let name = values.needed(&NAME);
    let controller = some(values.words(&CONTROLLER)).unwrap_or_else(|| name.clone());
    Service {
        name,
        description: values.words(&DESCRIPTION),
        phone: values.meaning(&PHONE, phone, PHONE_LIKE),
        text: values.meaning(&TEXT, phone, PHONE_LIKE),
        email: values.meaning(&EMAIL, email, EMAIL_LIKE),
        address: some(values.words(&ADDRESS)),
        website: values.meaning(&WEBSITE, website, "Write an address that begins with https://."),
        councils: councils(values),
        children_phone: values.meaning(&CHILDREN_PHONE, phone, PHONE_LIKE),
        readers: values.needed(&READERS),
        complaints: some(values.words(&COMPLAINTS)),
        feedback_email: values.meaning(&FEEDBACK_EMAIL, email, EMAIL_LIKE),
        controller,
        privacy_contact: some(values.words(&PRIVACY_CONTACT)),
        ico_number: some(values.words(&ICO_NUMBER)),
        public_task: values.one_of(&GROUND, &[("public-task", true), ("legitimate-interests", false)], false),
        data_place: values.needed(&DATA_PLACE),
        statement_prepared: values.meaning(&STATEMENT_PREPARED, date, DATE_LIKE),
        statement_reviewed: values.meaning(&STATEMENT_REVIEWED, date, DATE_LIKE),
        statement_tested: values.meaning(&STATEMENT_TESTED, date, DATE_LIKE),
    }
}

fn councils(values: &mut Values) -> Vec<Council> {
    let read: Option<Vec<Table>> = match values.value(&COUNCILS) {
        Value::Array(items) => items.into_iter().map(|item| item.as_table().cloned()).collect(),
        Value::String(words) => tables(&words),
        _ => None,
    };
    let Some(tables) = read else {
        values.mistake(&COUNCILS, "is not a list of tables", "Write it like [{ name = \"Northshire Council\" }].");
        return Vec::new();
    };
    tables.into_iter().map(|table| council(values, &table)).collect()
}

/// In the environment: the list as it would stand in the file.
fn tables(words: &str) -> Option<Vec<Table>> {
    let table: Table = format!("list = {words}").parse().ok()?;
    table.get("list")?.as_array()?.iter().map(|item| item.as_table().cloned()).collect()
}

fn council(values: &mut Values, table: &Table) -> Council {
    const FIELDS: [&str; 3] = ["name", "emergency_phone", "safeguarding_phone"];
    let words = |field: &str| table.get(field).and_then(Value::as_str).map(str::trim).filter(|words| !words.is_empty());
    let name = words("name").unwrap_or_default().to_owned();
    if name.is_empty() {
        values.mistake(&COUNCILS, "has a council without a name", "Give each council a name.");
    }
    for field in table.keys().filter(|field| !FIELDS.contains(&field.as_str())) {
        let wrong = format!("has “{field}” for a council");
        values.mistake(&COUNCILS, wrong, format!("A council has {}.", FIELDS.join(", ")));
    }
    let mut line = |field: &str| {
        let written = words(field)?;
        let read = phone(written);
        if read.is_none() {
            values.mistake(&COUNCILS, format!("has “{written}” as {field} of {name}"), PHONE_LIKE);
        }
        read
    };
    let (emergency_phone, safeguarding_phone) = (line("emergency_phone"), line("safeguarding_phone"));
    Council { name, emergency_phone, safeguarding_phone }
}

fn some(words: String) -> Option<String> {
    if words.is_empty() { None } else { Some(words) }
}

fn phone(words: &str) -> Option<String> {
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let known = words.chars().all(|letter| letter.is_ascii_digit() || " +-()".contains(letter));
    // Short codes such as 101 and 111 are phone numbers too; none has more than 15 digits (ITU-T E.164).
    (known && (3..=15).contains(&digits)).then(|| words.to_owned())
}

pub(super) fn email(words: &str) -> Option<String> {
    words.validate_email().then(|| words.to_owned())
}

fn website(words: &str) -> Option<String> {
    words.starts_with("https://").then(|| words.to_owned())
}

fn date(words: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(words, "%Y-%m-%d").ok()
}
