package parley.devservices.launch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the started services answer, as host:port, from the child's READY line. */
record Addresses(Optional<String> kafka, Optional<String> database) {

    static Addresses parse(String readyLine) {
        var pairs = new HashMap<String, String>();
        for (var word : readyLine.split(" ")) {
            int equals = word.indexOf('=');
            if (equals > 0) pairs.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return new Addresses(Optional.ofNullable(pairs.get("kafka")), Optional.ofNullable(pairs.get("database")));
    }

    static Addresses ofConfig(Map<String, String> config) {
        var host = Optional.ofNullable(config.get(EmbeddedConfigSource.DB_HOST));
        return new Addresses(
                Optional.ofNullable(config.get(EmbeddedConfigSource.KAFKA)),
                host.map(name -> name + ":" + config.get(EmbeddedConfigSource.DB_PORT)));
    }

    Optional<String> kafkaPort() {
        return kafka.map(Addresses::port);
    }

    Optional<String> dbPort() {
        return database.map(Addresses::port);
    }

    /** By the keys of MicroProfile Config. */
    Map<String, String> asConfig() {
        var config = new HashMap<String, String>();
        kafka.ifPresent(address -> config.put(EmbeddedConfigSource.KAFKA, address));
        database.ifPresent(address -> {
            config.put(EmbeddedConfigSource.DB_HOST, address.substring(0, address.lastIndexOf(':')));
            config.put(EmbeddedConfigSource.DB_PORT, port(address));
        });
        return Map.copyOf(config);
    }

    /** One line for the developer: what runs where. */
    String line(Launch launch) {
        var configured = "as configured";
        return "Parley: broker " + kafka.orElse(configured) + ", database " + database.orElse(configured)
                + " (data in " + launch.data() + ")"
                + " — open http://localhost:" + Setting.of("http.port").orElse("9080") + "/";
    }

    private static String port(String address) {
        return address.substring(address.lastIndexOf(':') + 1);
    }
}
