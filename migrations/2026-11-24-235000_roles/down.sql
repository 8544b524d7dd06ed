DROP FUNCTION make_tenant(uuid, text, boolean, timestamptz);
DROP TABLE credentials;
ALTER TABLE tokens ADD COLUMN secretariat boolean NOT NULL DEFAULT false;
UPDATE tokens SET secretariat = true WHERE role = 'secretariat';
ALTER TABLE tokens DROP COLUMN role;
ALTER TABLE people ADD COLUMN secretariat boolean NOT NULL DEFAULT false;
UPDATE people SET secretariat = true WHERE role = 'secretariat';
ALTER TABLE people DROP COLUMN role;
