package parley.web.file.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import parley.domain.file.entity.FilePlace;
import parley.domain.identity.FileId;
import parley.web.log.tail.TailItem;
import parley.web.message.delivery.Shown;

/** Which message has which file, as the log says: for messages that are not stored yet, or while the database is down. */
@ApplicationScoped
class RecentFiles {

    private static final int MOST = 100_000;

    private final Cache<FileId, FilePlace> places =
            Caffeine.newBuilder().maximumSize(MOST).build();

    void onShown(@Observes Shown shown) {
        if (shown instanceof Shown.Item item && item.item() instanceof TailItem.Message sent)
            sent.message()
                    .files()
                    .forEach(file -> places.put(file.id(), new FilePlace(sent.conversation(), sent.pos())));
    }

    Optional<FilePlace> find(FileId file) {
        return Optional.ofNullable(places.getIfPresent(file));
    }
}
