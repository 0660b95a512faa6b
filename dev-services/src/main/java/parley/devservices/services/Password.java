package parley.devservices.services;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The database's password. It is read from a file, because other users of the machine can see command lines. */
record Password(String text) {

    /** For test databases, which use their own ports and contain no user data. */
    static final Password NONE = new Password("");

    Password {
        // It is written into SQL.
        if (!text.matches("[A-Za-z0-9_-]*")) {
            throw new CannotStart("The embedded database's password may hold letters, digits, _ and - only.");
        }
    }

    static Password read(Path file) {
        if (!Files.exists(file)) {
            throw new CannotStart("The file " + file + " with the embedded database's password is missing;"
                    + " start Parley with ./mvnw, which makes it.");
        }
        try {
            var text = Files.readString(file).strip();
            if (text.isEmpty())
                throw new CannotStart("The file " + file + " holds no password; delete it and build again.");
            return new Password(text);
        } catch (IOException e) {
            throw CannotStart.in(file, e);
        }
    }

    /** Replaces a file by one that only its owner may read, if the file system supports owners. */
    static Path ownersFile(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        var attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return Files.writeString(Files.createFile(file, attributes), text);
    }

    @Override
    public String toString() {
        return "Password";
    }
}
