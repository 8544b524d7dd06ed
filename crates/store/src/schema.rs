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
        about_invoice -> Nullable<Uuid>,
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
    ballot_papers (tenant_id, ballot, id) {
        tenant_id -> Uuid,
        ballot -> Text,
        id -> Uuid,
        paper -> Text,
    }
}

diesel::table! {
    ballot_receipts (tenant_id, ballot, receipt) {
        tenant_id -> Uuid,
        ballot -> Text,
        receipt -> Text,
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

diesel::table! {
    payment_settings (tenant_id, id) {
        tenant_id -> Uuid,
        id -> Uuid,
        name -> Text,
        shown -> Text,
        secret -> Nullable<Binary>,
        proposed_by -> Binary,
        proposed_at -> Timestamptz,
        approved_by -> Nullable<Binary>,
        approved_at -> Nullable<Timestamptz>,
        in_force_at -> Nullable<Timestamptz>,
        withdrawn_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    secret_keys (tenant_id) {
        tenant_id -> Uuid,
        wrapped -> Binary,
    }
}

diesel::table! {
    assessments (tenant_id, id) {
        tenant_id -> Uuid,
        id -> Uuid,
        member -> Text,
        fee -> Text,
        period -> Text,
        currency -> Nullable<Text>,
        minor -> Nullable<BigInt>,
        state -> Text,
        answer -> Text,
        assessed_at -> Timestamptz,
    }
}

diesel::table! {
    declarations (tenant_id, act_id) {
        tenant_id -> Uuid,
        act_id -> Text,
        member -> Text,
        fact -> Text,
        given -> Text,
        rate -> Text,
        source -> Text,
        declared_at -> Timestamptz,
    }
}

diesel::table! {
    invoices (tenant_id, id) {
        tenant_id -> Uuid,
        id -> Uuid,
        number -> Text,
        assessment_id -> Uuid,
        payer -> Text,
        fee -> Text,
        period -> Text,
        currency -> Text,
        minor -> BigInt,
        issued_on -> Date,
        due_on -> Date,
        link_hash -> Binary,
        link -> Binary,
        cancelled_on -> Nullable<Date>,
    }
}

diesel::table! {
    papers (tenant_id, id) {
        tenant_id -> Uuid,
        id -> Uuid,
        kind -> Text,
        number -> Text,
        payer -> Text,
        invoice_id -> Nullable<Uuid>,
        payment_id -> Nullable<Uuid>,
        snapshot -> Text,
        issued_at -> Timestamptz,
    }
}

diesel::table! {
    entries (tenant_id, id) {
        tenant_id -> Uuid,
        id -> Uuid,
        key -> Text,
        kind -> Text,
        on_day -> Date,
        recorded_at -> Timestamptz,
        says -> Text,
        payment_id -> Nullable<Uuid>,
        actor -> Text,
        actor_role -> Nullable<Text>,
        actor_mark -> Nullable<Binary>,
        authority -> Nullable<Text>,
        reason -> Nullable<Text>,
    }
}

diesel::table! {
    postings (tenant_id, entry_id, line) {
        tenant_id -> Uuid,
        entry_id -> Uuid,
        line -> SmallInt,
        account -> Text,
        currency -> Text,
        minor -> BigInt,
        invoice_id -> Nullable<Uuid>,
        payer -> Nullable<Text>,
    }
}

diesel::table! {
    payments (tenant_id, id) {
        tenant_id -> Uuid,
        id -> Uuid,
        account -> Text,
        reference -> Text,
        payer -> Text,
        currency -> Text,
        minor -> BigInt,
        received_on -> Date,
        attempt_id -> Nullable<Uuid>,
        note -> Text,
    }
}

diesel::table! {
    attempts (tenant_id, id) {
        tenant_id -> Uuid,
        id -> Uuid,
        account -> Text,
        payer -> Text,
        currency -> Text,
        minor -> BigInt,
        state -> Text,
        session -> Nullable<Text>,
        page -> Nullable<Text>,
        language -> Text,
        begun_at -> Timestamptz,
        until -> Timestamptz,
        looked_at -> Timestamptz,
    }
}

diesel::table! {
    attempt_invoices (tenant_id, attempt_id, invoice_id) {
        tenant_id -> Uuid,
        attempt_id -> Uuid,
        invoice_id -> Uuid,
        account -> Text,
        place -> SmallInt,
        live -> Bool,
    }
}

diesel::table! {
    inbox (tenant_id, account, event_id) {
        tenant_id -> Uuid,
        account -> Text,
        event_id -> Text,
        kind -> Text,
        hint -> Text,
        body -> Binary,
        received_at -> Timestamptz,
        state -> Text,
        tries -> Integer,
        next_at -> Timestamptz,
        fault -> Nullable<Text>,
    }
}

diesel::table! {
    followed_accounts (tenant_id, account) {
        tenant_id -> Uuid,
        account -> Text,
        followed_to -> Timestamptz,
    }
}

diesel::table! {
    bank_lines (tenant_id, reference) {
        tenant_id -> Uuid,
        reference -> Text,
        on_day -> Date,
        currency -> Text,
        minor -> BigInt,
        text -> Binary,
        matched_by -> Nullable<Text>,
    }
}

diesel::table! {
    money_findings (tenant_id, account, kind, reference) {
        tenant_id -> Uuid,
        account -> Text,
        kind -> Text,
        reference -> Text,
        seen_at -> Timestamptz,
        detail -> Text,
        resolved_at -> Nullable<Timestamptz>,
        resolution -> Nullable<Text>,
    }
}

diesel::table! {
    closings (tenant_id, through) {
        tenant_id -> Uuid,
        through -> Date,
        closed_at -> Timestamptz,
        closed_by -> Text,
        balances -> Text,
    }
}

diesel::allow_tables_to_appear_in_same_query!(attempts, attempt_invoices);
diesel::allow_tables_to_appear_in_same_query!(entries, postings);
