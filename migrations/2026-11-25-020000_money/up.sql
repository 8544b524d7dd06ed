-- Money: what is owed, what came in, and the books. Journal postings are the primary record; whether an invoice is paid, and
-- what somebody has in credit, are sums of postings and stand nowhere else. Entries, postings and papers are append-only.

-- A settlement with a provider or a payee that was proposed, approved by somebody else, and is in force from an instant.
CREATE TABLE payment_settings (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    name text NOT NULL CHECK (name IN ('stripe', 'paypal', 'payee')),
    shown text NOT NULL,
    secret bytea,
    proposed_by bytea NOT NULL CHECK (length(proposed_by) = 32),
    proposed_at timestamptz NOT NULL,
    approved_by bytea CHECK (length(approved_by) = 32),
    approved_at timestamptz,
    in_force_at timestamptz,
    withdrawn_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT two_people CHECK (approved_by IS NULL OR approved_by <> proposed_by),
    CONSTRAINT approved_whole CHECK ((approved_by IS NULL) = (approved_at IS NULL) AND (approved_by IS NULL) = (in_force_at IS NULL))
);

-- The key under which a network's secrets are sealed, wrapped under the master key.
CREATE TABLE secret_keys (
    tenant_id uuid PRIMARY KEY REFERENCES tenants (id),
    wrapped bytea NOT NULL
);

-- What the charter asks of a member for a period, as it answered. A changed answer supersedes, it never edits.
CREATE TABLE assessments (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    member text NOT NULL CHECK (member <> ''),
    fee text NOT NULL,
    period text NOT NULL,
    currency char(3),
    minor bigint CHECK (minor >= 0),
    state text NOT NULL CHECK (state IN ('assessed', 'blocked', 'nil', 'superseded')),
    answer text NOT NULL,
    assessed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CHECK (state NOT IN ('assessed', 'nil') OR (currency IS NOT NULL AND minor IS NOT NULL))
);
CREATE UNIQUE INDEX assessments_one ON assessments (tenant_id, member, fee, period) WHERE state <> 'superseded';

-- Income that was declared in another currency than the charter's: what was said, the rate, where it comes from.
CREATE TABLE declarations (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    act_id text NOT NULL,
    member text NOT NULL,
    fact text NOT NULL,
    given text NOT NULL,
    rate text NOT NULL,
    source text NOT NULL CHECK (source <> ''),
    declared_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, act_id)
);

-- Numbers, one after another in each series. A number is taken in the transaction that uses it, so that none is missing.
CREATE TABLE series (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    code text NOT NULL CHECK (code ~ '^[A-Z]{1,3}-[A-Za-z0-9./-]{1,30}$'),
    last bigint NOT NULL CHECK (last > 0),
    PRIMARY KEY (tenant_id, code)
);

CREATE TABLE invoices (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    number text NOT NULL,
    assessment_id uuid NOT NULL,
    payer text NOT NULL CHECK (payer <> ''),
    fee text NOT NULL,
    period text NOT NULL,
    currency char(3) NOT NULL,
    minor bigint NOT NULL CHECK (minor > 0),
    issued_on date NOT NULL,
    due_on date NOT NULL,
    -- The hash of the key with which anybody who has it can pay.
    link_hash bytea NOT NULL CHECK (length(link_hash) = 32),
    link bytea NOT NULL,
    cancelled_on date,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, number),
    UNIQUE (tenant_id, assessment_id),
    UNIQUE (tenant_id, link_hash),
    FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessments (tenant_id, id)
);
CREATE INDEX invoices_of_payer ON invoices (tenant_id, payer);

-- What was written and numbered: receipts and credit notes, as they were then.
CREATE TABLE papers (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('receipt', 'credit-note')),
    number text NOT NULL,
    payer text NOT NULL,
    invoice_id uuid,
    payment_id uuid,
    snapshot text NOT NULL,
    issued_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, number)
);
CREATE INDEX papers_of_payer ON papers (tenant_id, payer);

CREATE TABLE entries (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    -- What it is booked for: booking it twice is booking it once.
    key text NOT NULL,
    kind text NOT NULL,
    on_day date NOT NULL,
    recorded_at timestamptz NOT NULL,
    says text NOT NULL,
    payment_id uuid,
    -- Who booked it: the platform itself, or somebody with a role.
    actor text NOT NULL CHECK (actor <> ''),
    actor_role text,
    actor_mark bytea,
    authority text,
    reason text,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, key)
);
CREATE INDEX entries_of_payment ON entries (tenant_id, payment_id);
CREATE INDEX entries_by_day ON entries (tenant_id, on_day);

