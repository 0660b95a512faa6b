package parley.devservices.services;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MariaDB settings: as close to a production MySQL as possible, durable, small, on the loopback address only. */
final class DatabaseSettings {

    private static final String MYSQLS_SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    private DatabaseSettings() {}

    /**
     * Runs at each start as administrator, so that data created without a password gets one. The accounts that MariaDB
     * creates itself, among them an administrator without a password, are removed or locked.
     */
    static String initSql(String password) {
        return """
                CREATE DATABASE IF NOT EXISTS parley CHARACTER SET utf8mb4;
                DELETE FROM mysql.global_priv WHERE User = '' OR User = 'root' AND Host <> 'localhost';
                FLUSH PRIVILEGES;
                ALTER USER IF EXISTS 'root'@'localhost' ACCOUNT LOCK;
                CREATE USER IF NOT EXISTS 'parley'@'127.0.0.1';
                CREATE USER IF NOT EXISTS 'parley'@'localhost';
                ALTER USER 'parley'@'127.0.0.1' IDENTIFIED BY '%1$s';
                ALTER USER 'parley'@'localhost' IDENTIFIED BY '%1$s';
                GRANT ALL PRIVILEGES ON parley.* TO 'parley'@'127.0.0.1';
                GRANT ALL PRIVILEGES ON parley.* TO 'parley'@'localhost';
                """.formatted(password);
    }

    static List<String> arguments(Path pidFile, Path initFile) {
        var arguments = new ArrayList<>(List.of(
                "--bind-address=" + Ports.HOST,
                "--skip-name-resolve",
                "--skip-ssl", // creating a certificate takes two seconds per start
                "--pid-file=" + pidFile,
                "--init-file=" + initFile,
                "--character-set-server=utf8mb4",
                "--transaction-isolation=READ-COMMITTED",
                "--sql-mode=" + MYSQLS_SQL_MODE,
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=256M",
                "--skip-log-bin"));
        if (!isWindows()) arguments.add("--socket="); // none, because a path below the data folder may be too long
        if (isRoot()) arguments.add("--user=root");
        return arguments;
    }

    private static boolean isRoot() {
        return !isWindows() && "root".equals(System.getProperty("user.name"));
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
