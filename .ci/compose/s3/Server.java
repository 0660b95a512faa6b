import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** S3Proxy as its published image runs it, without the clients of all clouds. */
public class Server {

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(System.getenv("JCLOUDS_FILESYSTEM_BASEDIR"));
        Files.createDirectories(folder);
        S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(URI.create(System.getenv("S3PROXY_ENDPOINT")))
                .awsAuthentication(
                        AuthenticationType.fromString(System.getenv("S3PROXY_AUTHORIZATION")),
                        System.getenv("S3PROXY_IDENTITY"),
                        System.getenv("S3PROXY_CREDENTIAL"))
                .build()
                .start();
    }
}