CREATE TABLE postings (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    entry_id uuid NOT NULL,
    line smallint NOT NULL,
    account text NOT NULL,
    currency char(3) NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    minor bigint NOT NULL CHECK (minor <> 0),
    invoice_id uuid,
    payer text,
    PRIMARY KEY (tenant_id, entry_id, line),
    FOREIGN KEY (tenant_id, entry_id) REFERENCES entries (tenant_id, id),
    CHECK (account <> 'receivable' OR (invoice_id IS NOT NULL AND payer IS NOT NULL)),
    CHECK (account <> 'credit' OR payer IS NOT NULL)
);
CREATE INDEX postings_of_invoice ON postings (tenant_id, invoice_id) WHERE account = 'receivable';
CREATE INDEX postings_of_credit ON postings (tenant_id, payer) WHERE account = 'credit';
CREATE INDEX postings_of_account ON postings (tenant_id, account);

-- Money that came in: one row for each name that a provider, a bank or the cash desk gives it.
CREATE TABLE payments (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    account text NOT NULL CHECK (account IN ('stripe', 'paypal', 'cash', 'bank')),
    reference text NOT NULL CHECK (reference <> ''),
    payer text NOT NULL,
    currency char(3) NOT NULL,
    minor bigint NOT NULL CHECK (minor > 0),
    received_on date NOT NULL,
    attempt_id uuid,
    note text NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, account, reference)
);
CREATE INDEX payments_by_day ON payments (tenant_id, received_on);

-- A payment that somebody began at a provider. It is written before the provider is asked.
CREATE TABLE attempts (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    account text NOT NULL CHECK (account IN ('stripe', 'paypal')),
    payer text NOT NULL,
    currency char(3) NOT NULL,
    minor bigint NOT NULL CHECK (minor > 0),
    state text NOT NULL CHECK (state IN ('created', 'open', 'processing', 'unknown', 'succeeded', 'failed', 'expired')),
    session text,
    page text,
    language text NOT NULL,
    begun_at timestamptz NOT NULL,
    until timestamptz NOT NULL,
    looked_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, account, session)
);
CREATE INDEX attempts_live ON attempts (tenant_id, looked_at) WHERE state IN ('created', 'open', 'processing', 'unknown');

CREATE TABLE attempt_invoices (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    attempt_id uuid NOT NULL,
    invoice_id uuid NOT NULL,
    account text NOT NULL,
    place smallint NOT NULL,
    live boolean NOT NULL,
    PRIMARY KEY (tenant_id, attempt_id, invoice_id),
    FOREIGN KEY (tenant_id, attempt_id) REFERENCES attempts (tenant_id, id),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id)
);
-- One payment at a time is under way for an invoice at a provider.
CREATE UNIQUE INDEX attempt_invoices_live ON attempt_invoices (tenant_id, invoice_id, account) WHERE live;

-- Messages of providers, kept before they are answered. Bodies are sealed, and emptied after some months.
CREATE TABLE inbox (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    account text NOT NULL,
    event_id text NOT NULL,
    kind text NOT NULL,
    hint text NOT NULL,
    body bytea NOT NULL,
    received_at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'done', 'parked', 'dead')),
    tries integer NOT NULL,
    next_at timestamptz NOT NULL,
    fault text,
    PRIMARY KEY (tenant_id, account, event_id)
);
CREATE INDEX inbox_waiting ON inbox (tenant_id, next_at) WHERE state IN ('waiting', 'parked');

-- How far a provider's account was followed, and when it was last reconciled.
CREATE TABLE followed_accounts (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    account text NOT NULL,
    followed_to timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, account)
);

-- Lines of the bank's statement. The same line brought twice is one.
CREATE TABLE bank_lines (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    reference text NOT NULL CHECK (reference <> ''),
    on_day date NOT NULL,
    currency char(3) NOT NULL,
    minor bigint NOT NULL CHECK (minor <> 0),
    text bytea NOT NULL,
    matched_by text,
    PRIMARY KEY (tenant_id, reference)
);

-- What does not agree between the books and a provider.
CREATE TABLE money_findings (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    account text NOT NULL,
    kind text NOT NULL,
    reference text NOT NULL,
    seen_at timestamptz NOT NULL,
    detail text NOT NULL,
    resolved_at timestamptz,
    resolution text,
    PRIMARY KEY (tenant_id, account, kind, reference)
);

-- Periods of the books that are closed: nothing is booked into them any more.
CREATE TABLE closings (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    through date NOT NULL,
    closed_at timestamptz NOT NULL,
    closed_by text NOT NULL,
    balances text NOT NULL,
    PRIMARY KEY (tenant_id, through)
);

