#!/bin/sh
# The owner of the tables and the application's role, made once with the cluster. The application owns nothing.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$QUORATE_OWNER_PASSWORD" -v app="$QUORATE_APP_PASSWORD" -U postgres -d quorate <<'SQL'
CREATE ROLE quorate_owner LOGIN CREATEROLE PASSWORD :'owner';
CREATE ROLE quorate_app LOGIN PASSWORD :'app';
GRANT CREATE ON SCHEMA public TO quorate_owner;
SQL
