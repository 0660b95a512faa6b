package parley.web.file.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import parley.domain.identity.FileId;
import parley.domain.message.entity.AttachedFile;
import parley.domain.refusal.Refused;
import parley.web.file.storage.FileObject;
import parley.web.file.storage.FileStorage;
import parley.web.file.temporary.TemporaryFolder;
import parley.web.file.temporary.TemporaryFolder.Purpose;
import parley.web.file.text.extractor.DocumentFormat;

/**
 * The texts of documents, and pictures of first pages. The server that has received a document reads it soon after; if it
 * does not, one that indexes it does. The text is stored as an object next to the contents, and is empty if nothing could
 * be read. No call waits for a text: one that is not loaded yet is returned by a later call.
 */
public final class DocumentTexts {

    private static final System.Logger LOG = System.getLogger(DocumentTexts.class.getName());

    /** A larger file is data rather than a document. */
    private static final long MOST_BYTES = 64L * 1_024 * 1_024;

    private static final Duration RETRY = Duration.ofSeconds(2);
    /** How long the server that has received a document has for it. */
    private static final Duration OTHERS = Duration.ofSeconds(60);

    /** An index asks again for what it still needs; the document of a revoked message never gets a text. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);

    private static final int MOST_WANTED = 1_000;
    private static final int MOST_CHARACTERS = 16_000_000;
    /** An index takes a text within seconds, and then needs it no more. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** @param since when it was first asked for, or queued */
    private record Wanted(FileId file, DocumentFormat format, long since, long next) {

        boolean isFirst() {
            return next == since;
        }

        Wanted later(long at) {
            return new Wanted(file, format, since, at);
        }
    }

    private final FileStorage storage;
    private final TextExtraction extraction;
    private final Path temporary;
    private final Predicate<FileId> isThere;
    private final LongSupplier nanos;
    /** A storage that hangs holds one thread. */
    private final Lock extracting = new ReentrantLock();

    private final Lock loading = new ReentrantLock();
    private final Map<FileId, Wanted> unread = new ConcurrentHashMap<>();
    private final Map<FileId, Wanted> wanted = new ConcurrentHashMap<>();
    private final Cache<FileId, String> known = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumWeight(MOST_CHARACTERS)
            .weigher((FileId file, String text) -> text.length() + 1)
            .build();

    /**
     * @param isThere asks the database whether a file was not removed; may throw if that is down
     * @param temporary the folder for files that are being read
     */
    DocumentTexts(
            FileStorage storage,
            TextExtraction extraction,
            Path temporary,
            Predicate<FileId> isThere,
            LongSupplier nanos) {
        this.storage = storage;
        this.extraction = extraction;
        this.temporary = temporary;
        this.isThere = isThere;
        this.nanos = nanos;
    }

    /** Whether the file may have a text. */
    public static boolean isDocument(AttachedFile file) {
        return file.size() > 0
                && file.size() <= MOST_BYTES
                && DocumentFormat.of(file.type()).isPresent();
    }

    /** Whether the file may have a thumbnail although it is no picture: that of its first page. */
    public static boolean mayHavePreview(AttachedFile file) {
        return isDocument(file)
                && DocumentFormat.of(file.type())
                        .filter(DocumentFormat::hasPages)
                        .isPresent();
    }

    /** Has the file, whose contents are stored, read soon. */
    public void prepare(AttachedFile file) {
        if (extraction.isOn() && isDocument(file)) want(file, unread);
    }

    /** The text if it is known by now, otherwise a later call may have it. Returns at once. */
    public Optional<String> ask(AttachedFile file) {
        if (!extraction.isOn() || !isDocument(file)) return Optional.of("");
        var text = known.getIfPresent(file.id());
        if (text == null) want(file, wanted);
        return Optional.ofNullable(text);
    }

    private void want(AttachedFile file, Map<FileId, Wanted> list) {
        // Above the limit, an index asks again, and other servers read what this one does not.
        if (list.size() >= MOST_WANTED) return;
        long now = nanos.getAsLong();
        DocumentFormat.of(file.type())
                .ifPresent(format -> list.putIfAbsent(file.id(), new Wanted(file.id(), format, now, now)));
    }

    /** Reads the documents that are due, unless another thread does. */
    void extract() {
        if (!extracting.tryLock()) return;
        try {
            extractAll();
        } finally {
            extracting.unlock();
        }
    }

    private void extractAll() {
        for (var each : due(unread)) {
            try {
                extract(each);
                unread.remove(each.file);
            } catch (IOException | UncheckedIOException | Refused failed) {
                // The storage says so itself when it is down; repeats are not worth a line each.
                var level = each.isFirst() ? System.Logger.Level.INFO : System.Logger.Level.DEBUG;
                LOG.log(level, "Document {0} is read later: {1}", each.file, failed);
                unread.put(each.file, each.later(nanos.getAsLong() + RETRY.toNanos()));
            }
        }
    }

    private void extract(Wanted document) throws IOException {
        var id = document.file;
        if (!isThere.test(id)) {
            known.put(id, "");
            return;
        }
        if (stored(id).isEmpty()) {
            try (var made = TemporaryFolder.in(temporary, Purpose.TEXT)) {
                var folder = made.path();
                var content = folder.resolve("content");
                try (var in = storage.read(FileObject.content(id), 0, MOST_BYTES)) {
                    Files.copy(in, content);
                }
                var text = extraction.extract(content, document.format, folder);
                var preview = TextExtraction.preview(folder);
                if (preview.isPresent()) storage.store(FileObject.thumbnail(id), preview.get());
                // The last one, because it says that the document was read.
                storage.store(FileObject.text(id), text);
            } catch (NoSuchFileException lost) {
                // An index asks for its newest incomplete messages only: this one would keep older ones out.
                storage.check();
                known.put(id, "");
                return;
            }
        }
        // It may have been removed in the meantime; then nobody else removes the text.
        if (!isThere.test(id)) storage.remove(id);
    }

    /** Looks for the texts that were asked for, unless another thread does. */
    void load() {
        if (!loading.tryLock()) return;
        try {
            loadAll();
        } finally {
            loading.unlock();
        }
    }

    private void loadAll() {
        long before = nanos.getAsLong() - FORGOTTEN.toNanos();
        wanted.values().removeIf(each -> each.since - before < 0);
        for (var each : due(wanted)) {
            try {
                load(each);
            } catch (IOException failed) {
                LOG.log(System.Logger.Level.DEBUG, "The texts of documents are loaded later.", failed);
                wanted.computeIfPresent(each.file, (id, now) -> now.later(nanos.getAsLong() + RETRY.toNanos()));
                return;
            }
        }
    }

    private void load(Wanted document) throws IOException {
        var text = stored(document.file);
        if (text.isPresent()) {
            known.put(document.file, text.get());
            wanted.remove(document.file);
            return;
        }
        long now = nanos.getAsLong();
        if (now - document.since > OTHERS.toNanos()) unread.putIfAbsent(document.file, document.later(now));
        wanted.put(document.file, document.later(now + RETRY.toNanos()));
    }

    private Optional<String> stored(FileId file) throws IOException {
        try (var in = storage.read(FileObject.text(file), 0, Long.MAX_VALUE)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        }
    }

    private List<Wanted> due(Map<FileId, Wanted> list) {
        long now = nanos.getAsLong();
        return list.values().stream().filter(each -> each.next - now <= 0).toList();
    }
}
