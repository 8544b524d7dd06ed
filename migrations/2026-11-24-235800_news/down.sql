DROP FUNCTION how_far(uuid);
ALTER TABLE heads DROP COLUMN news;
