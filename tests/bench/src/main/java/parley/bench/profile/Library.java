package parley.bench.profile;

import java.util.List;

/** Whose a class is. */
final class Library {

    static final String JDK = "JDK";

    private record Named(String prefix, String name) {}

    /** The first that fits. */
    private static final List<Named> KNOWN = List.of(
            new Named("java.", JDK),
            new Named("javax.", JDK),
            new Named("jdk.", JDK),
            new Named("sun.", JDK),
            new Named("com.sun.", JDK),
            new Named("org.apache.kafka.clients.producer", "Kafka producer"),
            new Named("org.apache.kafka.clients.consumer", "Kafka consumer"),
            new Named("org.apache.kafka", "Kafka client, common"),
            new Named("com.ibm.ws.wsoc", "Liberty WebSocket"),
            new Named("io.openliberty.wsoc", "Liberty WebSocket"),
            new Named("com.ibm.ws.tcpchannel", "Liberty channels"),
            new Named("com.ibm.ws.channelfw", "Liberty channels"),
            new Named("com.ibm.wsspi.channelfw", "Liberty channels"),
            new Named("com.ibm.ws.bytebuffer", "Liberty channels"),
            new Named("com.ibm.ws.http", "Liberty HTTP"),
            new Named("com.ibm.ws.threading", "Liberty executor"),
            new Named("com.ibm.ws.concurrent", "Liberty executor"),
            new Named("com.ibm.ws.context", "Liberty executor"),
            new Named("io.smallrye", "Reactive Messaging"),
            new Named("com.ibm.ws.microprofile.reactive", "Reactive Messaging"),
            new Named("io.openliberty.microprofile.reactive", "Reactive Messaging"),
            new Named("org.eclipse.persistence", "EclipseLink"),
            new Named("com.mysql", "Connector/J"),
            new Named("org.eclipse.parsson", "JSON-P"),
            new Named("jakarta.json", "JSON-P"),
            new Named("org.jboss.weld", "Weld"),
            new Named("com.ibm.ejs.j2c", "Liberty data source"),
            new Named("com.ibm.ws.rsadapter", "Liberty data source"),
            new Named("com.ibm.ws.jca", "Liberty data source"),
            new Named("com.ibm.ws.jdbc", "Liberty data source"),
            new Named("com.ibm.ejs", "EJB container"),
            new Named("com.ibm.ws.ejbcontainer", "EJB container"),
            new Named("com.ibm.tx", "Liberty transactions"),
            new Named("com.ibm.ws.transaction", "Liberty transactions"),
            new Named("com.ibm.ws.tx", "Liberty transactions"),
            new Named("com.ibm", "Liberty, other"),
            new Named("io.openliberty", "Liberty, other"));

    private Library() {}

    static boolean isOurs(String className) {
        return className.startsWith("parley.");
    }

    /** Of ours the component, such as {@code parley.web.message}. */
    static String of(String className) {
        if (isOurs(className)) return packageOf(className, 3);
        return KNOWN.stream()
                .filter(known -> className.startsWith(known.prefix))
                .map(Named::name)
                .findFirst()
                .orElseGet(() -> packageOf(className, 3));
    }

    private static String packageOf(String className, int most) {
        int end = -1;
        for (int i = 0; i < most; i++) {
            int dot = className.indexOf('.', end + 1);
            if (dot < 0) break;
            end = dot;
        }
        return end < 0 ? className : className.substring(0, end);
    }
}
