DROP TABLE ballot_receipts, ballot_papers;
