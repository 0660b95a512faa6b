package parley.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parley.cli.terminal.CliFailure;

/** The environment of this process with environment files on top, as a node sees it. */
public record Variables(Map<String, String> values) {

    /** @param files later ones win */
    public static Variables of(Map<String, String> environment, List<Path> files) {
        var values = new HashMap<>(environment);
        for (var file : files)
            EnvironmentFile.read(file).entries().forEach(entry -> values.put(variable(entry.name()), entry.value()));
        return new Variables(values);
    }

    /** MicroProfile Config's rule for environment variables. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
    }

    /** Empty values count as missing. */
    public Optional<String> find(String name) {
        var value = values.get(name);
        return value == null || value.isBlank() ? inFile(name) : Optional.of(value);
    }

    public String get(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    public String require(String name) {
        return find(name)
                .orElseThrow(() -> CliFailure.usage(
                        name + " is not set: set it in the environment or in a file that" + " is given with --env"));
    }

    public int port(String name, int otherwise) {
        var value = get(name, Integer.toString(otherwise));
        if (!value.matches("[0-9]{1,5}")) throw CliFailure.usage(name + " is no port: " + value);
        return Integer.parseInt(value);
    }

    /** Secrets can be in a folder of files with the names of the settings. */
    private Optional<String> inFile(String name) {
        var folders = values.get("VARIABLE_SOURCE_DIRS");
        if (folders == null) return Optional.empty();
        for (var folder : folders.split(java.io.File.pathSeparator)) {
            var file = Path.of(folder, name);
            if (!Files.isReadable(file)) continue;
            try {
                return Optional.of(Files.readString(file).strip());
            } catch (IOException e) {
                throw CliFailure.failed(file + " cannot be read", e);
            }
        }
        return Optional.empty();
    }

    /** The settings of Parley that are set, also in files, and nothing else of the environment. */
    public Map<String, String> settings(SettingCatalog catalog) {
        var settings = new TreeMap<String, String>();
        catalog.variables().forEach(name -> find(name).ifPresent(value -> settings.put(name, value)));
        return settings;
    }

    /** What {@link #settings} has, and the rest of the environment. */
    public Map<String, String> everything(SettingCatalog catalog) {
        var everything = new TreeMap<>(values);
        everything.putAll(settings(catalog));
        return everything;
    }
}
