package parley.cli.backup;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Leaves out ids after a restore. Accounts and conversations from after the backup are lost, but tokens and the log still
 * name them: if their ids were given again, they would stand for other users and conversations. Blocks take their
 * versions from such ids, too, and a version must not occur twice.
 */
final class IdGap {

    /** More than are given between two backups. */
    static final long SIZE = 1_000_000;

    private static final Pattern COUNTER = Pattern.compile("AUTO_INCREMENT=([0-9]+)");

    private IdGap() {}

    static final String TABLES = "SELECT TABLE_NAME FROM information_schema.COLUMNS"
            + " WHERE TABLE_SCHEMA = DATABASE() AND EXTRA LIKE '%auto_increment%' ORDER BY TABLE_NAME";

    /** @param created what SHOW CREATE TABLE says; without a counter if no id was given yet */
    static String statement(String table, List<List<String>> created) {
        var counter = COUNTER.matcher(created.toString());
        long next = counter.find() ? Long.parseLong(counter.group(1)) : 1;
        return "ALTER TABLE `" + table + "` AUTO_INCREMENT = " + (next + SIZE);
    }
}
