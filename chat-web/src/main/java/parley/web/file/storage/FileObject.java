package parley.web.file.storage;

import parley.domain.identity.FileId;

/**
 * An object of the storage, which belongs to one file.
 *
 * @param name within the file
 */
public record FileObject(FileId file, String name) {

    private static final String PART = "part-";
    private static final String THUMBNAIL = "thumbnail";

    public static FileObject content(FileId file) {
        return new FileObject(file, "content");
    }

    /** Of a picture, or of the first page of a document. */
    public static FileObject thumbnail(FileId file) {
        return new FileObject(file, THUMBNAIL);
    }

    public boolean isThumbnail() {
        return name.equals(THUMBNAIL);
    }

    /** Of a document; empty if it has none that can be read. */
    public static FileObject text(FileId file) {
        return new FileObject(file, "text");
    }

    public static FileObject part(FileId file, long number) {
        return new FileObject(file, PART + number);
    }

    static boolean isPart(String name) {
        return name.startsWith(PART);
    }

    /** Neighboring files are in different folders, so that no folder has very many. */
    static String folder(FileId file) {
        return "%02x/%d".formatted(file.value() & 0xff, file.value());
    }

    String key() {
        return folder(file) + "/" + name;
    }
}
