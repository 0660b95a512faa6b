package parley.persister.store.entity;

import java.util.Comparator;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;

/** The key of a membership; ordered as the rows are locked. */
public record Member(long conversation, long user) implements Comparable<Member> {

    private static final Comparator<Member> ORDER =
            Comparator.comparingLong(Member::conversation).thenComparingLong(Member::user);

    public static Member of(ConversationId conversation, UserId user) {
        return new Member(conversation.value(), user.value());
    }

    @Override
    public int compareTo(Member other) {
        return ORDER.compare(this, other);
    }
}
