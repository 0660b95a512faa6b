package parley.domain.schema;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import parley.domain.sql.DatabaseFailure;

/** Applies versioned migrations; each runs once, even if several nodes start at the same time. */
@ApplicationScoped
public class SchemaMigration {

    /** Without a limit of time for statements. */
    @Resource(lookup = "jdbc/parley-migrations")
    DataSource database;

    private volatile boolean exists;
    private volatile boolean current;

    /** Migrates the tables to the current version. Throws if the database is unreachable, and may be called again. */
    public void migrate() {
        var flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .failOnMissingLocations(true)
                .load();
        // Those of an earlier version can be used while they are migrated, which may take long.
        exists = flyway.info().current() != null;
        flyway.migrate();
        exists = true;
        current = true;
    }

    /**
     * Connects to the database, whether or not it has tables.
     *
     * @throws DatabaseFailure if the database is unavailable
     */
    public void connect() {
        try (var connection = database.getConnection()) {
            if (!connection.isValid(1)) throw new SQLTransientConnectionException("no answer to a ping", "08S01");
        } catch (SQLException failed) {
            throw new DatabaseFailure(failed);
        }
    }

    /** Whether there are tables, maybe those of an earlier version; false until the database is reached. */
    public boolean exists() {
        return exists;
    }

    /** Whether this process has completed the migration. */
    public boolean isCurrent() {
        return current;
    }
}
