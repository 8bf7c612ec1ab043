-- Events that a listener could not handle for a whole day, kept for people to look at.
CREATE TABLE event_given_up
(
  id               uuid PRIMARY KEY,
  listener_id      text        NOT NULL,
  event_type       text        NOT NULL,
  serialized_event text        NOT NULL,
  publication_date timestamptz NOT NULL,
  given_up_at      timestamptz NOT NULL
);
