//! One referral, as triage reads it. Reading it is written down.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path as Segment, Query};
use serde::Deserialize;

use super::Staff;
use super::shown::{self, Cautions, band_tag, bands, moment};
use crate::form::{Key, Kind, REFERRAL};
use crate::ids::Reference;
use crate::intake::cautions::{CHILD, NO_CONTACT, REFUSAL};
use crate::intake::record::{Record, Row, Said};
use crate::intake::safe_ways::Way;
use crate::intake::stored::{StoredAssessment, StoredGap};
use crate::permission::{Action, Actor, StaffId};
use crate::rights::{correct, history};
use crate::store::events::{By, Event, EventKind};
use crate::store::referrals::{self, Opened, Referral};
use crate::store::verify::Part;
use crate::store::{self, AnyConnection};
use crate::triage::refusal::{Refusal, refusal};
use crate::vault::Vault;
use crate::view::staff::history::{A_PAGE, history};
use crate::view::staff::issue as view_issue;
use crate::view::staff::referral as view;
use crate::view::{Told, place};
use crate::web::error::Error;
use crate::web::page;
use crate::web::rooms::Rooms;
use crate::words::{Lang, rights, staff as words, terms};

/// The section in which people tell what is happening.
const HAPPENING: &str = "happening";

/// Who it is about, and who wrote.
const WHO: [Key; 6] = [
    Key::PersonName,
    Key::PersonKnownAs,
    Key::PersonAgeGroup,
    Key::PersonLocation,
    Key::ReferrerName,
    Key::ReferrerRelationship,
];

/// The referral's page.
pub(in crate::web) async fn show(
    rooms: Data<Rooms>,
    who: Staff,
    reference: Segment<String>,
) -> Result<HttpResponse, Error> {
    let found = Found::open(&rooms, &who, &reference).await?;
    Ok(page(found.page(&rooms, &who, &Again::default())))
}

/// The page of one issue.
pub(in crate::web) async fn issue(
    rooms: Data<Rooms>,
    who: Staff,
    at: Segment<(String, u32)>,
) -> Result<HttpResponse, Error> {
    let (reference, number) = at.into_inner();
    let found = Found::open(&rooms, &who, &reference).await?;
    found.issue_page(&rooms, &who, number).map(page).ok_or(Error::NotFound)
}

/// What the address may add to what has happened.
#[derive(Debug, Deserialize)]
pub(in crate::web) struct After {
    /// How many newer lines there are.
    #[serde(default)]
    after: usize,
}

/// What has happened.
pub(in crate::web) async fn past(
    rooms: Data<Rooms>,
    who: Staff,
    reference: Segment<String>,
    wanted: Query<After>,
) -> Result<HttpResponse, Error> {
    let found = Found::open(&rooms, &who, &reference).await?;
    let (lang, all) = (rooms.site.lang, &found.referral.events);
    let lines = all.iter().rev().skip(wanted.after).take(A_PAGE);
    let lines: Vec<_> = lines.map(|event| found.event(lang, event)).collect();
    let lines: Vec<_> = lines.iter().map(|(at, who, what)| view::Event { at, who, what }).collect();
    let more = all.len().saturating_sub(wanted.after) > lines.len();
    let shown = found.referral.reference.shown();
    let notes = found.of_history(lang);
    Ok(page(history(&rooms.site, who.shown(), (&shown, &notes), (&lines, wanted.after, more))))
}

/// What was sent and could not be done: shown again, with what to put right.
#[derive(Default)]
pub(super) struct Again {
    /// What to put right.
    pub(super) told: Vec<Told>,
    /// The band that was chosen.
    pub(super) band: String,
    /// The reason for it.
    pub(super) band_reason: String,
    /// The issue that was to be decided.
    pub(super) issue: u32,
    /// What was to be decided about it.
    pub(super) way: String,
    /// The service line that was chosen.
    pub(super) line: String,
    /// The reason for that.
    pub(super) reason: String,
}

/// A referral taken out of the store, with what was made of it and the names of those who worked on it.
pub(super) struct Found {
    pub(super) referral: Referral,
    pub(super) assessment: StoredAssessment,
    pub(super) record: Record,
    pub(super) closed: Vec<Part>,
    names: Vec<(StaffId, String)>,
}

/// A referral with the names of those who worked on it, as the store gives them.
type Taken = (Referral, Vec<(StaffId, String)>);

impl Found {
    /// Takes a referral out to show it; the reading is added to its history.
    pub(super) async fn open(rooms: &Rooms, who: &Staff, reference: &str) -> Result<Self, Error> {
        let now = rooms.clock.now();
        let take = Self::take(rooms, who, reference, move |conn, vault, actor, reference| {
            referrals::load(conn, vault, actor, reference, now)
        })?;
        let found = Self::of(rooms.db.writing(take).await?);
        found.tell_log();
        Ok(found)
    }

    /// Takes a referral out to decide about it. Whoever shows it after all opens it.
    pub(super) async fn to_decide(rooms: &Rooms, who: &Staff, reference: &str) -> Result<Self, Error> {
        let take = Self::take(rooms, who, reference, referrals::load_to_decide)?;
        Ok(Self::of(rooms.db.reading(take).await?))
    }

