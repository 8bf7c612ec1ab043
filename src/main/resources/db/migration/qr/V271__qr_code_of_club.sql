-- A club, too, has one code without a label: the one that everybody gets who asks for the club's code.
CREATE UNIQUE INDEX qr_code_of_club_itself ON qr_code (club_id) WHERE label IS NULL;
