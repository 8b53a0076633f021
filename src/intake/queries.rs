//! Answers that do not fit together, or that somebody should look at before acting. They are asked, and never block.

mod dates;
mod liberty;

use serde::Serialize;

use super::assessed_issue::AssessedIssue;
use super::eligibility::{State, considered, is_imca_duty, qualifies_by_treatment};
use super::facts::{
    AdvocacyKind, AgeGroup, Capacity, Consent, DecisionMakerBody, EnquiryLedBy, Facts, IssueFacts, IssueKind,
    IssueStage, Location, MhaSection, SafeguardingPart, Said,
};
use super::priority::Measure;
use super::safe_ways::{SafeWays, Way};
use super::same_person::Likeness;
use crate::form::Line;

/// Something to ask about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Query {
    /// Frozen.
    pub id: &'static str,
    /// What does not fit, and what to do.
    pub sentence: String,
    /// The place of the issue among the issues, from 1; none where it is about the whole referral.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<usize>,
}

/// An id with its sentence.
type Asked = (&'static str, String);

/// Everything to ask about: the referral first, then its issues in order.
#[must_use]
pub fn queries(facts: &Facts, ways: &SafeWays, assessed: &[AssessedIssue], measure: &Measure<'_>) -> Vec<Query> {
    let about_contact = about_contact(ways).into_iter();
    let about_all = about_contact.chain(about_the_referral(facts, measure)).map(|asked| query(asked, None));
    let about_each = facts.issues.iter().zip(assessed).zip(1..).flat_map(|((issue, assessed), number)| {
        let asked = about_an_issue(facts, issue, assessed, measure);
        asked.into_iter().map(move |asked| query(asked, Some(number)))
    });
    about_all.chain(about_each).collect()
}

fn query((id, sentence): Asked, issue: Option<usize>) -> Query {
    Query { id, sentence, issue }
}

fn about_the_referral(facts: &Facts, measure: &Measure<'_>) -> Vec<Asked> {
    let person = &facts.person;
    let refuses = person.consent == Some(Consent::Refuses);
    let confirmed = refuses && person.consent_capacity == Some(Said::Yes);
    let told = [
        (
            confirmed,
            "refused-with-capacity",
            "Whoever sent this says that the person can decide about it and has said no. See to any danger first. Then ask \
             how they were asked and who was with them; a refusal passed on by somebody else is not yet theirs. Once it is \
             confirmed, give information and go no further against their wish.",
        ),
        (
            refuses && !confirmed,
            "refusal-hearsay",
            "We are told that the person does not want this. See to any danger first. Then ask how they were asked and \
             who was with them; a refusal passed on by somebody else is not yet theirs.",
        ),
        (
            person.support.liberty_given,
            "liberty-exception",
            "A deprivation of liberty is given as a reason to arrange an advocate although there is someone. We find it in \
             SI 2014/2824 reg 4(2) only, and do not count it: check whether it holds, and whether a long stay or a \
             disagreement is meant.",
        ),
        (
            person.has_age_mismatch(measure.today()),
            "age-mismatch",
            "The age group and the date of birth do not agree. Ask which is right: the law differs at 16 and at 18.",
        ),
        (
            person.harm_alleged == Some(Said::Yes) && !facts.issues.iter().any(|issue| issue.kind.is_about_harm()),
            "harm-no-process",
            "Someone is said to be hurting or frightening the person, and no safeguarding process is named. See that the \
             council has been told, with the person’s agreement where that is safe. Where it enquires, an advocate may be \
             owed for that as well.",
        ),
        (
            facts.is_kept_unknown(),
            "kept-unknown",
            "Nobody is sure whether the person is free to leave where they are. Ask whether anybody would stop them, and on \
             what authority: whoever is kept has rights that run from the first day.",
        ),
        (
            facts.is_home_unknown(),
            "home-unknown",
            "Nobody is sure whether the person may lose their home. Ask whether there is a notice, a debt or a date: the \
             council’s duties to prevent it begin before it happens (Housing Act 1996 ss175, 195).",
        ),
        (
            facts.person.asked_for.iter().any(|asked| !is_named(*asked, facts)),
            "advocacy-kind",
            "A kind of advocate is asked for to which no issue here points. Ask what is happening: another process or \
             decision may be meant.",
        ),
    ];
    kept(told)
}

/// Ways and people that are called safe in one place and unsafe in another.
fn about_contact(ways: &SafeWays) -> Vec<Asked> {
    let voicemail = ways.voicemail_contradicted.then_some("voice messages");
    let both: Vec<&str> = ways.contradicted().map(Way::name).chain(voicemail).collect();
    let contradiction = (!both.is_empty()).then(|| {
        let sentence = format!(
            "Marked both as safe and as never to be used: {}. Do not use any of these until the person has said which is right.",
            both.join(", ")
        );
        ("contact-contradiction", sentence)
    });
    let told = [
        (
            ways.go_between == Likeness::Same,
            "go-between-ruled-out",
            "The trusted person appears to be somebody who is ruled out, by name or by number. Do not contact them. Ask the \
             person, in a safe way, whom else they trust.",
        ),
        (
            ways.go_between == Likeness::Named,
            "go-between-named",
            "The trusted person’s name also stands among those who are ruled out, must not know or may have done harm. Ask \
             the person who is meant before anybody contacts them.",
        ),
    ];
    let preferred = ways.preferred_in_vain.map(|way| {
        let sentence = format!(
            "The person prefers {}, which is not among the safe ways that can be used. Use another way until they have said \
             more.",
            way.name()
        );
        ("preferred-not-safe", sentence)
    });
    contradiction.into_iter().chain(preferred).chain(kept(told)).collect()
}

/// Whether an issue points to the kind of advocate that was asked for by name.
fn is_named(asked: AdvocacyKind, facts: &Facts) -> bool {
    let named = facts.issues.iter().map(|issue| issue.kind).filter(|kind| *kind != IssueKind::NotSure);
    let lines: Vec<Line> = named.map(considered).collect();
    let points_to = |wanted: &[Line]| lines.iter().any(|line| wanted.contains(line));
    match asked {
        AdvocacyKind::NotSure => true,
        AdvocacyKind::CareAct => points_to(&[Line::CareAct, Line::SocialCareAccess]),
        AdvocacyKind::Imca => points_to(&[Line::Imca]),
        AdvocacyKind::Dols => points_to(&[Line::Dols39A, Line::Dols39C, Line::Dols39D]),
        AdvocacyKind::PaidRpr => points_to(&[Line::PaidRpr]),
        AdvocacyKind::Imha => points_to(&[Line::Imha]),
        AdvocacyKind::NhsComplaint => points_to(&[Line::NhsComplaints]),
        AdvocacyKind::Community => points_to(&[Line::Community]),
    }
}

fn kept<const N: usize>(told: [(bool, &'static str, &'static str); N]) -> Vec<Asked> {
    told.into_iter().filter(|(holds, ..)| *holds).map(|(_, id, sentence)| (id, sentence.to_owned())).collect()
}

fn about_an_issue(facts: &Facts, issue: &IssueFacts, assessed: &AssessedIssue, measure: &Measure<'_>) -> Vec<Asked> {
    let person = &facts.person;
    let today = measure.today();
    let is_child = matches!(person.age_group(today), Some(AgeGroup::Under16 | AgeGroup::From16To17));
    let told = [
        (
            assessed.considered == Line::Imca && issue.capacity == Some(Capacity::Has),
            "imca-has-capacity",
            "The person can make this decision, so no IMCA is instructed for it. Ask whether a Care Act process is under \
             way in which they would find it hard to take part.",
        ),
        (
            (is_imca_duty(issue.kind) || issue.kind == IssueKind::ImcaCareReview) && has_someone(assessed),
            "imca-suitable-family",
            "There is someone right to consult, so no IMCA has to be instructed. Check that they are willing, able and \
             wanted. A dispute with them is not by itself a reason to pass them over.",
        ),
        (
            assessed.considered == Line::Imca && issue.decision_maker_body.is_some_and(decides_otherwise),
            "imca-no-body-decides",
            "An IMCA is for a decision that a council or an NHS body takes for someone who cannot. We are told that the \
             person decides, or that nothing is decided: ask what is proposed, by whom, and whether the person can decide \
             about it.",
        ),
        (
            is_decider_contradicted(issue, assessed),
            "imca-decision-maker",
            "The kind of decision and the answer about who makes it do not agree. Ask who decides: an IMCA is instructed \
             by the NHS body or the council whose decision it is.",
        ),
        (
            assessed.limb("age").is_some_and(|limb| limb.state == State::NotMet) && assessed.considered == Line::Imca,
            "imca-under-16",
            "An IMCA is for people of 16 and over. Check the age, and ask who with parental responsibility is involved and \
             whether a children’s advocate can be found.",
        ),
        (
            is_excluded(facts, issue, measure),
            "imha-excluded-section",
            "This section does not bring an independent mental health advocate yet. Ask what is planned next: a section \
             that does may follow within hours.",
        ),
        (
            assessed.informal,
            "informal-route",
            "Only a council or an NHS body can formally instruct an advocate here. Keep the referral, help the person \
             now, and ask the body responsible.",
        ),
        (
            is_imca_or_dols(assessed.service_line) && person.placed_out_of_area,
            "out-of-area",
            "The person is placed outside the area of their own council. The advocate is found where the person is: \
             check which service covers that place, and hand on if it is not ours.",
        ),
        (
            is_adult_process(issue.kind) && is_child,
            "adult-process-under-18",
            "This process is for adults and the person is under 18. Ask whether it is a children’s process, and see that \
             the children’s safeguarding line is known.",
        ),
        (
            issue.kind == IssueKind::SafeguardingEnquiry && person.location == Some(Location::Prison),
            "prison-safeguarding",
            "The council’s duty to enquire does not reach into prison (Care Act 2014 s76(7)). The governor’s do; \
             assessment and planning duties still hold. Ask whom in the prison to speak to.",
        ),
        (
            issue.kind == IssueKind::SafeguardingReview && person.location == Some(Location::Prison),
            "prison-review",
            "A safeguarding adults review leaves out whatever belongs to a time in prison (Care Act 2014 s76(9)). Ask which \
             time this one is about: for any other time the duty holds, wherever the person is now.",
        ),
        (
            issue.kind == IssueKind::SafeguardingEnquiry
                && issue.enquiry_led_by.is_some_and(EnquiryLedBy::is_not_the_councils),
            "concern-not-enquiry",
            "We are told of a concern, and of no enquiry by the council or for it. See that the council knows of the \
             concern, and ask whether it makes an enquiry (Care Act 2014 s42): with it the duty arises.",
        ),
        (
            issue.safeguarding_part == Some(SafeguardingPart::Other),
            "safeguarding-part-other",
            "The person is said to be neither the adult at risk nor the one said to have done harm. Ask what their part is: \
             the law asks for an advocate for the adult at risk.",
        ),
        (
            issue.is_source_of_harm(),
            "source-of-harm",
            "The person is said to have done harm. Their advocate must not also act for the adult at risk. Only a power \
             to instruct an IMCA in adult protection can apply.",
        ),
        (
            issue.stage == Some(IssueStage::Decided),
            "retrospective-repeat",
            "This has been decided already. Ask whether it can be done again with an advocate, or challenged, and by when.",
        ),
    ];
    let more = liberty::queries(issue, assessed).into_iter().chain(dates::queries(issue, measure));
    kept(told).into_iter().chain(more).collect()
}

/// Whether somebody named another as the decision maker than the one whose decision it is by its kind.
fn is_decider_contradicted(issue: &IssueFacts, assessed: &AssessedIssue) -> bool {
    let is_told =
        issue.decision_maker_body.is_some_and(|body| body != DecisionMakerBody::DontKnow && !decides_otherwise(body));
    is_told && assessed.limb("decision-maker").is_some_and(|limb| limb.state == State::NotKnown)
}

const fn decides_otherwise(body: DecisionMakerBody) -> bool {
    matches!(body, DecisionMakerBody::Person | DecisionMakerBody::NoDecision)
}

fn has_someone(assessed: &AssessedIssue) -> bool {
    assessed.limb("no-one").is_some_and(|limb| limb.state == State::NotMet)
}

fn is_excluded(facts: &Facts, issue: &IssueFacts, measure: &Measure<'_>) -> bool {
    let excluded = &measure.rubric.imha_excluded;
    let is_listed = |section: MhaSection| excluded.iter().any(|slug| slug == section.slug());
    issue.mha.section.is_some_and(is_listed) && !qualifies_by_treatment(&facts.person, issue, measure.today())
}

const fn is_imca_or_dols(line: Line) -> bool {
    matches!(line, Line::Imca | Line::Dols39A | Line::Dols39C | Line::Dols39D)
}

const fn is_adult_process(kind: IssueKind) -> bool {
    kind.is_adult_assessment_or_plan() || kind.is_safeguarding() || kind.is_dols()
}
