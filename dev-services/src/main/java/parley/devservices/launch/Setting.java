package parley.devservices.launch;

import java.util.Locale;
import java.util.Optional;

/** An environment variable, or else the system property: the build passes properties, and variables override them. */
final class Setting {

    private Setting() {}

    static Optional<String> of(String name) {
        return text(System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT)))
                .or(() -> text(System.getProperty(name)));
    }

    static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