-- A letter about an invoice is not sent once that is paid.
ALTER TABLE mail ADD COLUMN about_invoice uuid;
ALTER TABLE mail DROP CONSTRAINT mail_state_check;
ALTER TABLE mail ADD CONSTRAINT mail_state_check CHECK (state IN ('waiting', 'sent', 'failed', 'withdrawn'));

-- Every entry balances in each currency, is written whole by one statement, and pays nothing twice.
CREATE FUNCTION check_postings() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    broken text;
BEGIN
    SELECT string_agg(DISTINCT entry_id::text, ', ') INTO broken FROM (
        SELECT entry_id FROM written GROUP BY entry_id, currency HAVING sum(minor) <> 0
    ) unbalanced;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'entries that do not balance: %', broken USING ERRCODE = 'check_violation';
    END IF;
    PERFORM 1 FROM (SELECT tenant_id, entry_id, count(*) AS lines FROM written GROUP BY tenant_id, entry_id) own
        WHERE own.lines <> (SELECT count(*) FROM postings p WHERE p.tenant_id = own.tenant_id AND p.entry_id = own.entry_id);
    IF FOUND THEN
        RAISE EXCEPTION 'an entry is written by one statement' USING ERRCODE = 'check_violation';
    END IF;
    -- Only what takes from a receivable can take too much.
    SELECT string_agg(invoice_id::text, ', ') INTO broken FROM (
        SELECT DISTINCT w.invoice_id FROM written w WHERE w.account = 'receivable' AND w.minor < 0
            AND (SELECT sum(p.minor) FROM postings p WHERE p.tenant_id = w.tenant_id AND p.invoice_id = w.invoice_id
                 AND p.account = 'receivable') < 0
    ) overpaid;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'invoices that would be paid twice: %', broken USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER balanced AFTER INSERT ON postings REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION check_postings();

-- What somebody books by hand needs somebody who may, and what is given up needs an authority and a reason. Nobody books into
-- a closed period.
CREATE FUNCTION check_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind IN ('cash', 'bank', 'match', 'waiver', 'write-off', 'credit-note', 'deposit', 'payout', 'donation')
        AND NEW.actor <> 'quorate' OR NEW.kind IN ('cash', 'bank', 'match', 'waiver', 'write-off', 'deposit') THEN
        IF NEW.actor_role IS NULL OR NEW.actor_role <> 'treasurer' THEN
            RAISE EXCEPTION 'a % needs a treasurer', NEW.kind USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NOT EXISTS (
            SELECT FROM people p WHERE p.tenant_id = NEW.tenant_id AND p.address_hash = NEW.actor_mark AND p.role = NEW.actor_role
        ) AND NOT (NEW.actor_mark IS NULL AND (SELECT demonstration FROM tenants t WHERE t.id = NEW.tenant_id)) THEN
            RAISE EXCEPTION 'a % needs somebody who signs in with that role', NEW.kind USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    IF NEW.kind IN ('waiver', 'write-off') AND (coalesce(btrim(NEW.authority), '') = '' OR coalesce(btrim(NEW.reason), '') = '') THEN
        RAISE EXCEPTION 'a % needs an authority and a reason', NEW.kind USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM closings c WHERE c.tenant_id = NEW.tenant_id AND c.through >= NEW.on_day) THEN
        RAISE EXCEPTION 'the books are closed through that day' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER authorised BEFORE INSERT ON entries FOR EACH ROW EXECUTE FUNCTION check_entry();

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['entries', 'postings', 'papers', 'payments', 'declarations', 'closings'] LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
        EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['payment_settings', 'secret_keys', 'assessments', 'declarations', 'series', 'invoices', 'papers',
        'entries', 'postings', 'payments', 'attempts', 'attempt_invoices', 'inbox', 'followed_accounts', 'bank_lines',
        'money_findings', 'closings'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY of_tenant ON %I USING (tenant_id = (SELECT NULLIF(current_setting(''app.tenant'', true), '''')::uuid))'
            ' WITH CHECK (tenant_id = (SELECT NULLIF(current_setting(''app.tenant'', true), '''')::uuid))',
            name
        );
    END LOOP;
END
$$;

GRANT SELECT, INSERT ON entries, postings, papers, payments, declarations, closings TO quorate_app;
GRANT SELECT, INSERT, UPDATE ON assessments, series, attempts, attempt_invoices, inbox, followed_accounts, bank_lines,
    money_findings, payment_settings TO quorate_app;
GRANT SELECT, INSERT ON invoices TO quorate_app;
GRANT UPDATE (cancelled_on) ON invoices TO quorate_app;
GRANT SELECT, INSERT, DELETE ON secret_keys TO quorate_app;
