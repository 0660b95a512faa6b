package parley.web.message.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;

/**
 * Decides which conversations of a reconnecting client are replayed frame by frame and which it has to reload. The most
 * recently active ones are replayed first, as long as they fit.
 *
 * @param recovered what the client is told for each conversation
 * @param behind the conversations in which it missed something, most recently active first
 */
public record ResumePlan(Map<ConversationId, Boolean> recovered, List<Missing> behind) {

    /** The number of missed frames is unknown. */
    static final int UNKNOWN = -1;

    private static final Comparator<Missing> MOST_RECENT_FIRST = Comparator.comparing(
                    Missing::active, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(missing -> missing.conversation().value())
            .reversed();

    /**
     * @param held the client has everything up to this position
     * @param active the time of the last activity, or null if unknown
     * @param frames the number of frames that the client missed, or {@link #UNKNOWN}
     */
    public record Missing(ConversationId conversation, Position held, Instant active, int frames) {}

    static ResumePlan of(
            Collection<ConversationId> asked, Collection<Missing> known, int perConversation, int inTotal) {
        var recovered = new HashMap<ConversationId, Boolean>();
        asked.forEach(conversation -> recovered.put(conversation, false));
        var behind = new ArrayList<Missing>();
        int total = 0;
        for (var missing : known.stream().sorted(MOST_RECENT_FIRST).toList()) {
            boolean fits =
                    missing.frames != UNKNOWN && missing.frames <= perConversation && total + missing.frames <= inTotal;
            if (!fits) continue;
            recovered.put(missing.conversation, true);
            total += missing.frames;
            if (missing.frames > 0) behind.add(missing);
        }
        return new ResumePlan(Map.copyOf(recovered), List.copyOf(behind));
    }
}
