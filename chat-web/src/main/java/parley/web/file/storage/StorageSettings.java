package parley.web.file.storage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the contents of files are kept. */
@Dependent
class StorageSettings {

    /** {@code folder} or {@code s3}. */
    @Inject
    @ConfigProperty(name = "parley.files.storage", defaultValue = "folder")
    String storage;

    /** The folder that all nodes share; a single server needs none. */
    @Inject
    @ConfigProperty(name = "parley.files.folder")
    Optional<String> folder;

    @Inject
    @ConfigProperty(name = "parley.data")
    String data;

    @Inject
    @ConfigProperty(name = "parley.files.bucket")
    Optional<String> bucket;

    @Inject
    @ConfigProperty(name = "parley.files.region", defaultValue = "us-east-1")
    String region;

    /** For servers other than Amazon's. */
    @Inject
    @ConfigProperty(name = "parley.files.endpoint")
    Optional<String> endpoint;

    /** Whether the bucket is in the path instead of the host name. */
    @Inject
    @ConfigProperty(name = "parley.files.pathStyle", defaultValue = "false")
    boolean pathStyle;

    /** That links of the bucket have; without it, there are no links. */
    @Inject
    @ConfigProperty(name = "parley.files.linkOrigin")
    Optional<String> linkOrigin;

    /** As browsers reach the server; that of the nodes if absent. */
    @Inject
    @ConfigProperty(name = "parley.files.linkEndpoint")
    Optional<String> linkEndpoint;

    @Inject
    @ConfigProperty(name = "parley.files.linkSeconds", defaultValue = "60")
    int linkSeconds;

    /** How long S3 may take to answer. */
    @Inject
    @ConfigProperty(name = "parley.files.timeoutSeconds", defaultValue = "10")
    int timeoutSeconds;

    /** That may wait for the storage at the same time. */
    @Inject
    @ConfigProperty(name = "parley.files.calls", defaultValue = "32")
    int calls;

    @Inject
    @ConfigProperty(name = "parley.files.accessKey")
    Optional<String> accessKey;

    @Inject
    @ConfigProperty(name = "parley.files.secretKey")
    Optional<String> secretKey;
}
