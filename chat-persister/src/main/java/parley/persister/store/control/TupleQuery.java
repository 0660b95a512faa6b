package parley.persister.store.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A statement with many tuples of parameters, each looked up by an index. It uses the transaction's JDBC connection,
 * because the time EclipseLink takes for the parameters of a native query grows with the square of their number.
 */
final class TupleQuery {

    /** Receives a row of the result. */
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private final EntityManager rows;
    private final String sql;
    private final Collection<List<Object>> tuples;

    /**
     * @param each repeated for each tuple, between {@code head} and {@code tail}
     * @param tuples each with as many values as {@code each} has question marks
     */
    TupleQuery(
            EntityManager rows,
            String head,
            String each,
            String between,
            String tail,
            Collection<List<Object>> tuples) {
        this.rows = rows;
        this.sql = head + String.join(between, Collections.nCopies(tuples.size(), each)) + tail;
        this.tuples = tuples;
    }

    void each(Row row) {
        try (var statement = prepared();
                var found = statement.executeQuery()) {
            while (found.next()) row.take(found);
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    void update() {
        try (var statement = prepared()) {
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    private PreparedStatement prepared() throws SQLException {
        var statement = rows.unwrap(Connection.class).prepareStatement(sql);
        int next = 0;
        for (var tuple : tuples) {
            for (var value : tuple) statement.setObject(++next, value);
        }
        return statement;
    }
}
