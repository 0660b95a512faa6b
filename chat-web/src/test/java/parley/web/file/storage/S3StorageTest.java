package parley.web.file.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import org.gaul.s3proxy.junit.S3ProxyExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.domain.identity.FileId;
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
        var endpoint = SERVER.getUri().toString();
        var client = S3Storage.client(endpoint, "us-east-1", true, credentials, Duration.ofSeconds(10));
        client.createBucket(create -> create.bucket(BUCKET));
        storage = new S3Storage(client, BUCKET, Duration.ofSeconds(10), links(endpoint, true, endpoint));
    }

    private static S3Links links(String endpoint, boolean pathStyle, String origin) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("access", "secret"));
        return S3Links.of(endpoint, "eu-north-1", pathStyle, credentials, BUCKET, origin, Duration.ofSeconds(60));
    }

    @Test
    void a_link_gives_the_object_with_the_headers_that_were_signed() throws IOException, InterruptedException {
        var object = FileObject.content(new FileId(7));
        storage.store(object, Files.writeString(temporary.resolve("source"), "0123456789"));
        var link = storage.link(object, "audio/mp4", "attachment; filename=\"a b.m4a\"; filename*=UTF-8''a%20b.m4a")
                .orElseThrow();
        var given = get(link);
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.body()).isEqualTo("0123456789");
        assertThat(given.headers().firstValue("Content-Type")).contains("audio/mp4");
        assertThat(given.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("filename*=UTF-8''a%20b.m4a");
        var other = URI.create(link.toString().replace("/content?", "/thumbnail?"));
        assertThat(get(other).statusCode()).isEqualTo(403);
        var later = URI.create(link.toString().replace("X-Amz-Expires=60", "X-Amz-Expires=600"));
        assertThat(get(later).statusCode()).isEqualTo(403);
    }

    @Test
    void links_have_the_configured_origin_or_the_server_says_which_one_they_have() {
        links(null, false, "https://files.s3.eu-north-1.amazonaws.com");
        links("http://localhost:9000", true, "http://localhost:9000");
        assertThatThrownBy(() -> links("https://s3.example.org", false, "https://s3.example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("have the origin https://files.s3.example.org");
    }

    @Test
    void a_server_that_does_not_read_holds_a_store_for_a_limited_time() throws IOException {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("access", "secret"));
        var large = Files.write(temporary.resolve("large"), new byte[16 * 1_024 * 1_024]);
        var timeout = Duration.ofMillis(300);
        try (var deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var client = S3Storage.client(
                        "http://localhost:" + deaf.getLocalPort(), "us-east-1", true, credentials, timeout)) {
            var hung = new S3Storage(client, BUCKET, timeout, null);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> assertThatThrownBy(() -> hung.store(FileObject.content(new FileId(7)), large))
                            .isInstanceOf(IOException.class));
        }
    }

    private static HttpResponse<String> get(URI link) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
        }
    }

    @Override
    FileStorage storage() {
        return storage;
    }
}
