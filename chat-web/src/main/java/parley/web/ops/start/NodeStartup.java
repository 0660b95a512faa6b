package parley.web.ops.start;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.ConfigProvider;
import parley.domain.schema.SchemaMigration;
import parley.web.account.signin.OperatorAccounts;
import parley.web.platform.runtime.NodeExecutors;

/** Starts a chat node in the background; broker and database may become available later. */
@ApplicationScoped
public class NodeStartup {

    @Inject
    NodeExecutors threads;

    @Inject
    NodeDrain drain;

    @Inject
    LogStartup log;

    @Inject
    SchemaMigration schema;

    @Inject
    OperatorAccounts operatorAccounts;

    private DatabaseStartup database;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        database = new DatabaseStartup(
                threads.platform(),
                task -> threads.after(DatabaseStartup.RETRY, task),
                this::migrate,
                operatorAccounts::create);
        drain.install();
        log.start();
        database.start();
    }

    private void migrate() {
        // Read before the first connection: if no database is configured, reading the key starts the embedded one.
        ConfigProvider.getConfig().getOptionalValue("db.host", String.class);
        schema.migrate();
    }

    @PreDestroy
    void stop() {
        if (database != null) database.stop();
    }
}
