package parley.cli.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import parley.cli.config.Variables;
import parley.cli.terminal.CliFailure;

/**
 * Where the contents of the files that users send are, and what a backup does with them.
 *
 * @param kind as in the manifest
 * @param folder null unless they are archived
 */
public record FileContents(Kind kind, Path folder) {

    /** In a folder that servers use, and not in one whose file system is not mounted; they use the same name. */
    static final String MARKER = ".parley-files";

    /** What a backup has. */
    public enum Kind {
        /** All contents. */
        ARCHIVED,
        /** None, because they are in a bucket. */
        BUCKET,
        /** None, because the command was told so. */
        LEFT_OUT,
        /** None, because no folder is configured. */
        NONE;

        static Kind of(String name) {
            return valueOf(name.toUpperCase(java.util.Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What the settings of a node say. */
    public static FileContents of(Variables variables) {
        if (variables.get("PARLEY_FILES_STORAGE", "folder").equals("s3")) return new FileContents(Kind.BUCKET, null);
        var configured = variables.find("PARLEY_FILES_FOLDER");
        if (configured.isPresent()) return archived(Path.of(configured.get()));
        // Only a server with all roles has a folder without configuration, from the first upload on.
        var ofServer = variables.find("PARLEY_DATA").map(data -> Path.of(data, "files"));
        return variables.get("PARLEY_ROLE", "all").equals("all")
                        && ofServer.filter(Files::isDirectory).isPresent()
                ? archived(ofServer.get())
                : new FileContents(Kind.NONE, null);
    }

    private static FileContents archived(Path folder) {
        if (!Files.isReadable(folder) || !Files.isDirectory(folder))
            throw CliFailure.usage("the folder of files, " + folder
                    + ", cannot be read: run the backup where it is, or with --without-files");
        if (!Files.exists(folder.resolve(MARKER)))
            throw CliFailure.usage("the folder of files, " + folder + ", has no file " + MARKER
                    + ", which every server creates in it. Is its file system mounted? Otherwise use --without-files");
        return new FileContents(Kind.ARCHIVED, folder);
    }

    /** For an administrator who backs them up in another way. */
    public static FileContents leftOut() {
        return new FileContents(Kind.LEFT_OUT, null);
    }
}
