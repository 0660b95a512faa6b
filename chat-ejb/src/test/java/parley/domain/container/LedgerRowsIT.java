package parley.domain.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.domain.ledger.boundary.LedgerQueries;
import parley.domain.ledger.entity.LogOutcome;
import parley.domain.ledger.entity.LogOutcome.Kind;
import parley.domain.log.entity.LogGap;
import parley.domain.schema.SchemaMigration;

@ExtendWith(ArquillianExtension.class)
class LedgerRowsIT {

    private static final int PARTITION = 77;
    /** No test of this module writes to it. */
    private static final int EMPTY_PARTITION = 70;

    private static final long EPOCH_1 = 1L << 40;
    private static final Instant THEN = Instant.parse("2026-03-01T10:15:00Z");

    @Inject
    SchemaMigration schema;

    @Inject
    LedgerQueries rows;

    @Resource(lookup = "jdbc/parley")
    DataSource database;

    @Deployment
    static WebArchive archive() {
        return Domain.archive();
    }

    @BeforeEach
    void a_partition_with_every_kind_of_outcome() throws SQLException {
        schema.migrate();
        for (var table : new String[] {"message", "message_event", "log_repeat", "log_gap"}) {
            sql("DELETE FROM " + table + " WHERE log_partition = " + PARTITION);
        }
        message(5, 0);
        message(6, 1);
        message(EPOCH_1 + 5, 0);
        sql(
                "INSERT INTO message_event (conversation_id, at, target, kind, actor_id, cid, log_partition, log_offset, shown, ts)"
                        + " VALUES (7700, 7, 5, 'revoked', 1, UNHEX(REPLACE(UUID(), '-', '')), 77, 7, 0, NOW(6))");
        for (var why : new String[] {"8, 'repeat'", "9, 'void'", "10, 'revoked'", "11, 'parked'"}) {
            sql("INSERT INTO log_repeat (log_partition, epoch, log_offset, why) VALUES (77, 0, " + why + ")");
        }
        sql("INSERT INTO log_gap VALUES (77, 0, 20, 30, 'root', '2026-03-01 10:15:00')");
    }

    @Test
    void each_offset_has_the_outcome_of_its_record() {
        assertThat(rows.accounts(PARTITION, 0, 0, 100))
                .containsExactlyInAnyOrder(
                        new LogOutcome(5, Kind.MESSAGE),
                        new LogOutcome(6, Kind.PARKED),
                        new LogOutcome(7, Kind.EVENT),
                        new LogOutcome(8, Kind.REPEAT),
                        new LogOutcome(9, Kind.VOID),
                        new LogOutcome(10, Kind.REVOKED),
                        new LogOutcome(11, Kind.PARKED));
        assertThat(rows.accounts(PARTITION, 0, 6, 8))
                .extracting(LogOutcome::offset)
                .containsExactlyInAnyOrder(6L, 7L);
        assertThat(rows.accounts(PARTITION, 0, 6, 6)).isEmpty();
        assertThat(rows.accounts(EMPTY_PARTITION, 0, 0, 100)).isEmpty();
    }

    @Test
    void epochs_are_distinguished() {
        assertThat(rows.accounts(PARTITION, 1, 0, 100)).containsExactly(new LogOutcome(5, Kind.MESSAGE));
        assertThat(rows.last(PARTITION, 0)).isEqualTo(7);
        assertThat(rows.last(PARTITION, 1)).isEqualTo(5);
        assertThat(rows.last(PARTITION, 2)).isEqualTo(-1);
    }

    @Test
    void a_gap_is_found_by_its_offsets_and_by_the_time_of_its_repair() {
        assertThat(rows.gaps(PARTITION, 0, 29, 40, Instant.EPOCH, Instant.EPOCH))
                .extracting(LogGap::from, LogGap::to)
                .containsExactly(org.assertj.core.api.Assertions.tuple(20L, 30L));
        assertThat(rows.gaps(PARTITION, 0, 30, 40, Instant.EPOCH, Instant.EPOCH))
                .isEmpty();
        assertThat(rows.gaps(PARTITION, 0, 30, 40, THEN, THEN.plusSeconds(1)))
                .extracting(LogGap::repairedAt)
                .containsExactly(THEN);
        assertThat(rows.gaps(PARTITION, 1, 29, 40, THEN, THEN.plusSeconds(1))).isEmpty();
    }

    private void message(long pos, int state) throws SQLException {
        sql(
                "INSERT INTO message (conversation_id, pos, sender_id, cid, seq, log_partition, log_offset, state, body, ts)"
                        + " VALUES (7700, " + pos + ", 1, UNHEX(REPLACE(UUID(), '-', '')), 1, 77, " + pos % EPOCH_1
                        + ", " + state + ", '', NOW(6))");
    }

    private void sql(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
