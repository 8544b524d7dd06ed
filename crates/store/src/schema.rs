//! The tables as the migrations make them.

diesel::table! {
    tenants (id) {
        id -> Uuid,
        slug -> Text,
        demonstration -> Bool,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    charter_files (tenant_id, revision, path) {
        tenant_id -> Uuid,
        revision -> Integer,
        path -> Text,
        source -> Text,
        stored_at -> Timestamptz,
    }
}

diesel::table! {
    acts (tenant_id, place) {
        tenant_id -> Uuid,
        place -> BigInt,
        id -> Text,
        recorded_at -> Timestamptz,
        body -> Text,
        previous_hash -> Binary,
        hash -> Binary,
    }
}

diesel::table! {
    heads (tenant_id) {
        tenant_id -> Uuid,
        place -> BigInt,
        hash -> Binary,
        charter_revision -> Integer,
        news -> BigInt,
    }
}

diesel::table! {
    subject_keys (tenant_id, subject) {
        tenant_id -> Uuid,
        subject -> Text,
        wrapped -> Binary,
    }
}

diesel::table! {
    documents (tenant_id, reference, brought_by) {
        tenant_id -> Uuid,
        reference -> Text,
        brought_by -> Text,
        name -> Text,
        media_type -> Text,
        bytes -> BigInt,
        brought_at -> Timestamptz,
    }
}

diesel::table! {
    clocks (tenant_id) {
        tenant_id -> Uuid,
        days_ahead -> Integer,
    }
}

diesel::table! {
    people (tenant_id, address_hash, party) {
        tenant_id -> Uuid,
        address_hash -> Binary,
        party -> Text,
        address -> Binary,
        invited_at -> Timestamptz,
        language -> Text,
        role -> Text,
    }
}

diesel::table! {
    mail (tenant_id, id) {
        tenant_id -> Uuid,
        id -> Uuid,
        message -> Binary,
        state -> Text,
        attempts -> Integer,
        next_at -> Timestamptz,
        written_at -> Timestamptz,
        fault -> Nullable<Text>,
        notice_id -> Nullable<Uuid>,
        trace -> Nullable<Text>,
    }
}

diesel::table! {
    notices (tenant_id, id) {
        tenant_id -> Uuid,
        id -> Uuid,
        kind -> Text,
        name -> Text,
        recipient -> Text,
        subject -> Text,
        caused_on -> Date,
        turn -> BigInt,
        clause -> Text,
        by_party -> Text,
        written_at -> Timestamptz,
        in_register -> Bool,
        received_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    tokens (tenant_id, id) {
        tenant_id -> Uuid,
        id -> Uuid,
        hash -> Binary,
        name -> Text,
        party -> Text,
        person -> Nullable<Binary>,
        scopes -> Text,
        made_at -> Timestamptz,
        revoked_at -> Nullable<Timestamptz>,
        role -> Text,
    }
}

diesel::table! {
    credentials (tenant_id, address_hash) {
        tenant_id -> Uuid,
        address_hash -> Binary,
        password -> Nullable<Text>,
        second_factor -> Nullable<Binary>,
        last_step -> BigInt,
        changed_at -> Timestamptz,
    }
}

diesel::table! {
    drafts (tenant_id, party, act) {
        tenant_id -> Uuid,
        party -> Text,
        act -> Text,
        content -> Binary,
        saved_at -> Timestamptz,
    }
}

diesel::table! {
    timers (tenant_id) {
        tenant_id -> Uuid,
        begun_on -> Date,
        followed_to -> Date,
        acts -> BigInt,
        charter_revision -> Integer,
        next_on -> Nullable<Date>,
    }
}

diesel::table! {
    showings (tenant_id, party) {
        tenant_id -> Uuid,
        party -> Text,
        shown_to -> Text,
        agreed_at -> Timestamptz,
    }
}

diesel::table! {
    standings (tenant_id, party, what) {
        tenant_id -> Uuid,
        party -> Text,
        what -> Text,
        state -> Text,
    }
}

diesel::table! {
    parties (tenant_id, name) {
        tenant_id -> Uuid,
        name -> Text,
        first_on -> Date,
        last_on -> Date,
        acts -> BigInt,
    }
}
