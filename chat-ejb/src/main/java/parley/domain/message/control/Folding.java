package parley.domain.message.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import parley.domain.identity.Position;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.Happened;
import parley.domain.message.entity.MessageView;

/** Messages and the changes made to them later become what is shown. */
public final class Folding {

    private Folding() {}

    /** A change of membership as a line of the conversation, where it is shown at all. */
    public static Stream<MessageView> shown(Happened event) {
        return event.detail() instanceof EventDetail.MemberChanged member && member.shown()
                ? Stream.of(MessageView.of(event, member))
                : Stream.empty();
    }

    /** @param changes oldest first; those of other messages are passed over */
    public static List<MessageView> fold(List<MessageView> views, List<Happened> changes) {
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
}
