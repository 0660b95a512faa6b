package parley.web.socket.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.web.message.history.CatchUpPage;
import parley.web.message.history.MissedMessages;
import parley.web.message.history.ResumePlan;
import parley.web.socket.frame.ServerFrames;

/** Replays what one client missed page by page, one conversation after another. */
public final class CatchUpReplay implements ReplaySource {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int MAX_PAUSES = 60;

    /** @param prev the position shown last, or null if the client has nothing */
    private record Stretch(ConversationId conversation, Position after, Position prev) {}

    private final MissedMessages source;
    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private final Set<ConversationId> behind = ConcurrentHashMap.newKeySet();
    private final DeferredAnswers answers = new DeferredAnswers();
    private int pauses;

    public CatchUpReplay(MissedMessages source, List<ResumePlan.Missing> missing) {
        this.source = source;
        for (var each : missing) {
            behind.add(each.conversation());
            stretches.add(
                    new Stretch(each.conversation(), each.held(), each.held().value() == 0 ? null : each.held()));
        }
    }

    @Override
    public Pulled pull() {
        while (!stretches.isEmpty()) {
            var stretch = stretches.peek();
            if (!source.receives(stretch.conversation)) {
                leave(stretch.conversation);
                continue;
            }
            var page = source.page(stretch.conversation, stretch.after, () -> behind.remove(stretch.conversation));
            if (page == null) {
                return ++pauses > MAX_PAUSES ? new Pulled.Lost("cannot catch up") : new Pulled.Later(PAUSE_NANOS);
            }
            pauses = 0;
            var frames = frames(stretch, page);
            if (!frames.isEmpty()) return new Pulled.Frames(frames);
        }
        return new Pulled.End();
    }

    private void leave(ConversationId conversation) {
        stretches.remove();
        behind.remove(conversation);
    }

    private List<String> frames(Stretch stretch, CatchUpPage page) {
        var frames = new ArrayList<String>();
        var prev = stretch.prev;
        for (var item : page.items()) {
            var before = item.prev() == null ? prev : item.prev();
            var pos = item.missed().pos();
            if (!answers.has(stretch.conversation, pos)) frames.add(ServerFrames.missed(item.missed(), before));
            else if (answers.take(stretch.conversation, pos) instanceof PlacedAnswer answer)
                frames.add(answer.frame(before));
            prev = pos;
        }
        stretches.remove();
        // A conversation that was started is finished first.
        if (!page.last()) stretches.addFirst(new Stretch(stretch.conversation, page.upTo(), prev));
        return frames;
    }

    @Override
    public boolean isLive(ConversationId conversation) {
        return behind.isEmpty() || !behind.contains(conversation);
    }

    @Override
    public boolean hold(ConversationId conversation, Position pos, PlacedAnswer answer, long askedNanos) {
        if (isLive(conversation)) return false;
        answers.hold(conversation, pos, answer, askedNanos);
        return true;
    }

    @Override
    public List<String> overdue(long nowNanos) {
        return answers.overdue(nowNanos);
    }
}
