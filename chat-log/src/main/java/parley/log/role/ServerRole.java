package parley.log.role;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a server of an installation does ({@code parley.role}). */
public enum ServerRole {

    /** Chat node and persister in one server. */
    ALL,
    /** Chat node: WebSockets, REST and the page. */
    CHAT,
    /** Chat node without WebSockets. */
    REST,
    /** Copies the log to the database. */
    PERSISTER;

    /** @throws IllegalArgumentException if the configured role does not exist */
    public static ServerRole configured() {
        return ConfigProvider.getConfig()
                .getOptionalValue("parley.role", String.class)
                .map(ServerRole::of)
                .orElse(ALL);
    }

    static ServerRole of(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("parley.role is \"" + code + "\"; it must be one of "
                        + Arrays.stream(values()).map(ServerRole::code).collect(Collectors.joining(", ")) + "."));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the server is a chat node, with or without sockets. */
    public boolean isNode() {
        return this != PERSISTER;
    }

    public boolean hasSockets() {
        return this == ALL || this == CHAT;
    }

    public boolean isPersister() {
        return this == ALL || this == PERSISTER;
    }
}
