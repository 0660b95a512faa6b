package parley.web.file.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import parley.domain.file.entity.InspectedFile;
import parley.domain.identity.FileId;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.file.picture.Pictures;
import parley.web.file.picture.PreparedPicture;
import parley.web.file.storage.FileObject;
import parley.web.file.storage.FileStorage;
import parley.web.platform.digest.Sha256;

/** Inspects a file of which all bytes have arrived, prepares it for others, and stores it. */
final class FilePreparation {

    /** What an unknown type is called. */
    static final String UNKNOWN = "application/octet-stream";

    interface Detection {
        String detect(Path content, String name) throws IOException;
    }

    private final VirusScanner scanner;
    private final Detection types;
    private final AllowedTypes allowed;
    private final Pictures pictures;
    private final FileStorage storage;

    FilePreparation(
            VirusScanner scanner, Detection types, AllowedTypes allowed, Pictures pictures, FileStorage storage) {
        this.scanner = scanner;
        this.types = types;
        this.allowed = allowed;
        this.pictures = pictures;
        this.storage = storage;
    }

    /** The file must not be kept. */
    static final class Rejected extends Refused {

        private static final long serialVersionUID = 1L;

        Rejected(String detail) {
            super(Refusal.FORBIDDEN, detail);
        }
    }

    /**
     * When this returns, content and thumbnail are durable.
     *
     * @param folder of this file alone, which the caller removes
     * @throws Rejected if its type is not allowed, or if the scanner has found something
     * @throws IOException if the storage or the scanner cannot be used
     */
    InspectedFile store(FileId id, String name, Path content, Path folder) throws IOException {
        if (!scanner.isClean(content)) throw new Rejected("The virus scanner has found malware in the file.");
        var detected = type(content, name);
        requireAllowed(detected);
        var prepared = pictures.prepare(content, detected, folder);
        // Nobody shows it as a picture, because its metadata could not be removed.
        var type = prepared.isEmpty() && Pictures.arePreviewed(detected) ? UNKNOWN : detected;
        requireAllowed(type);
        var picture = prepared.orElseGet(() -> new PreparedPicture(content, null, null));
        storage.store(FileObject.content(id), picture.content());
        if (picture.thumbnail() != null) storage.store(FileObject.thumbnail(id), picture.thumbnail());
        return new InspectedFile(type, Files.size(picture.content()), Sha256.of(picture.content()), picture.picture());
    }

    private void requireAllowed(String type) {
        if (!allowed.allow(type)) throw new Rejected("Files of the type " + type + " are not allowed here.");
    }

    private String type(Path content, String name) throws IOException {
        var type = types.detect(content, name);
        return type.length() > 100 || !type.chars().allMatch(unit -> unit > ' ' && unit < 0x7f) ? UNKNOWN : type;
    }
}
