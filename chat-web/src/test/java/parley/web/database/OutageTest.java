package parley.web.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.resource.spi.ResourceAllocationException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void a_connection_that_broke_is_an_outage() {
        assertThat(Outage.is(new EJBException(new RuntimeException(new SQLException("link failure", "08S01"))))).isTrue();
    }

    @Test
    void a_pool_without_a_free_connection_is_an_outage() {
        assertThat(Outage.is(new EJBException(new RuntimeException(new ResourceAllocationException("no connection"))))).isTrue();
    }

    @Test
    void a_transaction_that_ran_out_of_time_is_an_outage() {
        var rolledBack = new EJBException();
        rolledBack.initCause(new RollbackException("timed out"));
        assertThat(Outage.is(rolledBack)).isTrue();
    }

    @Test
    void data_that_does_not_fit_is_none() {
        assertThat(Outage.is(new EJBException(new RuntimeException(new SQLException("too long", "22001"))))).isFalse();
    }

    @Test
    void a_fault_of_ours_is_none() {
        assertThat(Outage.is(new EJBException(new IllegalStateException("a bug")))).isFalse();
    }
}
