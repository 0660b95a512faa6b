package parley.domain.account.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parley.domain.account.entity.DirectoryCursor;
import parley.domain.text.SearchKey;

/**
 * The SQL that finds users by parts of their names. Every word must occur in the search key. Ranks: 0 whole name,
 * 1 prefix of a name, 2 prefixes of words, 3 inside words.
 *
 * @param parameters in the order of the question marks
 */
public record DirectoryQuery(String sql, List<Object> parameters) {

    /** A query with more words is matched as one phrase. */
    private static final int MOST_WORDS = 10;

    /** LOCATE has no wildcards. Comparing UTF-8 bytes takes less than half the time of comparing characters. */
    private static final String HAS = "LOCATE(CAST(? AS BINARY), CAST(search_key AS BINARY)) > 0";

    /** Characters that can precede a word of a name. */
    private static final List<String> BEFORE_A_WORD = List.of("\n", " ", "-", ".", "_", "'", "’", "(");

    /** @param folded the query folded by {@link SearchKey#fold}; not empty */
    public static DirectoryQuery of(String folded, DirectoryCursor after, int limit) {
        var words = List.of(folded.split(" ")).stream().distinct().toList();
        if (words.size() > MOST_WORDS) words = List.of(folded);
        var parameters = new ArrayList<Object>();
        parameters.add("\n" + folded + "\n");
        parameters.add("\n" + folded);
        for (var word : words) BEFORE_A_WORD.forEach(before -> parameters.add(before + word));
        parameters.addAll(words);
        parameters.addAll(List.of(after.rank(), after.rank(), after.id(), limit));
        var beginning = BEFORE_A_WORD.stream().map(before -> HAS).collect(Collectors.joining(" OR ", "(", ")"));
        // The inner query is covered by the index; rows are read for one page only. The inner LIMIT keeps the optimizer
        // from computing the rank of every user.
        var sql = """
                SELECT person.id, person.username, person.display_name, page.place FROM (
                    SELECT id, place FROM (
                        SELECT id, CASE WHEN %1$s THEN 0 WHEN %1$s THEN 1 WHEN %2$s THEN 2 ELSE 3 END AS place
                        FROM app_user WHERE %3$s LIMIT 9223372036854775807
                    ) AS found
                    WHERE place > ? OR place = ? AND id > ?
                    ORDER BY place, id LIMIT ?
                ) AS page JOIN app_user AS person ON person.id = page.id
                ORDER BY page.place, page.id""".formatted(HAS, each(words, beginning), each(words, HAS));
        return new DirectoryQuery(sql, List.copyOf(parameters));
    }

    private static String each(List<String> words, String condition) {
        return words.stream().map(word -> condition).collect(Collectors.joining(" AND "));
    }
}
