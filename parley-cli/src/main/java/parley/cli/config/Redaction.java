package parley.cli.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Removes secrets from what leaves the machine: by the names of settings, by their values, and by what looks like one. */
public final class Redaction {

    public static final String REDACTED = "[redacted]";

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(PASSWORD|SECRET|JAAS|CREDENTIAL|PASSPHRASE|API_?KEY|_TOKEN|OTLP_HEADERS).*");

    /** Names of files with secrets, and of how passwords are treated, are no secrets. */
    private static final Pattern NO_SECRET =
            Pattern.compile("(?i).*(FILE|_ITERATIONS|_THREADS|_WAITING|_LIFETIMEHOURS|_AUDIENCE|MAYMAKEKEY)");

    /** Shorter values would also remove ordinary words. */
    private static final int SHORTEST_VALUE = 6;

    /** What a log may hold although it should not. A message body is the field of a frame or of a request. */
    private static final List<Pattern> LOOKS_SECRET = List.of(
            Pattern.compile("eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*"),
            Pattern.compile("(?i)(?<=bearer )[^\\s\"']+"),
            Pattern.compile("(?i)(?<=basic )[A-Za-z0-9+/=]{8,}"),
            Pattern.compile(
                    "(?i)(?<=(?:password|passwd|pwd|secret|token|body|text)[\"']?[=:] ?)(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[^\\s,;&}\"']+)"),
            Pattern.compile("(?<=://)[^\\s/@:]+:[^\\s/@]+(?=@)"),
            Pattern.compile("(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|\\z)"));

    private final List<String> values;

    /** @param values secrets that are known and must not be in any text */
    private Redaction(Collection<String> values) {
        // The longest first, so that no part of it remains when it contains another one.
        this.values = values.stream()
                .filter(value -> value.length() >= SHORTEST_VALUE)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Of texts from a process with these settings. */
    public static Redaction of(Map<String, String> settings) {
        return new Redaction(settings.entrySet().stream()
                .filter(setting -> isSecret(setting.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }

    static boolean isSecret(String name) {
        var variable = Variables.variable(name);
        return SECRET_NAME.matcher(variable).matches()
                && !NO_SECRET.matcher(variable).matches();
    }

    /** The settings with the values of secrets replaced. */
    public Map<String, String> settings(Map<String, String> settings) {
        var shown = new TreeMap<String, String>();
        settings.forEach((name, value) -> shown.put(name, isSecret(name) ? REDACTED : text(value)));
        return shown;
    }

    public String text(String text) {
        var redacted = text;
        for (var value : values) redacted = redacted.replace(value, REDACTED);
        for (var pattern : LOOKS_SECRET) redacted = pattern.matcher(redacted).replaceAll(REDACTED);
        return redacted;
    }
}
