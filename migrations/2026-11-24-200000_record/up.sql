-- The record of every tenant: its charter's files, its acts with their chain, the keys of sealed data.
--
-- `tenant_id` is the first column of every key. The application's role owns nothing, sees nothing outside a transaction
-- that has set `app.tenant`, and can neither change nor delete what was recorded.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'quorate_app') THEN
        CREATE ROLE quorate_app LOGIN;
    END IF;
END
$$;

CREATE TABLE tenants (
    id uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
    demonstration boolean NOT NULL,
    created_at timestamptz NOT NULL
);

-- One stored state of a tenant's charter folder; the newest revision holds.
CREATE TABLE charter_files (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    revision integer NOT NULL CHECK (revision > 0),
    path text NOT NULL,
    source text NOT NULL,
    stored_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, revision, path)
);

CREATE TABLE acts (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    place bigint NOT NULL CHECK (place > 0),
    id text NOT NULL,
    recorded_at timestamptz NOT NULL,
    body text NOT NULL,
    previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
    hash bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (tenant_id, place),
    UNIQUE (tenant_id, id)
);

-- The end of each tenant's chain. Whoever appends holds this row, so that acts come one after another.
CREATE TABLE heads (
    tenant_id uuid PRIMARY KEY REFERENCES tenants (id),
    place bigint NOT NULL,
    hash bytea NOT NULL CHECK (length(hash) = 32),
    charter_revision integer NOT NULL
);

-- A key for each subject of sealed data, wrapped under the master key. Deleting one erases the person's data.
CREATE TABLE subject_keys (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    subject text NOT NULL,
    wrapped bytea NOT NULL,
    PRIMARY KEY (tenant_id, subject)
);

-- A projection of the register: who is named in it, for lists and search. It can be dropped and made anew.
CREATE TABLE parties (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    name text NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    acts bigint NOT NULL,
    PRIMARY KEY (tenant_id, name)
);

-- In a demonstration the date can be moved: how many days it lies ahead.
CREATE TABLE clocks (
    tenant_id uuid PRIMARY KEY REFERENCES tenants (id),
    days_ahead integer NOT NULL CHECK (days_ahead BETWEEN -20000 AND 20000)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the record is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON acts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON acts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON charter_files FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON charter_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['charter_files', 'acts', 'heads', 'subject_keys', 'parties', 'clocks'] LOOP
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

GRANT USAGE ON SCHEMA public TO quorate_app;
GRANT SELECT ON tenants TO quorate_app;
GRANT SELECT, INSERT ON charter_files, acts TO quorate_app;
GRANT SELECT, INSERT, UPDATE ON heads, clocks TO quorate_app;
GRANT SELECT, INSERT, DELETE ON subject_keys TO quorate_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON parties TO quorate_app;
