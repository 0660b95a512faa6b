package parley.cli.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The settings of docs/configuration.md, which the build copies next to this class. */
public final class SettingCatalog {

    /** A row of a table: the settings in its first column, the defaults in its second. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\| ([^|]*) \\|");

    private static final Pattern NAME = Pattern.compile("`([A-Za-z_.]+)`");

    /** What bin/parley, Liberty, the JVM and MicroProfile read from the same files. */
    private static final Set<String> OF_OTHERS = Set.of(
            "JAVA_HOME",
            "LOG_DIR",
            "TZ",
            "LANG",
            "LC_ALL",
            "PATH",
            "HOME",
            "TMPDIR",
            "MALLOC_ARENA_MAX",
            "STATE_DIRECTORY",
            "LOGS_DIRECTORY",
            "CACHE_DIRECTORY",
            "PARLEY_TOKEN_KEY_FILE",
            // Of this command line.
            "PARLEY_URL",
            "PARLEY_OPERATOR_TOKEN",
            "PARLEY_OPERATOR_TOKEN_FILE",
            "PARLEY_PROBE_ACCOUNTS",
            "PARLEY_CLIENT_PROGRAMS");

    private static final Pattern PREFIX_OF_OTHERS = Pattern.compile("(WLP|OTEL|MP|JAVA|LC)_[A-Z0-9_]+");

    private static final Pattern LIKE_SETTING =
            Pattern.compile("(PARLEY|DB|KAFKA|MANAGEMENT|HTTPS?(?!_PROXY$))_[A-Z0-9_]+|parley\\..+");

    private final Map<String, Setting> byKey = new LinkedHashMap<>();
    private final Map<String, Setting> byVariable = new LinkedHashMap<>();

    private SettingCatalog(List<Setting> settings) {
        settings.forEach(setting -> {
            byKey.put(setting.key(), setting);
            byVariable.putIfAbsent(setting.variable(), setting);
        });
    }

    public static SettingCatalog documented() {
        try (var page = SettingCatalog.class.getResourceAsStream("configuration.md")) {
            return of(new String(page.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SettingCatalog of(String page) {
        var settings = new ArrayList<Setting>();
        ROW.matcher(page).results().forEach(row -> {
            var keys = NAME.matcher(row.group(1))
                    .results()
                    .map(name -> name.group(1))
                    .toList();
            var defaults = defaults(row.group(2), keys.size());
            for (int i = 0; i < keys.size(); i++) settings.add(new Setting(keys.get(i), defaults.get(i)));
        });
        return new SettingCatalog(settings);
    }

    /** One for each key of the row; nulls if the column is a description. */
    private static List<String> defaults(String column, int keys) {
        var none = new ArrayList<String>();
        for (int i = 0; i < keys; i++) none.add(null);
        var given = List.of(column.replaceAll(" \\(.*\\)", "").split(", "));
        if (given.size() != keys || given.stream().anyMatch(value -> !value.matches("`?[A-Za-z0-9_.:/*-]+`?")))
            return none;
        return given.stream().map(value -> value.replace("`", "")).toList();
    }

    List<Setting> all() {
        return List.copyOf(byKey.values());
    }

    /** @param name an environment variable, or a key with its exact spelling */
    Optional<Setting> find(String name) {
        return Optional.ofNullable(byKey.getOrDefault(name, byVariable.get(name)));
    }

    /** The environment variables of all settings. */
    Set<String> variables() {
        var variables = new TreeSet<>(byVariable.keySet());
        variables.add("PARLEY_TOKEN_KEY_FILE");
        return variables;
    }

    static boolean isOfOthers(String name) {
        return OF_OTHERS.contains(name) || PREFIX_OF_OTHERS.matcher(name).matches();
    }

    /** Whether a variable of an environment, in which other programs have theirs, is meant for Parley. */
    static boolean looksLikeSetting(String name) {
        return LIKE_SETTING.matcher(name).matches();
    }

    /** The setting that was probably meant, spelled in the same way; empty if none is similar. */
    Optional<String> similar(String name) {
        boolean isKey = name.contains(".");
        return byKey.values().stream()
                .map(setting -> isKey ? setting.key() : setting.variable())
                .distinct()
                .min(java.util.Comparator.comparingInt(known -> distance(name, known)))
                .filter(known -> distance(name, known) <= Math.max(2, name.length() / 4));
    }

    /** Levenshtein's, without case. */
    static int distance(String one, String other) {
        var a = one.toLowerCase(java.util.Locale.ROOT);
        var b = other.toLowerCase(java.util.Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
