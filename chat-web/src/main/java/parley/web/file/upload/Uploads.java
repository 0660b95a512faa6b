package parley.web.file.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import parley.domain.file.entity.AnnouncedFile;
import parley.domain.file.entity.FilePart;
import parley.domain.file.entity.FileView;
import parley.domain.identity.FileId;
import parley.domain.identity.UserId;
import parley.domain.message.entity.AttachedFile;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.domain.text.TextRules;
import parley.web.file.storage.FileObject;
import parley.web.file.storage.FileStorage;
import parley.web.file.temporary.TemporaryFolder;
import parley.web.file.temporary.TemporaryFolder.Purpose;
import parley.web.platform.digest.Sha256;

/**
 * Receives files in parts. A part is durable before its row says so; of the last part, the whole file is. So an upload
 * can be continued on any node, and a request whose answer was lost can be repeated.
 */
public final class Uploads {

    /** What the storage or the virus scanner are down for. */
    private static final String UNAVAILABLE =
            "Files cannot be stored now. Messages without files still work; try again in a moment.";

    private static final System.Logger LOG = System.getLogger(Uploads.class.getName());

    private final FileSettings settings;
    private final FilePreparation preparation;
    private final FileStorage storage;
    private final FileRecords rows;
    private final Consumer<AttachedFile> completed;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param completed called with each file when it is complete */
    Uploads(
            FileSettings settings,
            FilePreparation preparation,
            FileStorage storage,
            FileRecords rows,
            Consumer<AttachedFile> completed,
            InstantSource clock,
            RandomGenerator random) {
        this.settings = settings;
        this.preparation = preparation;
        this.storage = storage;
        this.rows = rows;
        this.completed = completed;
        this.clock = clock;
        this.random = random;
    }

    /** @throws Refused {@code too_large}, or {@code conflict} if the user has too many files that are not sent */
    public FileView begin(UserId owner, AnnouncedFile announced) {
        if (settings.maxBytes == 0 || !storage.isConfigured())
            throw new Refused(Refusal.FORBIDDEN, "Files are turned off here.");
        if (announced.size() > settings.maxBytes)
            throw new Refused(Refusal.TOO_LARGE, "A file may have at most " + settings.maxBytes + " bytes.");
        var named = new AnnouncedFile(TextRules.fileName(announced.name()), announced.size(), announced.sha256());
        return rows.begin(FileId.random(random), owner, named, clock.instant(), settings.unsent);
    }

    public FileView status(FileId id, UserId owner) {
        return rows.requireOwn(id, owner);
    }

    public void remove(FileId id, UserId owner) {
        rows.remove(id, owner);
    }

    /**
     * Takes a part. One that has arrived before is not read.
     *
     * @param contentRange the header of that name, or null
     * @throws Refused {@code conflict} if it does not follow what has arrived
     */
    public FileView receive(FileId id, UserId owner, String contentRange, InputStream body) {
        var file = rows.requireOwn(id, owner);
        if (file.isComplete()) return file;
        var range = ContentRange.parse(contentRange, file.size());
        if (range.length() > PartReader.MOST)
            throw new Refused(Refusal.TOO_LARGE, "A part may have at most " + PartReader.MOST + " bytes.");
        if (range.end() <= file.received()) return file;
        if (range.from() != file.received()) throw outOfPlace(file);
        try (var folder = TemporaryFolder.in(settings.temporaryFolder(), Purpose.FILE)) {
            var part = folder.path().resolve("part");
            PartReader.read(body, range.length(), part, System::nanoTime);
            return range.isLast() ? complete(file, part, folder.path()) : keep(file, range, part);
        } catch (IOException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "File " + id + " cannot be stored; its upload can be continued.",
                    failed);
            throw Refused.unavailable(UNAVAILABLE, failed);
        }
    }

    private FileView keep(FileView file, ContentRange range, Path part) throws IOException {
        long object = random.nextLong(Long.MAX_VALUE);
        storage.store(FileObject.part(file.id(), object), part);
        try {
            boolean counts = rows.receive(file.id(), new FilePart(range.from(), range.length(), object));
            var now = rows.requireOwn(file.id(), file.owner());
            if (counts) return now;
            if (!now.isComplete()) throw outOfPlace(now);
            storage.removeParts(file.id());
            return now;
        } catch (Refused refused) {
            removeIfNotThere(file.id(), refused);
            throw refused;
        }
    }

    /** If the file was removed in the meantime, nobody else knows of what has just been stored. */
    private void removeIfNotThere(FileId id, Refused refused) throws IOException {
        if (refused.why() == Refusal.NOT_FOUND) storage.remove(id);
    }

    private FileView complete(FileView file, Path last, Path folder) throws IOException {
        try {
            var content = assembled(file, last, folder);
            var now = rows.expect(file.id(), Sha256.of(content));
            if (now.isComplete()) return now;
            var inspected = preparation.store(file.id(), file.name(), content, folder);
            var complete = rows.complete(file.id(), inspected);
            if (file.received() > 0) removeParts(file.id());
            completed.accept(complete.attached());
            return complete;
        } catch (FilePreparation.Rejected rejected) {
            rows.reject(file.id());
            throw rejected;
        } catch (Refused refused) {
            removeIfNotThere(file.id(), refused);
            throw refused;
        } catch (IOException failed) {
            // Another request with the last part may have been faster, and have removed the parts.
            var now = rows.requireOwn(file.id(), file.owner());
            if (now.isComplete()) return now;
            throw failed;
        }
    }

    private Path assembled(FileView file, Path last, Path folder) throws IOException {
        if (file.received() == 0) return last;
        var content = folder.resolve("content");
        try (var out = Files.newOutputStream(content, StandardOpenOption.CREATE_NEW)) {
            for (var part : rows.parts(file.id()))
                append(FileObject.part(file.id(), part.object()), part.length(), out);
            Files.copy(last, out);
        }
        if (Files.size(content) != file.size())
            throw new IOException("the parts of file " + file.id() + " are not complete");
        return content;
    }

    private void append(FileObject part, long length, OutputStream out) throws IOException {
        try (var in = storage.read(part, 0, length)) {
            in.transferTo(out);
        }
    }

    /** If it fails, the collector does it later. */
    private void removeParts(FileId id) {
        try {
            storage.removeParts(id);
            rows.forgetParts(id);
        } catch (IOException | Refused failed) {
            LOG.log(System.Logger.Level.INFO, "The parts of file " + id + " are removed later.", failed);
        }
    }

    private static Refused outOfPlace(FileView file) {
        return new Refused(
                Refusal.CONFLICT,
                "Of file " + file.id() + ", " + file.received() + " bytes have arrived; continue there.");
    }
}
