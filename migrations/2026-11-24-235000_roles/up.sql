-- People and programs have roles, where there was a yes or no of the secretariat.

ALTER TABLE people ADD COLUMN role text NOT NULL DEFAULT 'party' CHECK (role ~ '^[a-z-]{1,30}$');
UPDATE people SET role = 'secretariat' WHERE secretariat;
ALTER TABLE people DROP COLUMN secretariat;

ALTER TABLE tokens ADD COLUMN role text NOT NULL DEFAULT 'party' CHECK (role ~ '^[a-z-]{1,30}$');
UPDATE tokens SET role = 'secretariat' WHERE secretariat;
ALTER TABLE tokens DROP COLUMN secretariat;

-- What somebody signs in with beside links: a password, and a second factor. Sealed or hashed; found by the keyed hash of
-- their address.
CREATE TABLE credentials (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    address_hash bytea NOT NULL CHECK (length(address_hash) = 32),
    password text,
    second_factor bytea,
    last_step bigint NOT NULL DEFAULT 0,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, address_hash)
);

ALTER TABLE credentials ENABLE ROW LEVEL SECURITY;
ALTER TABLE credentials FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON credentials
    USING (tenant_id = (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT NULLIF(current_setting('app.tenant', true), '')::uuid));

GRANT SELECT, INSERT, UPDATE, DELETE ON credentials TO quorate_app;

-- Making a network without owning the tables: the function alone may, and it makes a whole one.
CREATE FUNCTION make_tenant(new_id uuid, new_slug text, is_demonstration boolean, now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO tenants (id, slug, demonstration, created_at) VALUES (new_id, new_slug, is_demonstration, now);
    PERFORM set_config('app.tenant', new_id::text, true);
    INSERT INTO heads (tenant_id, place, hash, charter_revision)
    VALUES (new_id, 0, decode(repeat('00', 32), 'hex'), 0);
END
$$;
REVOKE ALL ON FUNCTION make_tenant(uuid, text, boolean, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_tenant(uuid, text, boolean, timestamptz) TO quorate_app;
