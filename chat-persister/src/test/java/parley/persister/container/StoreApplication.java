package parley.persister.container;

import com.ibm.icu.lang.UCharacter;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.File;
import java.net.URI;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.Assertions;
import org.flywaydb.core.Flyway;
import org.flywaydb.database.mysql.MySQLDatabaseType;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.slf4j.Logger;

/** An application of the persister's store and what it needs, without channels. */
public final class StoreApplication {

    private StoreApplication() {}

    public static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class, "store.war")
                .addPackages(
                        true,
                        path -> !path.get().endsWith("Test.class"),
                        "parley.persister.store",
                        "parley.persister.container")
                .deleteClass(TestDatabase.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                // The settings of chat-log require a broker at deployment; no test uses it.
                .addAsResource(
                        new StringAsset("config_ordinal=500\nkafka.bootstrap.servers=unused\n"),
                        "META-INF/microprofile-config.properties")
                .addAsLibraries(
                        new File("../chat-ejb/target/chat-ejb.jar"),
                        new File("../chat-log/target/chat-log.jar"),
                        jar(ConsumerRecord.class),
                        jar(Logger.class),
                        jar(Flyway.class),
                        jar(MySQLDatabaseType.class),
                        jar(Assertions.class),
                        jar(UCharacter.class),
                        jar(Zxcvbn.class));
    }

    private static File jar(Class<?> type) {
        return new File(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
