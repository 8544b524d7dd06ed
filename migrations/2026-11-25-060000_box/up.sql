-- The box of secret ballots. A paper has no voter, no time and no number; a receipt has no paper. Who took part stands in the
-- register. All three are written in one transaction. Nothing is changed or taken out; what counts is in the box.

CREATE TABLE ballot_papers (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    ballot text NOT NULL CHECK (ballot <> ''),
    -- Drawn by chance: it orders the papers, and says nothing.
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    paper text NOT NULL,
    PRIMARY KEY (tenant_id, ballot, id)
);

CREATE TABLE ballot_receipts (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    ballot text NOT NULL CHECK (ballot <> ''),
    receipt text NOT NULL,
    PRIMARY KEY (tenant_id, ballot, receipt)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ballot_papers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ballot_receipts FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE ballot_papers ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballot_papers FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON ballot_papers
    USING (tenant_id = (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid));
ALTER TABLE ballot_receipts ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballot_receipts FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON ballot_receipts
    USING (tenant_id = (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid));

-- Column by column: what the database itself keeps of a row, by which papers could be matched with acts, is not for the application.
GRANT SELECT (tenant_id, ballot, id, paper), INSERT ON ballot_papers TO quorate_app;
GRANT SELECT (tenant_id, ballot, receipt), INSERT ON ballot_receipts TO quorate_app;
