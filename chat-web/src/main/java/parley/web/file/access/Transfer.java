package parley.web.file.access;

/** An upload or a download that counts until it is closed. */
public interface Transfer extends AutoCloseable {

    @Override
    void close();
}
