-- Notices that go out by themselves: what was written to whom and what became of it, how far a network's clock has been
-- followed, and where everybody stood then.

-- One telling of one cause to one party. The key makes telling it twice impossible, whoever tries.
CREATE TABLE notices (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('charter', 'reminder', 'missed', 'standing', 'stage')),
    name text NOT NULL,
    recipient text NOT NULL CHECK (recipient <> ''),
    subject text NOT NULL,
    caused_on date NOT NULL,
    -- Of changes, which come and go: how far the record went. Zero for what happens once a day.
    turn bigint NOT NULL,
    clause text NOT NULL,
    by_party text NOT NULL,
    written_at timestamptz NOT NULL,
    in_register boolean NOT NULL,
    received_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, kind, name, recipient, subject, caused_on, turn)
);
CREATE INDEX notices_newest ON notices (tenant_id, written_at DESC);

-- The mail that carries a notice; none: mail of another kind.
ALTER TABLE mail ADD COLUMN notice_id uuid;
ALTER TABLE mail ADD FOREIGN KEY (tenant_id, notice_id) REFERENCES notices (tenant_id, id);
CREATE INDEX mail_of_notice ON mail (tenant_id, notice_id);

-- How far each network's clock has been followed. Whoever follows it holds this row.
CREATE TABLE timers (
    tenant_id uuid PRIMARY KEY REFERENCES tenants (id),
    begun_on date NOT NULL,
    followed_to date NOT NULL,
    acts bigint NOT NULL,
    charter_revision integer NOT NULL,
    next_on date
);

-- A projection: where everybody stood when the clock was last followed, so that a change can be told. `what` is empty for
-- somebody's standing, else the procedure. It can be dropped and made anew.
CREATE TABLE standings (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    party text NOT NULL,
    what text NOT NULL,
    state text NOT NULL,
    PRIMARY KEY (tenant_id, party, what)
);

-- The language in which somebody is written to.
ALTER TABLE people ADD COLUMN language text NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2,3}$');

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['notices', 'timers', 'standings'] LOOP
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

GRANT SELECT, INSERT, UPDATE ON notices, timers TO quorate_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON standings TO quorate_app;
