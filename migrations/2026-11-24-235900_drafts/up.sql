-- Forms that were put aside, sealed: whoever acts for the party goes on with them. They go once the act is recorded.

CREATE TABLE drafts (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    party text NOT NULL CHECK (party <> ''),
    act text NOT NULL,
    content bytea NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, party, act)
);

ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE drafts FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON drafts
    USING (tenant_id = (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid));

GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO quorate_app;
