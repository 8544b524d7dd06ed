-- Documents that belong to acts: what they are and who brought them. Their bytes lie in the object store under the tenant
-- and the hash of their content. One content brought by two is two rows, so that nobody sees a document by knowing its hash.

CREATE TABLE documents (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    reference text NOT NULL CHECK (reference ~ '^[0-9a-f]{64}$'),
    brought_by text NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    bytes bigint NOT NULL CHECK (bytes > 0),
    brought_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, reference, brought_by)
);

ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE documents FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON documents
    USING (tenant_id = (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid));

GRANT SELECT, INSERT ON documents TO quorate_app;
