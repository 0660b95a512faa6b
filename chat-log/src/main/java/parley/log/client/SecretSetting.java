package parley.log.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A secret in the configuration: the value of its key, or the contents of the file that another key names. */
public final class SecretSetting {

    private SecretSetting() {}

    /**
     * Returns the secret, without the white space around it in a file; empty if neither is configured.
     *
     * @param key for messages
     * @throws IllegalArgumentException if both are configured, or the file cannot be read
     */
    public static Optional<String> read(String key, Optional<String> value, Optional<String> file) {
        if (file.isEmpty()) return value;
        if (value.isPresent()) throw new IllegalArgumentException("both " + key + " and its file are configured");
        try {
            return Optional.of(Files.readString(Path.of(file.get())).strip());
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalArgumentException("the file of " + key + " cannot be read", unreadable);
        }
    }
}
