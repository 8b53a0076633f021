//! An issue whose kind is chosen shows that kind alone; the list comes back when it is asked for, and no word is lost.

use super::portal::TestPortal;
use super::stories::GO_ON;

const KIND: &str = "What is it about?";
const MORE: &str = "What would you like to tell us about it?";
const OTHER: &str = "Choose something else";

#[test]
fn a_chosen_kind_stands_alone_until_another_is_wanted() {
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    visitor.open("/refer/issues").press("Add a");
    let blank = visitor.path.clone();
    assert!(!visitor.words().contains(OTHER) && visitor.text_of(".card").is_none(), "{}", visitor.words());

    visitor.choose(KIND, "Being sectioned").press(GO_ON);
    assert!(visitor.path.contains("more=1"), "{}", visitor.path);
    let card = visitor.text_of("main .card").unwrap();
    assert!(card.contains(KIND) && card.contains("Being sectioned") && card.contains(OTHER), "{card}");
    assert!(!visitor.texts_of("legend").iter().any(|legend| legend.contains(KIND)), "{}", visitor.words());

    // What is typed when the button is pressed is kept, as on any page; that another is wanted is not said of the next.
    visitor.fill(MORE, "I never agreed to tablets").press(OTHER);
    assert!(visitor.path.starts_with(&format!("{blank}?choose=issues.1.issue-kind")), "{}", visitor.path);
    assert_eq!(visitor.answer(MORE), "I never agreed to tablets");
    assert!(visitor.answer(KIND).starts_with("Being sectioned"), "{}", visitor.answer(KIND));

    visitor.choose(KIND, "Something else").fill(MORE, "And the food").press(GO_ON);
    visitor.open(&blank);
    assert!(visitor.text_of("main .card").unwrap().contains("Something else"), "{}", visitor.words());
    assert_eq!(visitor.answer(MORE), "And the food");
    // Saving the page with the kind as a sentence keeps the kind.
    visitor.press(GO_ON).open("/refer/issues");
    assert!(
        visitor.texts_of("main .item h2").iter().any(|line| line.ends_with("Something else")),
        "{}",
        visitor.words()
    );
}

#[test]
fn who_came_from_reading_it_through_goes_back_there() {
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    visitor.open("/refer/issues").press("Add a").choose(KIND, "Something else").press(GO_ON);
    let issue = "/refer/issues/1?then=check";
    visitor.open(issue).press(OTHER).press("Save and go back to your answers");
    assert_eq!(visitor.path, "/refer/check", "{}", visitor.words());
}

#[test]
fn a_kind_that_is_not_offered_shows_the_list() {
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    visitor.open("/refer/issues").press("Add a");
    let (_, path, mut pairs) = visitor.pressed(GO_ON);
    pairs.push(("issues.1.issue-kind".to_owned(), "no-longer-offered".to_owned()));
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.post(&path, &pairs);
    assert_eq!(visitor.page.status, 422, "{}", visitor.words());
    assert!(!visitor.words().contains(OTHER), "{}", visitor.words());
}
