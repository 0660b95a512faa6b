package parley.domain.conversation.control;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import parley.domain.conversation.entity.StoredUnread;
import parley.domain.conversation.entity.UnreadCount;
import parley.domain.conversation.entity.UnreadQuestion;
import parley.domain.identity.Position;

/**
 * One statement that counts for several members. Because it is one statement, all of an answer is from one snapshot,
 * including the {@code next_offset} that the rows belong to. Messages are not counted one by one: the numbers of the
 * last message and of the one at the place are subtracted. Only revoked messages, mentions and, if there can be any,
 * messages of the member's own are counted, each by an index. The numbers are literals, because the optimizer uses a
 * range of an index only if it knows the place when it plans the query.
 *
 * @param questions at least one
 */
public record UnreadSql(List<UnreadQuestion> questions) {

    private static final String ONE = """
            SELECT %1$d, COALESCE(p.epoch, 0), COALESCE(p.next_offset, 0),
                c.last_seq
                - COALESCE((SELECT s.seq FROM message s FORCE INDEX (PRIMARY)
                    WHERE s.conversation_id = %2$d AND s.pos <= %4$d ORDER BY s.pos DESC LIMIT 1), 0)
                - (SELECT COUNT(DISTINCT r.pos) FROM message_event e FORCE INDEX (message_event_kind)
                    JOIN message r ON r.conversation_id = e.conversation_id AND r.pos = e.target
                    WHERE e.conversation_id = %2$d AND e.kind = 'revoked' AND e.target > %4$d)
                - %6$s - %7$s,
                (SELECT COUNT(*) FROM mention a FORCE INDEX (mention_unread)
                    WHERE a.user_id = %3$d AND a.conversation_id = %2$d AND a.pos > %4$d AND a.pos > %9$s AND a.pos NOT IN (%8$s)),
                %9$s
            FROM conversation c LEFT JOIN log_position p ON p.log_partition = %5$d WHERE c.id = %2$d
            """;

    private static final String OWN = """
            (SELECT COUNT(*) FROM message o FORCE INDEX (message_once)
                    WHERE o.conversation_id = %d AND o.sender_id = %d AND o.pos > %d AND o.state <> 2)""";

    /** The state of a row says whether its revoke is stored. */
    private static final String REVOKED = """
            (SELECT COUNT(*) FROM message x FORCE INDEX (PRIMARY)
                    WHERE x.conversation_id = %d AND x.pos IN (%s) AND x.sender_id <> %d AND x.state <> 2)""";

    /** Who left and joined again is not mentioned by what precedes it. */
    private static final String ENTERED = """
            GREATEST(%d, COALESCE((SELECT b.entered_pos FROM membership b
                    WHERE b.conversation_id = %d AND b.user_id = %d), 0))""";

    private static final String NONE = "-1";
    private static final Position NOTHING = new Position(0);

    String text() {
        return IntStream.range(0, questions.size())
                .mapToObj(i -> text(i, questions.get(i)))
                .collect(Collectors.joining("UNION ALL\n"));
    }

    private static String text(int number, UnreadQuestion question) {
        long conversation = question.conversation().value();
        long reader = question.reader().value();
        long place = question.place().value();
        var own = question.mayHaveSent() ? String.format(Locale.ROOT, OWN, conversation, reader, place) : "0";
        var revoked = list(question.revoked().stream());
        var changed = list(Stream.concat(question.revoked().stream(), question.edited().stream()));
        var known = revoked.isEmpty() ? "0" : String.format(Locale.ROOT, REVOKED, conversation, revoked, reader);
        return String.format(
                Locale.ROOT,
                ONE,
                number,
                conversation,
                reader,
                place,
                question.partition(),
                own,
                known,
                changed.isEmpty() ? NONE : changed,
                entered(question));
    }

    private static String entered(UnreadQuestion question) {
        var entered = question.entered();
        if (entered == null) return "0";
        return String.format(
                Locale.ROOT,
                ENTERED,
                entered.value(),
                question.conversation().value(),
                question.reader().value());
    }

    private static String list(Stream<Position> positions) {
        return positions.map(Position::toString).sorted().collect(Collectors.joining(", "));
    }

    /** In the order of the questions. */
    public List<StoredUnread> answers(EntityManager rows) {
        var answers = questions.stream()
                .map(question ->
                        new StoredUnread(question.place(), NOTHING, UnreadCount.NONE, Set.of(), Set.of(), NOTHING))
                .toArray(StoredUnread[]::new);
        for (var found : rows.createNativeQuery(text()).getResultList()) {
            var row = (Object[]) found;
            int number = (int) number(row[0]);
            var next = Position.at((int) number(row[1]), number(row[2]));
            var count = new UnreadCount(number(row[3]), number(row[4])).notNegative();
            var question = questions.get(number);
            answers[number] = new StoredUnread(
                    question.place(), next, count, question.revoked(), question.edited(), new Position(number(row[5])));
        }
        return List.of(answers);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
