//! Questions on a page, from the catalogue: in order, follow-ups under the choice that brings them, items of repeats.
//!
//! What is shown is decided here from `when`; what counts is decided by the form room alone. A follow-up is always in
//! the page and hidden only by the stylesheet, so that it works without script and without the newest browser.

use maud::{Markup, html};

use super::field::{Field, shell};
use super::form::{ACTION, action};
use super::problems::Told;
use super::{choices, field};
use crate::form::{Answers, Choice, Group, Key, Kind, Problem, Question, RawAnswers, Voice, When, is_asked};
use crate::words::{Lang, field as words, problems};

/// What a page of questions is filled with.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The language of the page, and of the questions on it.
    pub lang: Lang,
    /// Whose words the questions use.
    pub voice: Voice,
    /// What was typed: fields show this, never what was understood.
    pub typed: &'a RawAnswers,
    /// The answers that count, to know which questions are asked.
    pub answers: &'a Answers,
    /// What to tell about them on this page.
    pub problems: &'a [Problem],
    /// The path of a long list that is shown although an answer is chosen; empty for none.
    pub choose: &'a str,
}

impl Sheet<'_> {
    /// The problem with one field, in words.
    pub(super) fn problem(&self, question: &Question, path: &str) -> Option<String> {
        let problem = self.problems.iter().find(|problem| problem.path == path)?;
        Some(problems::sentence(self.lang, problem.wrong, &question.kind))
    }

    /// All problems in words, for the list at the top of the page.
    pub(super) fn told(&self, question: impl Fn(Key) -> Option<&'static Question>) -> Vec<Told> {
        let told = |problem: &Problem| {
            let asked = question(problem.key)?;
            let sentence = problems::sentence(self.lang, problem.wrong, &asked.kind);
            let place = self.place(&problem.path, &question);
            Some(Told::here(&problem.path, problems::named(self.lang, &place, asked.ask.say(self.voice), &sentence)))
        };
        self.problems.iter().filter_map(told).collect()
    }

    /// The items of lists that hold a field, in words: "Issue 1, Date 2".
    fn place(&self, path: &str, question: impl Fn(Key) -> Option<&'static Question>) -> String {
        let mut names = Vec::new();
        let mut repeat = String::new();
        let mut parts = path.split('.');
        while let (Some(slug), Some(id)) = (parts.next(), parts.next()) {
            repeat.push_str(slug);
            let ids = self.typed.item_ids(&repeat);
            let number = ids.iter().position(|found| found.to_string() == id).map_or(1, |index| index + 1);
            if let Some(Kind::Repeat(group)) = Key::from_slug(slug).and_then(&question).map(|asked| asked.kind) {
                names.push(words::item(self.lang, group.item.say(self.voice), number));
            }
            repeat = format!("{repeat}.{id}.");
        }
        names.join(", ")
    }
}

/// Where on a page some questions stand.
#[derive(Debug, Clone)]
pub(super) struct Place<'a> {
    /// Before the slug in every name: empty, or `issues.1.`.
    pub(super) prefix: String,
    /// The answers that hold these, the outermost first.
    pub(super) scopes: Vec<&'a Answers>,
    /// The level of the headings of repeats.
    pub(super) level: u8,
}

/// The questions of one place, in order.
pub(super) fn ask(sheet: &Sheet<'_>, place: &Place<'_>, questions: &[Question]) -> Markup {
    those(sheet, place, questions, |_| true)
}

/// Only those with something to put right, each with what stands under it.
pub(super) fn ask_again(sheet: &Sheet<'_>, place: &Place<'_>, questions: &[Question]) -> Markup {
    those(sheet, place, questions, |question| is_wrong(sheet, place, questions, question))
}

fn those(sheet: &Sheet<'_>, place: &Place<'_>, questions: &[Question], wanted: impl Fn(&Question) -> bool) -> Markup {
    html! {
        @for question in questions {
            @if parent(question, questions, sheet.voice).is_none()
                && is_asked(question, sheet.voice, &place.scopes)
                && wanted(question) {
                (with_followers(sheet, place, questions, question, None))
            }
        }
    }
}

