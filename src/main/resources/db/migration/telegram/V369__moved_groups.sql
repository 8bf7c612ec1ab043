-- Groups that became supergroups, which have another id: Telegram says so once somebody writes to the old one.
CREATE TABLE telegram_moved_group
(
  group_id bigint PRIMARY KEY,
  moved_to bigint NOT NULL
);
