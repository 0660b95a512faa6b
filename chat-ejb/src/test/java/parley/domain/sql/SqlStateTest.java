package parley.domain.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlStateTest {

    @Test
    void connection_errors_are_an_outage() {
        for (var away : new SQLException[] {
            new SQLNonTransientConnectionException("closed", "08003"),
                    new SQLTransientConnectionException("none in time"),
            new SQLRecoverableException("Communications link failure", "08S01"), new SQLTimeoutException("late"),
            new SQLTransactionRollbackException("deadlock", "40001", 1213), new SQLException("no SQLSTATE: the pool"),
        }) {
            assertThat(SqlState.isOutage(new RuntimeException("wrapped", new IllegalStateException(away))))
                    .as(away.getMessage())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "08S01, 0",
        "08004, 1040",
        "40001, 1213",
        "HY000, 1205",
        "HY000, 3024",
        "70100, 1317",
        "HY000, 1290",
        "42000, 1203",
        "HYT00, 0",
        "42S02, 1146",
        "42S22, 1054",
        "HY000, 2013"
    })
    void transient_errors_are_an_outage(String state, int error) {
        assertThat(SqlState.isOutage(new RuntimeException(new SQLException("said", state, error))))
                .isTrue();
    }

    /** 1267 and 3854: text that cannot be compared with a column. */
    @ParameterizedTest
    @CsvSource({
        "HY000, 1267",
        "HY000, 3854",
        "HY000, 0",
        "S1000, 0",
        "S1009, 0",
        "22001, 1406",
        "23000, 1062",
        "42000, 1064"
    })
    void permanent_errors_are_not_an_outage(String state, int error) {
        assertThat(SqlState.isOutage(new RuntimeException(new SQLException("said", state, error))))
                .isFalse();
    }

    @Test
    void an_outage_is_found_below_another_sql_error() {
        assertThat(SqlState.isOutage(
                        new SQLException("general", "HY000", 0, new SQLRecoverableException("link", "08S01"))))
                .isTrue();
        assertThat(SqlState.isOutage(new IllegalStateException("not SQL"))).isFalse();
    }

    @Test
    void duplicates_and_data_errors_are_distinguished() {
        assertThat(SqlState.isDuplicate(new SQLException("twice", "23000", 1062)))
                .isTrue();
        assertThat(SqlState.isDataError(new SQLException("too long", "22001", 1406)))
                .isTrue();
        assertThat(SqlState.isDataError(new SQLException("twice", "23000", 1062)))
                .isFalse();
    }
}