/// Whether there is a problem with a question, with an item of it, or with what stands under it.
fn is_wrong(sheet: &Sheet<'_>, place: &Place<'_>, all: &[Question], question: &Question) -> bool {
    let path = format!("{}{}", place.prefix, question.slug());
    let here = |problem: &Problem| {
        problem.path.strip_prefix(&path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    sheet.problems.iter().any(here)
        || followers(question, all, sheet.voice).iter().any(|(follower, _)| is_wrong(sheet, place, all, follower))
}

/// One question with the questions its answers bring.
fn with_followers(
    sheet: &Sheet<'_>,
    place: &Place<'_>,
    all: &[Question],
    question: &Question,
    lead: Option<&str>,
) -> Markup {
    let followers: Vec<_> = followers(question, all, sheet.voice);
    // What the same choices bring stands together, and says once what brings it.
    let together = || (1..).zip(followers.chunk_by(|one, next| one.1 == next.1));
    let opens = |slug: &str| {
        let numbers = together().filter(|(_, group)| group.iter().any(|(_, slugs)| slugs.contains(&slug)));
        numbers.map(|(number, _)| format!("o{number}")).collect::<Vec<_>>().join(" ")
    };
    let one = one(sheet, place, question, lead, &opens, !followers.is_empty());
    let alone = chosen(&field(sheet, place, question, lead));
    html! {
        @if followers.is_empty() { (one) } @else if let Some(choice) = alone {
            (one)
            @for (follower, _) in followers.iter().filter(|(_, slugs)| slugs.contains(&choice.slug)) {
                (with_followers(sheet, place, all, follower, None))
            }
        } @else {
            div class="asks" {
                (one)
                @for (number, group) in together() {
                    div class={ "more m" (number) } {
                        @for (nth, (follower, slugs)) in group.iter().enumerate() {
                            @let lead = (nth == 0).then(|| if_chosen(sheet, question, slugs));
                            (with_followers(sheet, place, all, follower, lead.as_deref()))
                        }
                    }
                }
            }
        }
    }
}

/// The field of a question at its place.
fn field<'a>(sheet: &'a Sheet<'a>, place: &Place<'_>, question: &'a Question, lead: Option<&'a str>) -> Field<'a> {
    let path = format!("{}{}", place.prefix, question.slug());
    Field { sheet, question, error: sheet.problem(question, &path), path, lead }
}

/// One question by the shape of its answer.
fn one(
    sheet: &Sheet<'_>,
    place: &Place<'_>,
    question: &Question,
    lead: Option<&str>,
    opens: &dyn Fn(&str) -> String,
    has_followers: bool,
) -> Markup {
    let path = format!("{}{}", place.prefix, question.slug());
    if let Kind::Repeat(group) = question.kind {
        return repeat(sheet, place, question, &group, &path, lead);
    }
    let field = field(sheet, place, question, lead);
    if let Some(choice) = chosen(&field) {
        return choices::chosen(&field, choice, place.level);
    }
    match question.kind {
        Kind::One(_) | Kind::Many(_) => choices::group(&field, opens, has_followers),
        _ => field::typed(&field),
    }
}

/// The answer that stands alone in place of the long list it was chosen from: the list would only be weight. Nothing
/// where the list is wanted again, or where something is to be put right.
fn chosen<'q>(field: &Field<'q>) -> Option<&'q Choice> {
    let long = matches!(field.question.kind, Kind::One(choices) if choices.len() >= A_SCREENFUL);
    let shown = !long || field.error.is_some() || field.sheet.choose == field.path;
    let choice = field.question.choice(field.sheet.typed.first(&field.path)).filter(|_| !shown)?;
    (!choice.label.say(field.sheet.voice).is_empty()).then_some(choice)
}

