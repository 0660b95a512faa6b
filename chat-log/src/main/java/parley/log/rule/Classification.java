package parley.log.rule;

import parley.domain.identity.Position;

/** The effect of a record of {@code chat_messages}. */
public sealed interface Classification {

    /** It is delivered, shown and stored. */
    record Effective() implements Classification {}

    /** It was appended too long after its admission and has no effect; its cid stays unused. */
    record Expired() implements Classification {}

    /** Its idempotency key occurs earlier; it has no effect. */
    record Duplicate(Position first) implements Classification {}

    /** It changes a message that was already revoked; it has no effect, and its cid stays unused. */
    record AfterRevoke() implements Classification {}
}
