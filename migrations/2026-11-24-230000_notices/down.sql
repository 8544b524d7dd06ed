ALTER TABLE people DROP COLUMN language;
ALTER TABLE mail DROP COLUMN notice_id;
DROP TABLE standings;
DROP TABLE timers;
DROP TABLE notices;
