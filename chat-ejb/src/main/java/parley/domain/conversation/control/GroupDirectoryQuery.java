package parley.domain.conversation.control;

import java.util.ArrayList;
import java.util.List;
import parley.domain.account.entity.DirectoryCursor;
import parley.domain.identity.UserId;
import parley.domain.sql.SearchKeyMatch;

/**
 * The SQL that lists public groups: all of them by id, or by words of title and topic, best match first. Archived groups
 * are left out, because nobody can join them.
 *
 * @param parameters in the order of the question marks
 */
public record GroupDirectoryQuery(String sql, List<Object> parameters) {

    private static final String SELECT = """
            SELECT g.id, g.title, g.topic, g.member_count, m.role IS NOT NULL, g.place FROM (
                SELECT id, title, topic, member_count, %s AS place FROM conversation
                WHERE visibility = 'public' AND archived_at IS NULL%s
            ) AS g LEFT JOIN membership m ON m.conversation_id = g.id AND m.user_id = ?
            WHERE g.place > ? OR g.place = ? AND g.id > ?
            ORDER BY g.place, g.id LIMIT ?""";

    /** @param folded the query folded as search keys are; empty lists all groups */
    public static GroupDirectoryQuery of(String folded, UserId reader, DirectoryCursor after, int limit) {
        var match = folded.isEmpty() ? null : SearchKeyMatch.of(folded);
        var parameters = new ArrayList<Object>(match == null ? List.of() : match.parameters());
        parameters.addAll(List.of(reader.value(), after.rank(), after.rank(), after.id(), limit));
        var sql =
                match == null ? SELECT.formatted("0", "") : SELECT.formatted(match.rank(), " AND " + match.condition());
        return new GroupDirectoryQuery(sql, List.copyOf(parameters));
    }
}
