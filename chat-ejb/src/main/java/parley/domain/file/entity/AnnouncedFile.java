package parley.domain.file.entity;

/**
 * What its owner says of a file before it arrives.
 *
 * @param sha256 of its contents; null if the owner does not say it
 */
public record AnnouncedFile(String name, long size, byte[] sha256) {

    /** Hides the name. */
    @Override
    public String toString() {
        return "AnnouncedFile[" + size + "]";
    }
}
