package parley.web.file.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Makes presigned links to the objects of a bucket. Needs no connection. */
public final class S3Links {

    private final S3Presigner presigner;
    private final String bucket;
    private final Duration valid;

    S3Links(S3Presigner presigner, String bucket, Duration valid) {
        this.presigner = presigner;
        this.bucket = bucket;
        this.valid = valid;
    }

    /**
     * @param endpoint as browsers reach it; null for Amazon's
     * @param origin of all links; the policy of the page allows it
     * @throws IllegalArgumentException if the links have another origin
     */
    public static S3Links of(
            String endpoint,
            String region,
            boolean pathStyle,
            AwsCredentialsProvider credentials,
            String bucket,
            String origin,
            Duration valid) {
        var builder = S3Presigner.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(pathStyle)
                        .build());
        if (endpoint != null) builder.endpointOverride(URI.create(endpoint));
        var links = new S3Links(builder.build(), bucket, valid);
        links.require(origin, endpoint, region, pathStyle);
        return links;
    }

    URI link(FileObject object, String type, String disposition) {
        var signed = presigner.presignGetObject(sign -> sign.signatureDuration(valid)
                .getObjectRequest(get -> get.bucket(bucket)
                        .key(object.key())
                        .responseContentType(type)
                        .responseContentDisposition(disposition)
                        .responseCacheControl("private, no-store")));
        try {
            return signed.url().toURI();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without signing: credentials may come later. */
    private void require(String origin, String endpoint, String region, boolean pathStyle) {
        var base = URI.create(endpoint == null ? "https://s3." + region + ".amazonaws.com" : endpoint);
        var expected = base.getScheme() + "://" + (pathStyle ? "" : bucket + ".") + base.getAuthority();
        if (!expected.equals(origin))
            throw new IllegalArgumentException(
                    "parley.files.linkOrigin: links to this bucket have the origin " + expected + ", not " + origin);
    }
}
