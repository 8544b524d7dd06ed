DROP TABLE clocks, parties, subject_keys, heads, acts, charter_files, tenants;
DROP FUNCTION refuse_change();
REVOKE USAGE ON SCHEMA public FROM quorate_app;
