package parley.web.file.storage;

import org.gaul.s3proxy.junit.S3ProxyExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Against a server with the protocol of S3. */
class S3StorageTest extends FileStorageContract {

    private static final String BUCKET = "files";

    @RegisterExtension
    static final S3ProxyExtension SERVER =
            S3ProxyExtension.builder().withCredentials("access", "secret").build();

    private S3Storage storage;

    @BeforeEach
    void bucket() {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("access", "secret"));
        var client = S3Storage.client(SERVER.getUri().toString(), "us-east-1", true, credentials);
        client.createBucket(create -> create.bucket(BUCKET));
        storage = new S3Storage(client, BUCKET);
    }

    @Override
    FileStorage storage() {
        return storage;
    }
}