    fn take(
        rooms: &Rooms,
        who: &Staff,
        reference: &str,
        load: impl FnOnce(&mut AnyConnection, &Vault, Actor, &Reference) -> store::Result<Referral> + Send + 'static,
    ) -> Result<impl FnOnce(&mut AnyConnection) -> store::Result<Taken> + Send + 'static, Error> {
        who.may(Action::SeeReferral)?;
        let reference: Reference = reference.parse().map_err(|_| Error::NotFound)?;
        let (vault, actor) = (rooms.vault.clone(), who.actor);
        Ok(move |conn: &mut AnyConnection| {
            let referral = load(conn, &vault, actor, &reference)?;
            let ids: Vec<StaffId> = referral.events.iter().filter_map(|event| staff_of(&event.by)).collect();
            let names = crate::store::staff::names_in_history(conn, &vault, actor, &ids)?;
            Ok((referral, names))
        })
    }

    fn of((referral, names): Taken) -> Self {
        let Opened { record, assessment, closed } = Opened::of(&referral);
        Self { referral, assessment, record, closed, names }
    }

    /// Its page, with what could not be done.
    pub(super) fn page(&self, rooms: &Rooms, who: &Staff, again: &Again) -> String {
        self.drawn(rooms, who, again, |page| view::referral(&rooms.site, page).into_string())
    }

    /// The page of one of its issues, where there is one of that number.
    fn issue_page(&self, rooms: &Rooms, who: &Staff, number: u32) -> Option<String> {
        self.drawn(rooms, who, &Again::default(), |page| {
            let issue = page.issues.iter().find(|issue| issue.id == number)?;
            Some(view_issue::alone(&rooms.site, page, issue).into_string())
        })
    }

    /// All that its pages show.
    fn drawn<T>(&self, rooms: &Rooms, who: &Staff, again: &Again, draw: impl Fn(&view::Referral<'_>) -> T) -> T {
        let (referral, lang) = (&self.referral, rooms.site.lang);
        let reasons =
            self.assessment.most_urgent().map(|issue| shown::reasons(lang, &issue.reasons)).unwrap_or_default();
        let issues: Vec<_> =
            referral.issues.iter().map(|issue| shown::IssueWords::of(lang, self, issue, again)).collect();
        let issues: Vec<_> = issues.iter().map(shown::IssueWords::shown).collect();
        let flags = shown::flags(lang, &self.record, referral.flags, &self.cautions(rooms));
        let flags: Vec<_> = flags.iter().map(shown::FlagWords::shown).collect();
        let events: Vec<_> = referral.events.iter().rev().map(|event| self.event(lang, event)).collect();
        let events: Vec<_> = events.iter().map(|(at, who, what)| view::Event { at, who, what }).collect();
        let picks = bands(lang, &again.band);
        let set_by_hand =
            referral.overridden.then(|| words::set_by_hand(lang, band_tag(lang, referral.computed_band).words));
        let received = words::received_from(
            lang,
            &moment(lang, referral.received_at),
            words::channel(lang, referral.channel.slug()),
            terms::voice(lang, referral.voice),
        );
        let can_change = referral.erased_at.is_none();
        // A band that is set needs its moment for contact and its place, which are worked out from these.
        let can_weigh = !self.is_closed(Part::Answers) && self.is_weighed();
        let can_correct = self.can_correct(who);
        let held = referral.held_at.map(|at| rights::held(lang, &moment(lang, at)));
        let erased = referral.erased_at.map(|at| rights::erased(lang, &moment(lang, at)));
        let closed = self.of_parts(lang).into_iter().chain(self.of_history(lang));
        let notes: Vec<_> = closed.chain(held).chain(erased).chain(self.of_mails(lang)).collect();
        let page = view::Referral {
            who: who.shown(),
            reference: &referral.reference.shown(),
            version: referral.version,
            received: &received,
            band: band_tag(lang, referral.band),
            set_by_hand: set_by_hand.as_deref(),
            notes: &notes,
            rights: who.may(Action::ErasePerson).is_ok(),
            contact_by: &shown::contact_by(lang, referral.contact_by, referral.received_at, moment),
            not_contacted: self.caution(NO_CONTACT),
            overdue: referral.status.is_undecided() && referral.contact_by < rooms.clock.now(),
            points: referral.points,
            state: words::status(lang, referral.status.slug()),
            reasons: &reasons,
            flags: &flags,
            gaps: &self.gaps(lang, can_correct),
            queries: &self.assessment.to_ask(),
            call_backs: &self.calls(lang),
            issues: &issues,
            story: &self.story(),
            reads: can_change,
            weighed: self.is_weighed(),
            can_correct,
            events: &events,
            invites: can_change && who.may(Action::InviteFeedback).is_ok(),
            refusal: (who.may(Action::ConfirmRefusal).is_ok()).then(|| self.refusal()).flatten(),
            bands: (can_change && can_weigh && who.may(Action::OverrideBand).is_ok()).then_some(picks.as_slice()),
            override_reason: &again.band_reason,
            problems: &again.told,
            again: again.issue,
        };
        draw(&page)
    }

    /// Whether this person may put an answer right, and there is something to put right.
    pub(super) fn can_correct(&self, who: &Staff) -> bool {
        let opens = !self.is_closed(Part::Answers) && !self.is_closed(Part::Record);
        opens && self.referral.erased_at.is_none() && who.may(Action::CorrectAnswer).is_ok()
    }

    /// Who it is about and who wrote, and what is happening as far as it was told in free words.
    fn story(&self) -> Vec<Row> {
        let free = |row: &&Row| {
            let question = Key::from_slug(&row.slug).and_then(|key| REFERRAL.question(key));
            row.said != Said::Nothing && question.is_some_and(|question| matches!(question.kind, Kind::Text(_)))
        };
        let rows = |slug: &'static str| {
            let sections = self.record.sections.iter().filter(move |section| slug.is_empty() || section.slug == slug);
            sections.flat_map(|section| &section.rows)
        };
        let named = |key: &Key| rows("").find(|row| row.slug == key.slug() && row.said != Said::Nothing);
        let who = WHO.iter().filter_map(named);
        who.chain(rows(HAPPENING).filter(free)).cloned().collect()
    }

    /// The part of the record that is about an issue.
    pub(super) fn written_about(&self, number: u32) -> Option<&str> {
        let rows =
            self.record.sections.iter().filter(|section| section.slug == Key::Issues.slug()).flat_map(|s| &s.rows);
        let about = |row: &&Row| row.within.first().is_some_and(|item| u32::try_from(item.number) == Ok(number));
        rows.into_iter().find(about).map(Row::item)
    }

    /// Whether somebody else says that the person refused, and whether it can be confirmed here.
    pub(super) fn refusal(&self) -> Option<view::Refusal> {
        let referral = &self.referral;
        let corrected = referral.events.iter().filter(|event| event.kind == EventKind::Corrected);
        let corrected = corrected.map(|event| event.detail.as_str());
        let is_told = self.caution(REFUSAL).is_some();
        Some(match refusal(is_told, corrected, referral.status, referral.held_at.is_some())? {
            Refusal::ByDesk => view::Refusal::ByDesk,
            Refusal::ToConfirm => view::Refusal::ToConfirm,
        })
    }

    /// The sentence of that caution, if it was given.
    fn caution(&self, id: &str) -> Option<&str> {
        self.assessment.cautions.iter().find(|caution| caution.id == id).map(|caution| caution.sentence.as_str())
    }

    /// What to know before anybody makes contact; the children’s safeguarding line stands beside a child.
    fn cautions(&self, rooms: &Rooms) -> Cautions {
        let line = rooms.settings.service.children_phone.as_deref();
        let told = self.assessment.cautions.iter().map(|caution| match line.filter(|_| caution.id == CHILD) {
            Some(line) => words::because(
                rooms.site.lang,
                caution.sentence.trim_end_matches('.'),
                &words::children_line(rooms.site.lang, line),
            ),
            None => caution.sentence.clone(),
        });
        let struck = self.assessment.cautions.iter().filter_map(|caution| Way::from_slug(caution.way.as_deref()?));
        Cautions { told: told.collect(), struck: struck.collect() }
    }

    /// Every question that is still to be asked, in the professional's words, or in those of the voice it belongs to;
    /// where it stands, and with its field where the answer can be written down.
    fn gaps(&self, lang: Lang, can_correct: bool) -> Vec<view::Gap> {
        let rooms = if can_correct { correct::rooms(&self.referral) } else { Vec::new() };
        let rows: Vec<_> = self.record.sections.iter().flat_map(|section| &section.rows).collect();
        let gap = |gap: &StoredGap| {
            let asked = match &gap.sentence {
                Some(sentence) => sentence.clone(),
                None => {
                    shown::asked(REFERRAL.question(Key::from_slug(&gap.question)?)?, self.referral.voice).to_owned()
                }
            };
            let new = || rooms.iter().find(|room| room.list == gap.path).map(|room| &room.row);
            let row = rows.iter().find(|row| row.path == gap.path).copied().or_else(new);
            let place = row.map(|row| place(lang, &row.within)).unwrap_or_default();
            let asked = rights::which(lang, &place, &asked);
            let field = row.filter(|_| can_correct).map(|row| row.path.clone());
            Some(view::Gap { asked, field })
        };
        self.assessment.gaps.iter().filter_map(gap).collect()
    }

    fn calls(&self, lang: Lang) -> Vec<String> {
        self.assessment
            .call_backs
            .iter()
            .map(|call| words::call(lang, &call.sentence, &moment(lang, call.due)))
            .collect()
    }

    /// When, who and what, in words.
    fn event(&self, lang: Lang, event: &Event) -> (String, &str, String) {
        let who = history::who(lang, &event.by, &self.names);
        (moment(lang, event.happened_at), who, history::with_words(lang, event))
    }
}

fn staff_of(by: &By) -> Option<StaffId> {
    match by {
        By::Staff(id) => Some(*id),
        By::Visitor | By::System(_) => None,
    }
}
