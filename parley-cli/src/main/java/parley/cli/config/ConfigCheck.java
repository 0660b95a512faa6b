package parley.cli.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares the settings of one process with the documented settings. */
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

    /** Of a process with this environment. Variables that are neither settings nor named like one are of other programs. */
    public List<ConfigFinding> of(Variables environment) {
        var entries = new TreeMap<>(environment.settings(catalog));
        environment.values().forEach((name, value) -> {
            if (SettingCatalog.looksLikeSetting(name)) entries.putIfAbsent(name, value);
        });
        entries.forEach((name, value) -> check(null, new EnvironmentFile.Entry(0, name, value)));
        together(null);
        return List.copyOf(findings);
    }

    /** How many settings were found. */
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
        ProductionRules.problems(effective).forEach((name, problem) -> add(last, 0, name, problem, null));
    }

    private void add(Path path, int line, String name, String problem, String hint) {
        findings.add(new ConfigFinding(path, line, name, problem, hint));
    }
}
