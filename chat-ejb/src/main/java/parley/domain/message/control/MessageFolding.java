package parley.domain.message.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.domain.identity.Position;
import parley.domain.message.entity.CatchUpItem;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.LoggedMessage;
import parley.domain.message.entity.MessageView;

/** Folds later changes into messages. */
public final class MessageFolding {

    private MessageFolding() {}

    /** A change of the conversation as a line of it; empty if it is not shown. */
    public static Stream<MessageView> shown(LoggedEvent event) {
        return event.detail() instanceof EventDetail.OfConversation notice && notice.shown()
                ? Stream.of(MessageView.of(event, notice))
                : Stream.empty();
    }

    /** @param changes oldest first; changes of other messages are ignored */
    public static List<MessageView> fold(List<MessageView> views, List<LoggedEvent> changes) {
        if (changes.isEmpty()) return views;
        var places = new HashMap<Position, Integer>();
        for (int i = 0; i < views.size(); i++) places.put(views.get(i).pos(), i);
        var folded = new ArrayList<>(views);
        for (var change : changes) {
            if (!(change.detail() instanceof EventDetail.OfMessage ofMessage)) continue;
            var place = places.get(ofMessage.target());
            if (place != null) folded.set(place, folded.get(place).with(change));
        }
        return List.copyOf(folded);
    }

    /**
     * What a client that catches up gets for these messages and events, ordered by position. None of it contains text
     * that was replaced by an edit or revoked.
     *
     * @param events those that are shown
     * @param changes all known changes of these messages and of the events' targets, in any order
     */
    public static List<CatchUpItem> catchUp(
            List<LoggedMessage> messages, List<LoggedEvent> events, List<LoggedEvent> changes) {
        var ordered =
                changes.stream().sorted(Comparator.comparing(LoggedEvent::at)).toList();
        var lines = Stream.concat(
                        messages.stream().map(MessageView::of), events.stream().flatMap(MessageFolding::shown))
                .toList();
        var folded = fold(lines, ordered).stream().map(view -> (CatchUpItem) new CatchUpItem.Message(view));
        var texts = new HashMap<Position, EventDetail.OfMessage>();
        for (var change : ordered)
            text(change).ifPresent(text -> texts.merge(text.target(), text, MessageFolding::newer));
        var changed = events.stream().flatMap(event -> changed(event, texts));
        return Stream.concat(folded, changed)
                .sorted(Comparator.comparing(CatchUpItem::pos))
                .toList();
    }

    private static Optional<EventDetail.OfMessage> text(LoggedEvent change) {
        return switch (change.detail()) {
            case EventDetail.Edited edited -> Optional.of(edited);
            case EventDetail.Revoked revoked -> Optional.of(revoked);
            case EventDetail.Reaction reaction -> Optional.empty();
            case EventDetail.OfConversation notice -> Optional.empty();
        };
    }

    /** A revoke is final. */
    private static EventDetail.OfMessage newer(EventDetail.OfMessage older, EventDetail.OfMessage newer) {
        return older instanceof EventDetail.Revoked ? older : newer;
    }

    private static Stream<CatchUpItem> changed(LoggedEvent event, Map<Position, EventDetail.OfMessage> texts) {
        return switch (event.detail()) {
            case EventDetail.Edited edited ->
                Stream.of(new CatchUpItem.Change(
                        event,
                        switch (texts.getOrDefault(edited.target(), edited)) {
                            case EventDetail.Edited newest -> newest;
                            case EventDetail.OfMessage revoked -> new EventDetail.Edited(edited.target(), null);
                        }));
            case EventDetail.OfMessage other -> Stream.of(new CatchUpItem.Change(event, other));
            case EventDetail.OfConversation notice -> Stream.empty();
        };
    }
}
