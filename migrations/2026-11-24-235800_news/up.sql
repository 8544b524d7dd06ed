-- What is kept in memory of a network is stale once one of these has moved: its acts, its charter, what was told, its date.
-- One statement answers, since every page asks.

ALTER TABLE heads ADD COLUMN news bigint NOT NULL DEFAULT 0;

CREATE FUNCTION how_far(tenant uuid) RETURNS bigint[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM set_config('app.tenant', tenant::text, true);
    RETURN (
        SELECT ARRAY[heads.place, heads.charter_revision, heads.news, coalesce(clocks.days_ahead, 0)]
        FROM heads LEFT JOIN clocks USING (tenant_id) WHERE heads.tenant_id = tenant
    );
END
$$;
REVOKE ALL ON FUNCTION how_far(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION how_far(uuid) TO quorate_app;
