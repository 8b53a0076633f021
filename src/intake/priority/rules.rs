//! The rules as a list: what each is called, what it says, and what it rests on. How much each weighs is the rubric's.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::settings::rubric::Band;

/// Declares the rules in the order in which they are shown.
macro_rules! rules {
    ($($name:ident = $id:literal: $sentence:literal, $source:literal;)+) => {
        /// The frozen name of a rule.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each is told by its sentence in `RULES`")]
        pub enum RuleId { $($name),+ }

        impl RuleId {
            /// The name by which people and the rubric know it.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }

            /// What it says and what it rests on.
            #[must_use]
            pub const fn rule(self) -> &'static Rule {
                match self { $(Self::$name => &Rule { id: Self::$name, sentence: $sentence, source: $source }),+ }
            }
        }

        /// Every rule, in the order in which reasons are shown.
        pub const RULES: &[&Rule] = &[$(RuleId::$name.rule()),+];
    };
}

/// One rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its name.
    pub id: RuleId,
    /// What it says of an issue it applies to; words in braces are filled in.
    pub sentence: &'static str,
    /// The law, guidance or published standard it rests on.
    pub source: &'static str,
}

rules! {
    A1 = "A1": "{date}{half}", "SCIE Guide 39; VoiceAbility IMCA referral guidance (dates set the pace)";
    A2 = "A2": "{date}{half}", "SCIE Guide 39; VoiceAbility IMCA referral guidance (dates set the pace)";
    A3 = "A3": "{date}{half}", "SCIE Guide 39; VoiceAbility IMCA referral guidance (dates set the pace)";
    A4 = "A4": "{date}{half}", "SCIE Guide 39; VoiceAbility IMCA referral guidance (dates set the pace)";
    A5 = "A5": "{date}{half}", "SCIE Guide 39; VoiceAbility IMCA referral guidance (dates set the pace)";
    A6 = "A6": "{date}{half}", "SCIE Guide 39; VoiceAbility IMCA referral guidance (dates set the pace)";
    A7 = "A7": "There is a date, but we do not know yet which day it is.{half}",
        "SCIE Guide 39; VoiceAbility IMCA referral guidance (dates set the pace)";
    B1 = "B1": "Someone may be in danger now.",
        "Torbay and Devon Safeguarding Adults Partnership: immediate risk; Care Act 2014 s42";
    B2 = "B2": "Abuse or neglect is alleged, and the one said to do it can still reach the person.",
        "Care Act 2014 s42; Care and Support Statutory Guidance 7.27";
    B3 = "B3": "There is a safeguarding matter{reach}.",
        "Care Act 2014 s68; Care and Support Statutory Guidance 7.27";
    B4 = "B4": "The person is kept somewhere and is not free to leave, or may be.",
        "Human Rights Act 1998 Sch 1 Article 5; SCIE Guide 31";
    B5 = "B5": "The person disagrees with the place or the plan, or wants to leave.",
        "Mental Capacity Act 2005 ss21A, 39D; Human Rights Act 1998 Sch 1 Articles 5 and 8";
    B6 = "B6": "The person has no home, or may lose it within {days} days.", "Housing Act 1996 ss175, 213B";
    B7 = "B7": "A family’s children are the subject of child protection or care proceedings.",
        "Children Act 1989 ss31, 47";
    B8 = "B8": "What is being decided is hard to undo.", "Mental Capacity Act 2005 ss37–39";
    BCap = "B-cap": "Harm, freedom and home together count for at most {most} points.",
        "This service’s rubric, so that one kind of worry does not hide every other";
    C1 = "C1": "There is a legal duty to provide an advocate, and every condition for it is shown.",
        "Care Act 2014 ss67–68; Mental Capacity Act 2005 ss37–39D; Mental Health Act 1983 s130A";
    C2 = "C2": "There may be a legal duty to provide an advocate: part of it is shown and nothing we know rules it out.",
        "Care Act 2014 ss67–68; Mental Capacity Act 2005 ss37–39D; NICE guideline NG227";
    C3 = "C3": "The law provides for an advocate here, though not as a duty to this person.",
        "SI 2006/2883; Local Government and Public Involvement in Health Act 2007 s223A";
    C4 = "C4": "{unshown}", "NICE guideline NG227, recommendation 1.2.1";
    D1 = "D1": "Nobody close to the person can help them have a say.",
        "Care Act 2014 s67(5); Mental Capacity Act 2005 s37(1)(b)";
    D2 = "D2": "The person cannot take part in this alone: {alone}.",
        "Care Act 2014 s67(4); Mental Capacity Act 2005 s3";
    D3 = "D3": "An interpreter or communication professional must be booked for a date within {days} working days.",
        "Accessible Information Standard (DAPB1605); Equality Act 2010 s20";
    E = "E": "The person has waited {days} working days past the day by which we meant to be in contact.",
        "This service’s rubric, so that nobody is passed by for ever";
    X = "X": "We were told that it is urgent, without a date or a reason. We will ask.",
        "This service’s rubric: it puts the referral before others in its band, and never into another band";
    FL1 = "FL1": "Someone may be in danger now: act today, and see that 999 or safeguarding has been called.",
        "Torbay and Devon Safeguarding Adults Partnership: immediate risk; Care Act 2014 s42";
    FL2 = "FL2": "{date} This cannot wait.", "SCIE Guide 39; VoiceAbility IMCA referral guidance";
    FL3 = "FL3": "{date} That leaves too little time to wait in the queue.",
        "Mind in Bexley and Invicta: first contact within 3 working days; SCIE Guide 39";
    FL4 = "FL4": "The person may be at risk of abuse, may find it hard to take part in the safeguarding process, and has \
                  nobody to support them.",
        "Care Act 2014 s68; Care and Support Statutory Guidance 7.27";
    FL5 = "FL5": "{authorisation}", "Mental Capacity Act 2005 s39A and Sch A1 para 78; SCIE Guide 31";
    FL6 = "FL6": "{tribunal}", "Mental Health Act 1983 s66(2)(a)";
    FL7 = "FL7": "Serious medical treatment is proposed. It may lawfully go ahead without an advocate if it is urgent, \
                  so find out when it is planned.",
        "Mental Capacity Act 2005 s37(4); Mental Capacity Act Code of Practice 10.46";
    FL8 = "FL8": "{date} The person cannot take part in it alone.",
        "Mental Capacity Act 2005 ss38–39; Care Act 2014 s67";
    FL9 = "FL9": "The law provides for an advocate here, or may do, so this is never left on a waiting list.",
        "Care Act 2014 ss67–68; NICE guideline NG227";
    FL10 = "FL10": "We do not know yet {unknown}. Until we know, it goes no lower.",
        "Care and Support Statutory Guidance 7.27; this service’s rubric";
    FL11 = "FL11": "Someone is said to be hurting or frightening the person, and can reach them. To know it is never less \
                    urgent than not to be sure of it.",
        "Care Act 2014 s42; Care and Support Statutory Guidance 7.27; this service’s rubric";
}

