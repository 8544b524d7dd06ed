-- To whom a party agreed to be shown as a member. No row: to the secretariat alone.

CREATE TABLE showings (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    party text NOT NULL CHECK (party <> ''),
    shown_to text NOT NULL CHECK (shown_to IN ('everybody', 'members')),
    agreed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, party)
);

ALTER TABLE showings ENABLE ROW LEVEL SECURITY;
ALTER TABLE showings FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON showings
    USING (tenant_id = (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid));

GRANT SELECT, INSERT, UPDATE, DELETE ON showings TO quorate_app;
