package parley.web.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.domain.production.ProductionMode;
import parley.log.client.SecretSetting;

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
        SecretSetting.read("parley.search.password", password, passwordFile)
                .ifPresent(secret -> properties.put("password", secret));
        return properties;
    }

    private static void requireEncryption(URI uri) {
        if (HTTPS.equals(uri.getScheme()) || THIS_MACHINE.contains(uri.getHost())) return;
        throw new IllegalArgumentException("production mode requires an encrypted connection: parley.search.uris has "
                + uri.getHost() + " without https");
    }
}