/// What a reason adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Points, which may be fewer than none where a limit bites.
    Points(i32),
    /// A band below which the issue does not fall.
    Floor(Band),
}

impl Weight {
    /// Whether it changes anything.
    #[must_use]
    pub const fn is_felt(self) -> bool {
        !matches!(self, Self::Points(points) if points <= 0)
    }

    /// What is told first: floors, the highest before the others, then points, the most before the fewer.
    #[must_use]
    pub const fn order(self) -> (u8, Option<Band>, i32) {
        match self {
            Self::Floor(band) => (0, Some(band), 0),
            Self::Points(points) => (1, None, -points),
        }
    }
}

/// Why an issue stands where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The rule.
    pub rule: RuleId,
    /// What it adds.
    pub weight: Weight,
    /// Why, in a sentence.
    pub sentence: String,
    /// What that rests on.
    pub source: &'static str,
}

impl Reason {
    /// Points for a rule whose sentence needs nothing filled in.
    #[must_use]
    pub fn points(rule: RuleId, points: i32) -> Self {
        Self {
            rule,
            weight: Weight::Points(points),
            sentence: rule.rule().sentence.to_owned(),
            source: rule.rule().source,
        }
    }

    /// A floor from a rule whose sentence needs nothing filled in.
    #[must_use]
    pub fn floor(rule: RuleId, band: Band) -> Self {
        Self { weight: Weight::Floor(band), ..Self::points(rule, 0) }
    }

    /// The same with a word of its sentence filled in.
    #[must_use]
    pub fn with(mut self, word: &str, words: &str) -> Self {
        self.sentence = self.sentence.replace(&format!("{{{word}}}"), words);
        self
    }

    /// The same resting on something more exact.
    #[must_use]
    pub const fn resting_on(mut self, source: &'static str) -> Self {
        self.source = source;
        self
    }

    /// The points it adds; none for a floor.
    #[must_use]
    pub const fn added(&self) -> i32 {
        match self.weight {
            Weight::Points(points) => points,
            Weight::Floor(_) => 0,
        }
    }

    /// The band it keeps the issue from falling below, if it is a floor.
    #[must_use]
    pub const fn lifts_to(&self) -> Option<Band> {
        match self.weight {
            Weight::Points(_) => None,
            Weight::Floor(band) => Some(band),
        }
    }
}

impl Serialize for RuleId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.slug())
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut reason = serializer.serialize_struct("Reason", 4)?;
        reason.serialize_field("rule", &self.rule)?;
        match self.weight {
            Weight::Points(points) => reason.serialize_field("points", &points)?,
            Weight::Floor(band) => reason.serialize_field("floor", &band)?,
        }
        reason.serialize_field("sentence", &self.sentence)?;
        reason.serialize_field("source", self.source)?;
        reason.end()
    }
}
