package parley.log.rule;

import parley.domain.identity.Position;

/** What a record of {@code chat_messages} counts for. */
public sealed interface Classification {

    /** It takes effect: it is delivered, shown and stored. */
    record Effective() implements Classification {}

    /** It was appended too long after its admission and has no effect; its cid is free again. */
    record Expired() implements Classification {}

    /** Its key was taken before; it has no effect. */
    record Duplicate(Position first) implements Classification {}

    /** It changes a message that was revoked before; it has no effect, and its cid is free again. */
    record AfterRevoke() implements Classification {}
}
