-- Until when events that wait for their listeners count as late and not as lost: said by nodes whose queue has grown long.
CREATE TABLE listeners_behind
(
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  until    timestamptz NOT NULL
);
