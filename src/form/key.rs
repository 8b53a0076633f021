//! The name of every question, so that the compiler finds every use of one.
//!
//! A slug is frozen for ever: it is a form field, a JSON key, a column and an anchor. Nothing here knows what is asked.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Declares the `Key` enum with its frozen slugs.
macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident = $slug:literal),+ $(,)?) => {
        /// The name of a question.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each key's meaning is its question, in the catalogue")]
        pub enum Key { $($(#[$doc])* $name),+ }

        impl Key {
            /// Every key, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The frozen slug.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug),+ }
            }

            /// The key of that slug, if there is one.
            #[must_use]
            pub fn from_slug(slug: &str) -> Option<Self> {
                // Looked up for every field of every page: compared with one slug after the other, it costs more than all
                // the rest of reading.
                static SLUGS: LazyLock<HashMap<&'static str, Key>> =
                    LazyLock::new(|| Key::ALL.iter().map(|key| (key.slug(), *key)).collect());
                SLUGS.get(slug).copied()
            }
        }
    };
}

keys! {
    // danger
    DangerNow = "danger-now",
    DangerWhat = "danger-what",
    // you
    ReferrerName = "referrer-name",
    ReferrerRelationship = "referrer-relationship",
    ReferrerRole = "referrer-role",
    ReferrerOrganisation = "referrer-organisation",
    ReferrerBody = "referrer-body",
    ReferrerContactWays = "referrer-contact-ways",
    ReferrerPhone = "referrer-phone",
    ReferrerEmail = "referrer-email",
    ReferrerEmailSafe = "referrer-email-safe",
    WorkerAllocated = "worker-allocated",
    WorkerDetails = "worker-details",
    OtherProfessionals = "other-professionals",
    // person
    PersonName = "person-name",
    PersonKnownAs = "person-known-as",
    PersonTitle = "person-title",
    PersonAgeGroup = "person-age-group",
    PersonBorn = "person-born",
    ChildDecides = "child-decides",
    ChildParentsMayKnow = "child-parents-may-know",
    PersonAddress = "person-address",
    PersonLocation = "person-location",
    PersonPlace = "person-place",
    PrisonRoute = "prison-route",
    ResponsibleCouncil = "responsible-council",
    PlacedOutOfArea = "placed-out-of-area",
    CouncilNow = "council-now",
    FundingAuthority = "funding-authority",
    NhsNumber = "nhs-number",
    CaseNumber = "case-number",
    PersonNeeds = "person-needs",
    PersonNeedsOther = "person-needs-other",
    // contact
    ContactWays = "contact-ways",
    PersonPhone = "person-phone",
    PhoneVoicemail = "phone-voicemail",
    PhoneSayWho = "phone-say-who",
    PersonEmail = "person-email",
    EmailSafe = "email-safe",
    LetterSafe = "letter-safe",
    LetterAddress = "letter-address",
    GoBetweenName = "go-between-name",
    GoBetweenPhone = "go-between-phone",
    GoBetweenRelationship = "go-between-relationship",
    ContactPreferred = "contact-preferred",
    UnsafeWays = "unsafe-ways",
    MustNotKnow = "must-not-know",
    ContactWhen = "contact-when",
    // communication
    CommunicationAny = "communication-any",
    CommunicatesBy = "communicates-by",
    CommunicationSupport = "communication-support",
    CommunicationProfessional = "communication-professional",
    CommunicationContact = "communication-contact",
    CommunicationFormat = "communication-format",
    CommunicationOther = "communication-other",
    Interpreter = "interpreter",
    Language = "language",
    Culture = "culture",
    // happening
    Happening = "happening",
    Wants = "wants",
    AdvocacyKind = "advocacy-kind",
    AdviceGiven = "advice-given",
    SocialCareAccess = "social-care-access",
    SocialCareAccessWhen = "social-care-access-when",
    SocialCareAccessWhat = "social-care-access-what",
    Kept = "kept",
    HomeRisk = "home-risk",
    SaysUrgent = "says-urgent",
    UrgentWhy = "urgent-why",
    // issues, and what each holds
    Issues = "issues",
    IssueKind = "issue-kind",
    IssueWords = "issue-words",
    CaredForName = "cared-for-name",
    SafeguardingPart = "safeguarding-part",
    EnquiryLedBy = "enquiry-led-by",
    IssueStage = "issue-stage",
    IssueRepeat = "issue-repeat",
    ReferrerDecides = "referrer-decides",
    DecisionMakerBody = "decision-maker-body",
    DecisionMaker = "decision-maker",
    DecisionMakerAware = "decision-maker-aware",
    IssueCouncil = "issue-council",
    StayLong = "stay-long",
    DolsAuthorisation = "dols-authorisation",
    DolsStart = "dols-start",
    DolsExpiry = "dols-expiry",
    DolsBody = "dols-body",
    DolsRepresentative = "dols-representative",
    DolsRequest = "dols-request",
    MhaSection = "mha-section",
    MhaStarted = "mha-started",
    MhaTribunal = "mha-tribunal",
    MhaRights = "mha-rights",
    MhaTreatment = "mha-treatment",
    ComplaintFor = "complaint-for",
    ComplaintName = "complaint-name",
    ComplaintRelationship = "complaint-relationship",
    ComplaintAuthority = "complaint-authority",
    ComplaintEvent = "complaint-event",
    ComplaintMade = "complaint-made",
    Objects = "objects",
    HardToUndo = "hard-to-undo",
    DatesKnown = "dates-known",
    Dates = "dates",
    DateWhat = "date-what",
    DateWhen = "date-when",
    DateFirm = "date-firm",
    DateOutcome = "date-outcome",
    Capacity = "capacity",
    CapacityWho = "capacity-who",
    CapacityRole = "capacity-role",
    CapacityWhen = "capacity-when",
    CapacityTest = "capacity-test",
    CapacityCopy = "capacity-copy",
    CapacityBooked = "capacity-booked",
    // involvement
    InvolveUnderstand = "involve-understand",
    InvolveRemember = "involve-remember",
    InvolveWeigh = "involve-weigh",
    InvolveCommunicate = "involve-communicate",
    InvolveWords = "involve-words",
    // support
    SupportAnyone = "support-anyone",
    SupportWilling = "support-willing",
    SupportAgreed = "support-agreed",
    SupportWhyNot = "support-why-not",
    SupportException = "support-exception",
    Contacts = "contacts",
    ContactName = "contact-name",
    ContactRelationship = "contact-relationship",
    ContactRoles = "contact-roles",
    ContactPhone = "contact-phone",
    ContactEmail = "contact-email",
    RuledOut = "ruled-out",
    RuledOutName = "ruled-out-name",
    RuledOutWhy = "ruled-out-why",
    RuledOutMore = "ruled-out-more",
    // safeguarding
    HarmAlleged = "harm-alleged",
    HarmTypes = "harm-types",
    HarmAccess = "harm-access",
    HarmWho = "harm-who",
    HarmCouncilTold = "harm-council-told",
    ChildAtRisk = "child-at-risk",
    // risk
    RiskPerson = "risk-person",
    RiskPersonMore = "risk-person-more",
    RiskVisitor = "risk-visitor",
    RiskVisitorMore = "risk-visitor-more",
    // getting in
    MeetWhere = "meet-where",
    GettingIn = "getting-in",
    AccessNeeds = "access-needs",
    // consent
    Aware = "aware",
    AwareWhy = "aware-why",
    Consent = "consent",
    ConsentLimits = "consent-limits",
    ConsentCapacity = "consent-capacity",
    ConsentAskedHow = "consent-asked-how",
    ConsentBasis = "consent-basis",
    ReferrerMayKnow = "referrer-may-know",
    // anything else
    ReferredBefore = "referred-before",
    HasAdvocate = "has-advocate",
    AnythingElse = "anything-else",
    HeardOfUs = "heard-of-us",
    // feedback, a form of its own
    FeedbackWho = "feedback-who",
    FeedbackListened = "feedback-listened",
    FeedbackToldRole = "feedback-told-role",
    FeedbackUnderstood = "feedback-understood",
    FeedbackHadSay = "feedback-had-say",
    FeedbackIncluded = "feedback-included",
    FeedbackGotWanted = "feedback-got-wanted",
    FeedbackCouldSayNo = "feedback-could-say-no",
    FeedbackEasyToGet = "feedback-easy-to-get",
    FeedbackKnowComplain = "feedback-know-complain",
    FeedbackGood = "feedback-good",
    FeedbackWords = "feedback-words",
}
