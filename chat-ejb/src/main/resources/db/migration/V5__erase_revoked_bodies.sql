-- Runs on MySQL 9 and on MariaDB, and once more changes nothing.

-- A revoke erases what was said. From this version on the persister does so when it stores the revoke; here follow the
-- messages that were revoked before, and the edits of them.
-- message.state: 0 stored, 1 could not be stored (its body is in the dead letters), 2 revoked (its body is erased).
UPDATE message m
    JOIN message_event r ON r.conversation_id = m.conversation_id AND r.target = m.pos AND r.kind = 'revoked'
SET m.body = '', m.state = 2
WHERE m.state <> 2;

UPDATE message_event e
    JOIN message_event r ON r.conversation_id = e.conversation_id AND r.target = e.target AND r.kind = 'revoked'
SET e.body = ''
WHERE e.kind = 'edited' AND e.body <> '';
