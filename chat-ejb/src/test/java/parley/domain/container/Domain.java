package parley.domain.container;

import com.ibm.icu.lang.UCharacter;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.File;
import java.net.URI;
import org.assertj.core.api.Assertions;
import org.flywaydb.core.Flyway;
import org.flywaydb.database.mysql.MySQLDatabaseType;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application that consists of this module as it is packaged. */
final class Domain {

    private Domain() {}

    static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class, "domain.war")
                .addPackage(Domain.class.getPackage())
                .deleteClass(RealDatabase.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibraries(
                        new File("target/chat-ejb.jar"),
                        jar(Flyway.class),
                        jar(MySQLDatabaseType.class),
                        jar(Assertions.class),
                        jar(UCharacter.class),
                        jar(Zxcvbn.class));
    }

    private static File jar(Class<?> inside) {
        return new File(URI.create(
                inside.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
