-- Runs on MySQL 9 and on MariaDB. A migration of its own, because it can take long.

-- Counts the revoked messages after a place.
CREATE INDEX message_event_kind ON message_event (conversation_id, kind, target);
