package parley.web.search.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.domain.message.entity.MessageView;
import parley.web.search.query.FileTexts;

/** The index of all messages. One thread writes; any thread searches. */
public interface SearchIndex extends AutoCloseable {

    /** The messages with these ids in the state that was last written, without those that are not in the index. */
    Map<MessageId, MessageView> find(Collection<MessageId> ids);

    /**
     * Adds or replaces messages, and removes those that are revoked or have no text. When this returns they are found
     * and survive a crash. The texts of documents that the index has are kept; they do not change.
     */
    void write(Collection<MessageView> messages);

    /** Messages with documents whose texts the index does not have. */
    List<MessageView> incomplete(int limit);

    /** Adds the texts of the documents of messages, in the state in which the index has these messages. */
    void complete(Map<MessageView, FileTexts> messages);

    /** Up to where the log is in the index, by those who fed it; the greatest term first. */
    List<FeederPosition> positions();

    /** Up to where the log is in the index; empty if the index is empty or incomplete. */
    default Optional<IndexPosition> position() {
        return positions().stream().map(FeederPosition::position).findFirst();
    }

    /**
     * To be called after the messages before that position are written. Replaces the one of the same feeder, and
     * survives a crash when this returns.
     */
    void write(FeederPosition position);

    /** Removes the positions of these feeders. */
    void forget(Collection<String> feeders);

    /** Removes everything, the positions first. */
    void clear();

    /**
     * The messages that match, newest first.
     *
     * @param total how many match in all
     * @param isTotalExact false if {@code total} is only a lower bound
     */
    record Hits(List<MessageView> messages, long total, boolean isTotalExact) {}

    Hits search(IndexQuery query);

    /** The texts of the documents of messages, without those that have none; each can be large. */
    Map<MessageId, FileTexts> texts(List<MessageId> ids);

    /** The number of messages. */
    long size();

    @Override
    void close();
}
