package parley.bench.profile;

import java.util.Arrays;
import java.util.List;

/** Maps a class to the library, or the component of ours, that it belongs to. */
final class Library {

    private static final String JDK = "JDK";

    /** The first match counts. */
    private static final List<Library> KNOWN = """
            JDK: java. javax. jdk. sun. com.sun.
            Kafka producer: org.apache.kafka.clients.producer
            Kafka consumer: org.apache.kafka.clients.consumer
            Kafka client, common: org.apache.kafka
            Liberty WebSocket: com.ibm.ws.wsoc io.openliberty.wsoc
            Liberty channels: com.ibm.ws.tcpchannel com.ibm.ws.channelfw com.ibm.wsspi.channelfw com.ibm.ws.bytebuffer
            Liberty HTTP: com.ibm.ws.http
            Liberty executor: com.ibm.ws.threading com.ibm.ws.concurrent com.ibm.ws.context
            Reactive Messaging: io.smallrye com.ibm.ws.microprofile.reactive io.openliberty.microprofile.reactive
            EclipseLink: org.eclipse.persistence
            Connector/J: com.mysql
            JSON-P: org.eclipse.parsson jakarta.json
            Weld: org.jboss.weld
            Liberty data source: com.ibm.ejs.j2c com.ibm.ws.rsadapter com.ibm.ws.jca com.ibm.ws.jdbc
            EJB container: com.ibm.ejs com.ibm.ws.ejbcontainer
            Liberty transactions: com.ibm.tx com.ibm.ws.transaction com.ibm.ws.tx
            Liberty, other: com.ibm io.openliberty
            """.lines().map(Library::new).toList();

    private final String name;
    private final List<String> prefixes;

    /** @param line name: prefixes of classes */
    private Library(String line) {
        var parts = line.split(": ");
        name = parts[0];
        prefixes = Arrays.asList(parts[1].split(" "));
    }

    static boolean isOurs(String className) {
        return className.startsWith("parley.");
    }

    static boolean isJdk(String className) {
        return of(className).equals(JDK);
    }

    /** The name of the library, or the first three parts of the package, such as {@code parley.web.message}. */
    static String of(String className) {
        return KNOWN.stream()
                .filter(library -> library.prefixes.stream().anyMatch(className::startsWith))
                .map(library -> library.name)
                .findFirst()
                .orElseGet(() -> packageOf(className));
    }

    private static String packageOf(String className) {
        var parts = className.split("\\.");
        return parts.length == 1
                ? className
                : String.join(".", List.of(parts).subList(0, Math.min(3, parts.length - 1)));
    }
}
