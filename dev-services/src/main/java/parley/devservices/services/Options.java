package parley.devservices.services;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The command line, as described in the package. Ports: 0 picks a free one. */
record Options(
        Path data,
        Path program,
        Only only,
        int kafkaPort,
        int dbPort,
        Password password,
        boolean restart,
        boolean leash) {

    enum Only {
        BROKER,
        DATABASE,
        BOTH;

        boolean broker() {
            return this != DATABASE;
        }

        boolean database() {
            return this != BROKER;
        }
    }

    private static final Set<String> NAMES =
            Set.of("data", "program", "only", "kafka-port", "db-port", "password-file", "restart", "leash");

    static Options of(String... args) {
        var given = pairs(args);
        if (!given.containsKey("data")) throw new CannotStart("The folder for the data is missing; give --data DIR.");
        var data = Path.of(given.get("data")).toAbsolutePath().normalize();
        var program = given.containsKey("program")
                ? Path.of(given.get("program")).toAbsolutePath().normalize()
                : data.resolve("mariadb/program");
        return new Options(
                data,
                program,
                only(given.getOrDefault("only", "both")),
                port("kafka-port", given),
                port("db-port", given),
                password(given),
                flag("restart", given),
                flag("leash", given));
    }

    private static Map<String, String> pairs(String... args) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < args.length; i += 2) {
            var name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!NAMES.contains(name)) throw new CannotStart("There is no argument " + args[i] + "; known: " + NAMES);
            if (i + 1 == args.length) throw new CannotStart("The argument " + args[i] + " lacks its value.");
            given.put(name, args[i + 1]);
        }
        return given;
    }

    private static Only only(String value) {
        return switch (value) {
            case "broker" -> Only.BROKER;
            case "database" -> Only.DATABASE;
            case "both" -> Only.BOTH;
            default -> throw new CannotStart("--only is broker, database or both, not " + value + ".");
        };
    }

    private static int port(String name, Map<String, String> given) {
        var value = given.getOrDefault(name, "0");
        if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535) return Integer.parseInt(value);
        throw new CannotStart("--" + name + " is a port from 0 to 65535, not " + value + ".");
    }

    private static Password password(Map<String, String> given) {
        var file = given.get("password-file");
        return file == null ? Password.NONE : Password.read(Path.of(file));
    }

    private static boolean flag(String name, Map<String, String> given) {
        return switch (given.getOrDefault(name, "true")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new CannotStart("--" + name + " is true or false, not " + given.get(name) + ".");
        };
    }
}
