UPDATE mail SET state = 'failed' WHERE state = 'withdrawn';
ALTER TABLE mail DROP CONSTRAINT mail_state_check;
ALTER TABLE mail ADD CONSTRAINT mail_state_check CHECK (state IN ('waiting', 'sent', 'failed'));
ALTER TABLE mail DROP COLUMN about_invoice;
DROP TABLE closings, money_findings, bank_lines, followed_accounts, inbox, attempt_invoices, attempts, payments, postings, entries,
    papers, invoices, series, declarations, assessments, secret_keys, payment_settings;
DROP FUNCTION check_postings();
DROP FUNCTION check_entry();
