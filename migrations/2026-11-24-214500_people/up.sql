-- People who sign in by e-mail, and the mail that waits to be sent. Addresses and texts are sealed; a keyed hash finds an
-- address without showing it.

CREATE TABLE people (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    address_hash bytea NOT NULL CHECK (length(address_hash) = 32),
    party text NOT NULL CHECK (party <> ''),
    address bytea NOT NULL,
    secretariat boolean NOT NULL,
    invited_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, address_hash, party)
);

CREATE TABLE mail (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    message bytea NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
    attempts integer NOT NULL,
    next_at timestamptz NOT NULL,
    written_at timestamptz NOT NULL,
    fault text,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX mail_waiting ON mail (tenant_id, next_at) WHERE state = 'waiting';

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['people', 'mail'] LOOP
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

GRANT SELECT, INSERT, UPDATE, DELETE ON people TO quorate_app;
GRANT SELECT, INSERT, UPDATE ON mail TO quorate_app;
