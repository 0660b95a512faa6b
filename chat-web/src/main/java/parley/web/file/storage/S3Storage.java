package parley.web.file.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import parley.domain.identity.FileId;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket of S3, or of a server with its protocol. A store has answered when the object is durable. */
public final class S3Storage implements FileStorage {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** A second attempt, because servers close idle connections. Clients repeat what fails. */
    private static final int ATTEMPTS = 2;

    /** How much is sent within the timeout; for more there is more time. */
    private static final long SENT_IN_TIME = 8L * 1_024 * 1_024;

    private final S3Client client;
    private final String bucket;
    private final Duration timeout;
    private final S3Links links;

    /**
     * @param timeout of an attempt
     * @param links null if there are none
     */
    public S3Storage(S3Client client, String bucket, Duration timeout, S3Links links) {
        this.client = client;
        this.bucket = bucket;
        this.timeout = timeout;
        this.links = links;
    }

    static S3Storage of(StorageSettings settings) {
        var bucket = settings.bucket.orElseThrow(
                () -> new IllegalArgumentException("parley.files.bucket: is needed if parley.files.storage is s3"));
        var credentials = credentials(settings);
        var endpoint = settings.endpoint.orElse(null);
        var links = settings.linkOrigin
                .map(origin -> S3Links.of(
                        settings.linkEndpoint.orElse(endpoint),
                        settings.region,
                        settings.pathStyle,
                        credentials,
                        bucket,
                        origin,
                        Duration.ofSeconds(settings.linkSeconds)))
                .orElse(null);
        var timeout = Duration.ofSeconds(settings.timeoutSeconds);
        var client = client(endpoint, settings.region, settings.pathStyle, credentials, timeout);
        return new S3Storage(client, bucket, timeout, links);
    }

    /**
     * @param endpoint null for Amazon's
     * @param timeout of an attempt
     */
    public static S3Client client(
            String endpoint, String region, boolean pathStyle, AwsCredentialsProvider credentials, Duration timeout) {
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(timeout))
                .overrideConfiguration(
                        // The timeout of a socket is only for what is read from it.
                        client -> client.apiCallAttemptTimeout(timeout)
                                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                        .maxAttempts(ATTEMPTS)
                                        .build()))
                .region(Region.of(region))
                .forcePathStyle(pathStyle)
                .credentialsProvider(credentials)
                // Servers of others do not know the newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (endpoint != null) builder.endpointOverride(URI.create(endpoint));
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(StorageSettings settings) {
        if (settings.accessKey.isEmpty() || settings.secretKey.isEmpty())
            return DefaultCredentialsProvider.builder().build();
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(settings.accessKey.get(), settings.secretKey.get()));
    }

    @Override
    public void check() throws IOException {
        try {
            client.headBucket(head -> head.bucket(bucket));
        } catch (SdkException failed) {
            throw new IOException("The bucket " + bucket + " cannot be reached: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void store(FileObject object, Path contents) throws IOException {
        try {
            var limit = timeout.multipliedBy(1 + Files.size(contents) / SENT_IN_TIME);
            client.putObject(
                    put -> put.bucket(bucket)
                            .key(object.key())
                            .overrideConfiguration(call -> call.apiCallAttemptTimeout(limit)),
                    RequestBody.fromFile(contents));
        } catch (SdkException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public InputStream read(FileObject object, long from, long length) throws IOException {
        try {
            var last = length >= Long.MAX_VALUE - from ? "" : Long.toString(from + length - 1);
            return client.getObject(get -> get.bucket(bucket).key(object.key()).range("bytes=" + from + "-" + last));
        } catch (NoSuchKeyException none) {
            throw (IOException) new NoSuchFileException(object.key()).initCause(none);
        } catch (SdkException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public Optional<URI> link(FileObject object, String type, String disposition) {
        return Optional.ofNullable(links).map(made -> made.link(object, type, disposition));
    }

    @Override
    public void remove(FileId file) throws IOException {
        remove(file, name -> true);
    }

    @Override
    public void removeParts(FileId file) throws IOException {
        remove(file, FileObject::isPart);
    }

    private void remove(FileId file, Predicate<String> which) throws IOException {
        var folder = FileObject.folder(file) + "/";
        try {
            client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder)).contents().stream()
                    .filter(object -> which.test(object.key().substring(folder.length())))
                    .forEach(object ->
                            client.deleteObject(delete -> delete.bucket(bucket).key(object.key())));
        } catch (SdkException failed) {
            throw new IOException(failed);
        }
    }
}