/// The items of a repeat, a button to take each away and one to add another.
fn repeat(
    sheet: &Sheet<'_>,
    place: &Place<'_>,
    question: &Question,
    group: &Group,
    path: &str,
    lead: Option<&str>,
) -> Markup {
    let item = group.item.say(sheet.voice);
    let ids = ids(sheet.typed, path);
    let field = Field { sheet, question, error: sheet.problem(question, path), path: path.to_owned(), lead };
    html! {
        div id=(path) {
            (heading(place.level, None, &shell::asked(&field)))
            (shell::help(&field, None))
            input type="hidden" name=(path);
            @for (nth, id) in (1..).zip(&ids) {
                @let own = format!("{path}.{id}");
                @let remove = html! {
                    button type="submit" class="quiet" name=(ACTION) value={ (action::REMOVE) (path) "." (id) } {
                        (words::remove(sheet.lang, item, nth))
                    }
                };
                @let short = (ids.len() > FEW_ITEMS && question.key != Key::Issues).then(|| told(sheet, &own, group)).flatten();
                div class="item" id=[(ids.len() > FEW_ITEMS).then_some(&own)] {
                    (heading(place.level.saturating_add(1), None, &html! { (words::item(sheet.lang, item, nth)) }))
                    input type="hidden" name=(path) value=(id);
                    @if let Some(short) = short {
                        p { (short) }
                        (held(sheet, &own))
                        div class="buttons" {
                            button type="submit" class="quiet" name=(ACTION) value={ (action::CHOOSE) (own) } {
                                (words::change(sheet.lang, item, nth))
                            }
                            (remove)
                        }
                    } @else {
                        (ask(sheet, &inside(place, question.key, path, *id), group.questions))
                        (remove)
                    }
                }
            }
            @if ids.len() < group.most {
                button type="submit" class="second" name=(ACTION) value={ (action::ADD) (path) } { (words::add(sheet.lang, item, !ids.is_empty())) }
            }
        }
    }
}

/// What was answered in an item, in a line: of many items each stands so until it is to be changed. Nothing where there
/// is no answer yet, something is to be put right, or it is wanted again.
fn told(sheet: &Sheet<'_>, own: &str, group: &Group) -> Option<String> {
    let below = format!("{own}.");
    let is_wrong = sheet.problems.iter().any(|problem| problem.path.starts_with(&below));
    if is_wrong || sheet.choose == own || sheet.choose.starts_with(&below) {
        return None;
    }
    let answer = |question: &Question| {
        let typed = sheet.typed.all(&format!("{below}{}", question.slug()));
        let words = |one: &String| {
            let choice = question.choice(one).map(|choice| choice.label.say(sheet.voice).to_owned());
            choice.unwrap_or_else(|| one.trim().to_owned())
        };
        let all: Vec<_> = typed.iter().map(words).filter(|words| !words.is_empty()).collect();
        (!all.is_empty()).then(|| all.join(", "))
    };
    let all: Vec<_> = group.questions.iter().filter_map(answer).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// What was typed in an item, out of sight: it is kept with the page.
fn held(sheet: &Sheet<'_>, own: &str) -> Markup {
    let below = format!("{own}.");
    let names: Vec<_> = sheet.typed.names().filter(|name| name.starts_with(&below)).collect();
    html! {
        @for name in names {
            @if sheet.typed.all(name).is_empty() { input type="hidden" name=(name); }
            @for value in sheet.typed.all(name) { input type="hidden" name=(name) value=(value); }
        }
    }
}

/// The ids of the items to show: those there are, or one to begin with.
fn ids(typed: &RawAnswers, path: &str) -> Vec<u32> {
    let ids = typed.item_ids(path);
    if ids.is_empty() && !typed.mentions(path) { vec![1] } else { ids }
}

/// The place inside one item.
pub(super) fn inside<'a>(place: &Place<'a>, repeat: Key, path: &str, id: u32) -> Place<'a> {
    let held = place.scopes.last().and_then(|here| here.items(repeat).iter().find(|item| item.id == id));
    let scopes = place.scopes.iter().copied().chain(held.map(|item| &item.answers)).collect();
    Place { prefix: format!("{path}.{id}."), scopes, level: place.level.saturating_add(2) }
}

/// A heading of that level.
pub(super) fn heading(level: u8, id: Option<&str>, words: &Markup) -> Markup {
    html! {
        @match level {
            0..=2 => h2 id=[id] { (words) },
            3 => h3 id=[id] { (words) },
            4 => h4 id=[id] { (words) },
            _ => h5 id=[id] { (words) },
        }
    }
}

