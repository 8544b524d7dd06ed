-- Keys for programs: each acts for one party, and may do what its scopes say. Only a hash is kept.

CREATE TABLE tokens (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    hash bytea NOT NULL CHECK (length(hash) = 32),
    name text NOT NULL,
    party text NOT NULL CHECK (party <> ''),
    -- Whose key it is, by the keyed hash of their address; it works as long as they act for the party. None: an operator's.
    person bytea CHECK (length(person) = 32),
    secretariat boolean NOT NULL,
    scopes text NOT NULL,
    made_at timestamptz NOT NULL,
    revoked_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, hash)
);

ALTER TABLE tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON tokens
    USING (tenant_id = (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid));

GRANT SELECT, INSERT, UPDATE ON tokens TO quorate_app;
