package parley.domain.conversation.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import parley.domain.conversation.control.UnreadSql;
import parley.domain.conversation.entity.Membership;
import parley.domain.conversation.entity.ReadPlace;
import parley.domain.conversation.entity.StoredUnread;
import parley.domain.conversation.entity.UnreadQuestion;
import parley.domain.group.HistoryAccess;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/** Counts unread messages in the database. */
@Stateless
public class UnreadQueries {

    /** Each question adds subqueries to one statement, which must stay of a size that is parsed quickly. */
    private static final int QUESTIONS_AT_ONCE = 200;

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /**
     * A member's place in a conversation, as it is stored.
     *
     * @param lastPos the position of the last stored message, or 0
     * @param readFrom from which position on the member may read
     */
    public record StoredPlace(ConversationId conversation, Position lastPos, ReadPlace reading, Position readFrom) {}

    /** The places of a user in all of their conversations. */
    public List<StoredPlace> places(UserId user) {
        return rows.createQuery("""
                        SELECT c.id, c.lastPos, m, c.history FROM Conversation c, Membership m
                        WHERE m.key.userId = :user AND m.key.conversationId = c.id AND m.role IS NOT NULL""", Object[].class)
                .setParameter("user", user.value())
                .getResultStream()
                .map(UnreadQueries::place)
                .toList();
    }

    private static StoredPlace place(Object[] row) {
        var membership = (Membership) row[2];
        return new StoredPlace(
                new ConversationId((Long) row[0]),
                new Position((Long) row[1]),
                membership.reading(),
                ReadLimit.ofMember(membership.joinedPos(), HistoryAccess.of((String) row[3])));
    }

    /** The answers, in the order of the questions. */
    public List<StoredUnread> count(List<UnreadQuestion> questions) {
        var answers = new ArrayList<StoredUnread>(questions.size());
        for (int from = 0; from < questions.size(); from += QUESTIONS_AT_ONCE) {
            var some = questions.subList(from, Math.min(from + QUESTIONS_AT_ONCE, questions.size()));
            answers.addAll(new UnreadSql(some).answers(rows));
        }
        return answers;
    }
}