/// The question that brings a question, where one choice among some of it suffices: what [`brought_by`] says first.
fn bringer(when: &When, voice: Voice) -> Option<Key> {
    match when {
        When::Always | When::Voice(_) | When::Unless(..) => None,
        When::Is(key, _) | When::In(key, _) => Some(*key),
        When::Any(conditions) => {
            let mut all = conditions.iter().map(|condition| bringer(condition, voice));
            let key = all.next()??;
            all.all(|other| other == Some(key)).then_some(key)
        }
        When::All(conditions) => only_open(conditions, voice).and_then(|only| bringer(only, voice)),
    }
}

/// The one condition that is decided on the page. What closes a question is looked at before the page is drawn, with the
/// answers that were kept.
fn only_open(conditions: &[When], voice: Voice) -> Option<&When> {
    let open = |condition: &&When| match condition {
        When::Voice(voices) => !voices.contains(&voice),
        When::Unless(..) => false,
        _ => true,
    };
    let mut left = conditions.iter().filter(open);
    let only = left.next()?;
    left.next().is_none().then_some(only)
}

/// The question, and the choices of it, that bring a question, where one choice among these suffices.
fn brought_by(when: &When, voice: Voice) -> Option<(Key, Vec<&'static str>)> {
    match when {
        When::Always | When::Voice(_) | When::Unless(..) => None,
        When::Is(key, slug) => Some((*key, vec![*slug])),
        When::In(key, slugs) => Some((*key, slugs.to_vec())),
        When::Any(conditions) => {
            let mut all = conditions.iter().map(|condition| brought_by(condition, voice));
            let (key, mut slugs) = all.next()??;
            for next in all {
                let (other, more) = next?;
                if other != key {
                    return None;
                }
                slugs.extend(more);
            }
            Some((key, slugs))
        }
        When::All(conditions) => only_open(conditions, voice).and_then(|only| brought_by(only, voice)),
    }
}

/// From this many choices on, more than a telephone shows at once, a question stands alone with its answer once it has
/// one: the list would only be weight, and a long way to the next question.
const A_SCREENFUL: usize = 12;
/// Of more items than this, each that was answered stands in one line: ten dates with all their questions are a page
/// without end.
const FEW_ITEMS: usize = 4;
/// From this many choices on, a question brings its follow-ups with the next page: hidden in this one they would double
/// its weight, and without a stylesheet its length.
const MANY_CHOICES: usize = 20;

/// The earlier question of the same place under which a question stands.
fn parent<'q>(question: &Question, all: &'q [Question], voice: Voice) -> Option<&'q Question> {
    let key = bringer(&question.when, voice)?;
    let mut earlier = all.iter().take_while(|other| other.key != question.key);
    earlier.find(|other| other.key == key && other.choices().len() < MANY_CHOICES)
}

/// The questions that stand under this one, each with the choices offered to this voice that bring it.
fn followers<'q>(question: &Question, all: &'q [Question], voice: Voice) -> Vec<(&'q Question, Vec<&'static str>)> {
    let offered = |slug: &&str| question.choice(slug).is_some_and(|choice| !choice.label.say(voice).is_empty());
    let follows = |other: &'q Question| {
        bringer(&other.when, voice).filter(|key| *key == question.key)?;
        parent(other, all, voice)?;
        let (_, slugs) = brought_by(&other.when, voice)?;
        let slugs: Vec<_> = slugs.into_iter().filter(offered).collect();
        (!slugs.is_empty() && !other.ask.say(voice).is_empty()).then_some((other, slugs))
    };
    all.iter().filter_map(follows).collect()
}

/// The most choices that are named before a question they bring.
const NAMED: usize = 2;

/// Says to whom a question that stands under another belongs. Seen only where the stylesheet cannot hide it.
fn if_chosen(sheet: &Sheet<'_>, parent: &Question, slugs: &[&str]) -> String {
    let labels: Vec<_> =
        slugs.iter().filter_map(|slug| parent.choice(slug)).map(|c| c.label.say(sheet.voice)).collect();
    if labels.len() > NAMED {
        sheet.lang.say(words::IF_IT_FITS).to_owned()
    } else {
        words::if_you_chose(sheet.lang, &labels)
    }
}
