package parley.persister.store.control;

import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The text of a statement over many tuples of values: each is a point that the index finds, on MySQL and MariaDB. */
final class ManyRows {

    private final StringBuilder sql;
    private int parameter;

    ManyRows(String head) {
        this.sql = new StringBuilder(head);
    }

    /** Repeats {@code each} for each tuple; its question marks become numbered parameters. */
    ManyRows each(int times, String each, String between) {
        for (var one : Collections.nCopies(times, each)) {
            if (parameter > 0) sql.append(between);
            for (char letter : one.toCharArray()) {
                sql.append(letter);
                if (letter == '?') sql.append(++parameter);
            }
        }
        return this;
    }

    String end(String tail) {
        return sql.append(tail).toString();
    }

    static <Q extends jakarta.persistence.Query> Q fill(Q query, Collection<List<Object>> tuples) {
        int next = 0;
        for (var tuple : tuples) {
            for (var value : tuple) query.setParameter(++next, value);
        }
        return query;
    }
}
