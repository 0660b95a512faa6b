package parley.domain.identity;

/** A conversation's number, below 2^53; its decimal form is the key of the conversation's records in the log. */
public record ConversationId(long value) {

    public ConversationId {
        SafeInteger.positive("conversation id", value);
    }

    /** @throws IllegalArgumentException if {@code text} is not such a number */
    public static ConversationId parse(String text) {
        return new ConversationId(SafeInteger.parse("conversation id", text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
