package parley.web.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.domain.production.ProductionMode;

/** The OpenSearch cluster with the search index of all nodes. */
@Dependent
class OpenSearchSettings {

    private static final String HTTPS = "https";
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    /** Of one or several of its nodes. */
    @Inject
    @ConfigProperty(name = "parley.search.uris", defaultValue = "http://localhost:9200")
    List<URI> uris;

    @Inject
    @ConfigProperty(name = "parley.search.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "parley.search.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "parley.search.passwordFile")
    Optional<String> passwordFile;

    @Inject
    ProductionMode production;

    /**
     * As Hibernate Search has them.
     *
     * @throws IllegalArgumentException if the settings are invalid
     */
    Map<String, ?> properties() {
        if (production.isOn()) uris.forEach(OpenSearchSettings::requireEncryption);
        var properties = new HashMap<String, Object>();
        properties.put("type", "elasticsearch");
        properties.put("uris", uris.stream().map(URI::toString).toList());
        user.ifPresent(name -> properties.put("username", name));
        secret().ifPresent(value -> properties.put("password", value));
        return properties;
    }

    private Optional<String> secret() {
        if (passwordFile.isEmpty()) return password;
        if (password.isPresent())
            throw new IllegalArgumentException("both parley.search.password and its file are configured");
        try {
            return Optional.of(Files.readString(Path.of(passwordFile.get())).strip());
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the file of parley.search.password cannot be read", unreadable);
        }
    }

    private static void requireEncryption(URI uri) {
        if (HTTPS.equals(uri.getScheme()) || THIS_MACHINE.contains(uri.getHost())) return;
        throw new IllegalArgumentException("production mode requires an encrypted connection: parley.search.uris has "
                + uri.getHost() + " without https");
    }
}
