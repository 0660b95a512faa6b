package parley.domain.log.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.ApplicationException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import parley.domain.sql.DatabaseFailure;

class LogPositionsTest {

    private static final PersistenceException UNAVAILABLE = new PersistenceException("no connection");

    @Test
    void an_unavailable_database_is_an_application_exception_with_its_cause() {
        var positions = new LogPositions();
        positions.rows = (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    throw UNAVAILABLE;
                });
        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(positions::all)
                .withCause(UNAVAILABLE);
    }

    /** The container logs a stack trace of each system exception, and the database is probed every second. */
    @Test
    void a_database_failure_is_not_logged_by_the_container_and_rolls_back() {
        assertThat(DatabaseFailure.class.getAnnotation(ApplicationException.class))
                .isNotNull()
                .satisfies(annotation -> assertThat(annotation.rollback()).isTrue());
    }
}
