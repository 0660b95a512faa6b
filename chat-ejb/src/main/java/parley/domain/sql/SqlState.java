package parley.domain.sql;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** What a database's errors mean, by SQLSTATE (ISO/IEC 9075) where that says it, else by MySQL's error number. */
public final class SqlState {

    private static final int MYSQL_DUPLICATE_ENTRY = 1062;
    private static final Pattern WILD = Pattern.compile("[!%_]");

    private SqlState() {}

    public static boolean isDuplicate(Throwable failed) {
        var cause = sql(failed);
        return cause != null && cause.getErrorCode() == MYSQL_DUPLICATE_ENTRY;
    }

    /** Class 22: the data itself is at fault, so that a repeat fails the same way. */
    public static boolean isDataError(Throwable failed) {
        var cause = sql(failed);
        return cause != null && cause.getSQLState() != null && cause.getSQLState().startsWith("22");
    }

    /** The database is away, or too busy to answer: the same call may succeed later. */
    public static boolean isOutage(Throwable failed) {
        var cause = sql(failed);
        if (cause == null) return false;
        var state = cause.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("40") || state.startsWith("HY") || state.startsWith("S1") || state.equals("42S02");
    }

    /** The SQL error that lies at the bottom of {@code failed}, or null where there is none. */
    public static SQLException sql(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) return sql;
        }
        return null;
    }

    /** For {@code LIKE … ESCAPE '!'}. */
    public static String escapeLike(String text) {
        return WILD.matcher(text).replaceAll("!$0");
    }
}
