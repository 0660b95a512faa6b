package parley.domain.schema;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables, by versioned migrations: each runs once, also where several nodes start at the same time. */
@ApplicationScoped
public class Schema {

    @Resource(lookup = "jdbc/parley")
    DataSource database;

    private volatile boolean current;

    /** Brings the tables up to date; throws where the database is not there, and may be called again. */
    public void migrate() {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .failOnMissingLocations(true)
                .load()
                .migrate();
        current = true;
    }

    /** Whether this process has seen the tables up to date. */
    public boolean isCurrent() {
        return current;
    }
}
