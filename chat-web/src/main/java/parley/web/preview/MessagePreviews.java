package parley.web.preview;

import java.util.Optional;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.MessageView;
import parley.domain.text.WebLinks;
import parley.web.membership.ReadAccess;
import parley.web.message.history.MessageLookup;

/** The preview of the first link of a message, for those who may read the message. */
public final class MessagePreviews {

    private final ReadAccess readers;
    private final MessageLookup messages;
    /** Null if previews are turned off. */
    private final LinkPreviews previews;

    MessagePreviews(ReadAccess readers, MessageLookup messages, LinkPreviews previews) {
        this.readers = readers;
        this.messages = messages;
        this.previews = previews;
    }

    /**
     * @return empty if the message has no link, or its page no preview
     * @throws parley.domain.refusal.Refused {@code not_found} if the reader may not read the message; {@code unavailable}
     *     if it is to be asked again
     */
    public Optional<LinkPreview> find(ConversationId conversation, Position pos, UserId reader) {
        var from = readers.requireByDatabase(conversation, reader);
        if (from.isAfter(pos)) throw MessageLookup.notThere(pos);
        var message = messages.require(conversation, pos);
        return previews == null ? Optional.empty() : link(message).flatMap(previews::preview);
    }

    private static Optional<String> link(MessageView message) {
        return Optional.ofNullable(message.body()).flatMap(WebLinks::first);
    }
}
