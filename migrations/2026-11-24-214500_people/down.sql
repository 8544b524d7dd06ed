DROP TABLE mail, people;
