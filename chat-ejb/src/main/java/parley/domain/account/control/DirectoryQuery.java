package parley.domain.account.control;

import java.util.ArrayList;
import java.util.List;
import parley.domain.account.entity.DirectoryCursor;
import parley.domain.sql.SearchKeyMatch;
import parley.domain.text.SearchKey;

/**
 * The SQL that finds users by parts of their names, best match first.
 *
 * @param parameters in the order of the question marks
 */
public record DirectoryQuery(String sql, List<Object> parameters) {

    /** @param folded the query folded by {@link SearchKey#fold}; not empty */
    public static DirectoryQuery of(String folded, DirectoryCursor after, int limit) {
        var match = SearchKeyMatch.of(folded);
        var parameters = new ArrayList<Object>(match.parameters());
        parameters.addAll(List.of(after.rank(), after.rank(), after.id(), limit));
        // The inner query is covered by the index; rows are read for one page only. The inner LIMIT keeps the optimizer
        // from computing the rank of every user.
        var sql = """
                SELECT person.id, person.username, person.display_name, page.place FROM (
                    SELECT id, place FROM (
                        SELECT id, %s AS place
                        FROM app_user WHERE %s LIMIT 9223372036854775807
                    ) AS found
                    WHERE place > ? OR place = ? AND id > ?
                    ORDER BY place, id LIMIT ?
                ) AS page JOIN app_user AS person ON person.id = page.id
                ORDER BY page.place, page.id""".formatted(match.rank(), match.condition());
        return new DirectoryQuery(sql, List.copyOf(parameters));
    }
}
