//! The tables as diesel sees them, the same for both databases. Written by hand: the two print different types.
//!
//! What each table and column means is said in the migrations.
diesel::table! {
    meta (name) {
        name -> Text,
        value -> Binary,
    }
}

diesel::table! {
    staff (id) {
        id -> BigInt,
        row_name -> Text,
        name_index -> Binary,
        name -> Binary,
        role -> Text,
        password_hash -> Text,
        disabled -> Bool,
        failed_count -> Integer,
        locked_until -> Nullable<BigInt>,
        created_at -> BigInt,
        signed_in_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    sessions (id) {
        id -> BigInt,
        key_hash -> Binary,
        row_name -> Text,
        staff_id -> Nullable<BigInt>,
        state -> Binary,
        created_at -> BigInt,
        touched_at -> BigInt,
    }
}

diesel::table! {
    drafts (id) {
        id -> BigInt,
        token_hash -> Binary,
        return_hash -> Nullable<Binary>,
        word_hash -> Nullable<Binary>,
        row_name -> Text,
        voice -> Text,
        channel -> Text,
        body -> Binary,
        version -> BigInt,
        failed_count -> Integer,
        locked_until -> Nullable<BigInt>,
        created_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    people (id) {
        id -> BigInt,
        row_name -> Text,
        details -> Binary,
        created_at -> BigInt,
    }
}

diesel::table! {
    people_index (id) {
        id -> BigInt,
        person_id -> BigInt,
        field -> Text,
        value -> Binary,
    }
}

diesel::table! {
    referrals (id) {
        id -> BigInt,
        reference -> Text,
        submission_hash -> Binary,
        receipt_hash -> Binary,
        person_id -> BigInt,
        status -> Text,
        voice -> Text,
        channel -> Text,
        band -> Text,
        computed_band -> Text,
        points -> Integer,
        rank -> BigInt,
        contact_by -> BigInt,
        overridden -> Bool,
        emergency -> Bool,
        danger -> Bool,
        unsafe_contact -> Bool,
        communication -> Bool,
        risk -> Bool,
        gaps -> Integer,
        answers -> Binary,
        record -> Binary,
        assessment -> Binary,
        why -> Binary,
        version -> BigInt,
        events_count -> BigInt,
        events_head -> Binary,
        received_at -> BigInt,
        ended_at -> Nullable<BigInt>,
        touched_at -> BigInt,
        held_at -> Nullable<BigInt>,
        erased_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    issues (id) {
        id -> BigInt,
        referral_id -> BigInt,
        number -> Integer,
        kind -> Text,
        stage -> Nullable<Text>,
        service_line -> Text,
        state -> Text,
        band -> Text,
        points -> Integer,
        contact_by -> BigInt,
    }
}

diesel::table! {
    issue_dates (id) {
        id -> BigInt,
        issue_id -> BigInt,
        number -> Integer,
        what -> Text,
        day -> Nullable<Date>,
        hard -> Bool,
    }
}

diesel::table! {
    events (id) {
        id -> BigInt,
        referral_id -> BigInt,
        seq -> BigInt,
        kind -> Text,
        actor_kind -> Text,
        staff_id -> Nullable<BigInt>,
        system_part -> Nullable<Text>,
        issue_id -> Nullable<BigInt>,
        detail -> Text,
        words -> Nullable<Binary>,
        commitment -> Binary,
        hash -> Binary,
        happened_at -> BigInt,
    }
}

diesel::table! {
    call_backs (id) {
        id -> BigInt,
        referral_id -> BigInt,
        reason -> Text,
        due_at -> BigInt,
        done_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    outbox (id) {
        id -> BigInt,
        row_name -> Text,
        referral_id -> Nullable<BigInt>,
        kind -> Text,
        body -> Nullable<Binary>,
        state -> Text,
        attempts -> Integer,
        next_at -> BigInt,
        claim -> Nullable<Text>,
        claimed_until -> Nullable<BigInt>,
        fault -> Nullable<Text>,
        created_at -> BigInt,
        settled_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    invitations (id) {
        id -> BigInt,
        code_hash -> Binary,
        referral_id -> BigInt,
        created_at -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    feedback (id) {
        id -> BigInt,
        row_name -> Text,
        submission_hash -> Binary,
        invitation_id -> Nullable<BigInt>,
        answers -> Binary,
        received_at -> BigInt,
    }
}

diesel::table! {
    queue_counts (status, band) {
        status -> Text,
        band -> Text,
        total -> BigInt,
    }
}

diesel::table! {
    gone (month, kind, ground) {
        month -> Text,
        kind -> Text,
        ground -> Text,
        total -> BigInt,
    }
}

diesel::table! {
    refusals (month) {
        month -> Text,
        total -> BigInt,
    }
}

diesel::joinable!(issues -> referrals (referral_id));
diesel::joinable!(issue_dates -> issues (issue_id));
diesel::allow_tables_to_appear_in_same_query!(
    meta,
    staff,
    sessions,
    drafts,
    people,
    people_index,
    referrals,
    issues,
    issue_dates,
    events,
    call_backs,
    outbox,
    invitations,
    feedback,
    queue_counts,
    refusals,
    gone
);
