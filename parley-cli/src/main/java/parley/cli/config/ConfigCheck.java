package parley.cli.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares files of settings with the documented settings. */
public final class ConfigCheck {

    private final SettingCatalog catalog;
    private final List<ConfigFinding> findings = new ArrayList<>();
    private final Map<String, String> effective = new HashMap<>();

    public ConfigCheck(SettingCatalog catalog) {
        this.catalog = catalog;
    }

    /** @param files of one process, such as common.env and chat-1.env; later ones win */
    public List<ConfigFinding> of(List<Path> files) {
        files.forEach(this::check);
        if (files.size() > 0) together(files.getLast());
        return List.copyOf(findings);
    }

    /** How many settings the files set. */
    public int settings() {
        return effective.size();
    }

    private void check(Path path) {
        var file = EnvironmentFile.read(path);
        file.malformed().forEach(line -> add(path, line, "", "this line is not NAME=VALUE", null));
        var seen = new HashMap<String, Integer>();
        for (var entry : file.entries()) {
            var earlier = seen.put(Variables.variable(entry.name()), entry.line());
            if (earlier != null)
                add(
                        path,
                        entry.line(),
                        entry.name(),
                        "it is also set in line " + earlier + ", which has no effect",
                        null);
            check(path, entry);
        }
    }

    private void check(Path path, EnvironmentFile.Entry entry) {
        var name = entry.name();
        var setting = catalog.find(name);
        if (setting.isPresent()) {
            effective.put(Variables.variable(name), entry.value());
            var rule = setting.get().rule();
            // An empty value is the same as none.
            if (entry.value().isEmpty() || rule.holds(entry.value())) return;
            add(path, entry.line(), name, problem(name, entry.value(), rule), null);
        } else if (SettingCatalog.isOfOthers(name)) {
            effective.put(name, entry.value());
        } else {
            add(
                    path,
                    entry.line(),
                    name,
                    "there is no such setting",
                    catalog.similar(name).orElse(null));
        }
    }

    private static String problem(String name, String value, ValueRule rule) {
        var shown = Redaction.isSecret(name) ? "the value" : "'" + value + "'";
        return shown + " is not " + rule.expected();
    }

    /** What depends on more than one setting. */
    private void together(Path last) {
        boolean isProduction = "true".equals(effective.get("PARLEY_PRODUCTION"));
        if (!isProduction) return;
        var mode = effective.getOrDefault("DB_SSL_MODE", "");
        if (List.of("PREFERRED", "REQUIRED").contains(mode))
            add(last, 0, "DB_SSL_MODE", "production mode accepts only VERIFY_IDENTITY and VERIFY_CA", null);
        if (!effective.containsKey("PARLEY_TOKEN_KEYFILE") && !effective.containsKey("PARLEY_TOKEN_KEY_FILE"))
            add(last, 0, "PARLEY_TOKEN_KEY_FILE", "in production all nodes need the same key; name its file", null);
        boolean hasProxies = effective.containsKey("PARLEY_PROXIES");
        if (hasProxies != effective.containsKey("PARLEY_PROXIES_REGEX"))
            add(last, 0, "PARLEY_PROXIES", "set it together with PARLEY_PROXIES_REGEX", null);
    }

    private void add(Path path, int line, String name, String problem, String hint) {
        findings.add(new ConfigFinding(path, line, name, problem, hint));
    }
}
