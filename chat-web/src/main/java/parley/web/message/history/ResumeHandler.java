package parley.web.message.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.boundary.CatchUpQueries;
import parley.domain.refusal.Refused;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.LogTail;
import parley.web.membership.NodeMemberships;
import parley.web.membership.ReadAccess;
import parley.web.platform.database.DatabaseGateway;

/** Decides which missed items a reconnecting client gets. */
public final class ResumeHandler {

    private static final System.Logger LOG = System.getLogger(ResumeHandler.class.getName());

    /** The maximum number of conversations that the database is queried for. */
    private static final int MAX_QUERIED = 2_000;

    private static final int AT_ONCE = 500;
    /** A hello must be answered within 10 s. */
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(4);

    private final LogTail tail;
    private final DatabaseGateway database;
    private final CatchUpQueries stored;
    private final NodeMemberships members;
    private final ReadAccess readers;
    private final LogConnection log;
    private final Quotes quotes;
    private final int perConversation;
    private final int inTotal;

    /**
     * @param perConversation the maximum number of frames replayed for one conversation
     * @param inTotal the maximum number of frames replayed for all conversations
     */
    ResumeHandler(
            LogTail tail,
            DatabaseGateway database,
            CatchUpQueries stored,
            NodeMemberships members,
            ReadAccess readers,
            LogConnection log,
            Quotes quotes,
            int perConversation,
            int inTotal) {
        this.tail = tail;
        this.database = database;
        this.stored = stored;
        this.members = members;
        this.readers = readers;
        this.log = log;
        this.quotes = quotes;
        this.perConversation = perConversation;
        this.inTotal = inTotal;
    }

    /**
     * What the database has of one conversation.
     *
     * @param active the time of the last activity
     * @param extent how much of it is below the tail, or null if that was not queried
     */
    private record Older(ConversationId conversation, Instant active, CatchUpQueries.Extent extent) {}

    /** What was found before {@link #decide}. */
    public final class Asked {

        private final UserId user;
        private final Map<ConversationId, Position> resume;
        private final Map<ConversationId, Older> older;

        private Asked(UserId user, Map<ConversationId, Position> resume, Map<ConversationId, Older> older) {
            this.user = user;
            this.resume = resume;
            this.older = older;
        }

        /** Call within {@link LogTail#readLocked}, so that nothing is delivered before the client is known to be behind. */
        public Decision decide() {
            var known = new ArrayList<ResumePlan.Missing>();
            resume.forEach((conversation, held) -> {
                if (resumes(conversation, user, held)) known.add(missing(conversation, held, older.get(conversation)));
            });
            var plan = ResumePlan.of(resume.keySet(), known, perConversation, inTotal);
            return new Decision(plan.recovered(), plan.behind(), pages().of(user));
        }
    }

    /**
     * @param recovered for each requested conversation, whether the client gets everything it missed
     * @param behind the conversations in which it missed something, most recently active first
     * @param missed the pages of these
     */
    public record Decision(
            Map<ConversationId, Boolean> recovered, List<ResumePlan.Missing> behind, MissedMessages missed) {}

    /** Queries the database for what the tail does not have; call this before {@link LogTail#readLocked}. */
    public Asked ask(UserId user, Map<ConversationId, Position> resume) {
        int epoch = log.identity().epoch();
        var uncovered = new ArrayList<ConversationId>();
        tail.readLocked(() -> {
            resume.forEach((conversation, held) -> {
                if (resumes(conversation, user, held) && !tail.covers(conversation, held, epoch))
                    uncovered.add(conversation);
            });
            return null;
        });
        var older = new HashMap<ConversationId, Older>();
        try {
            extents(byActivity(uncovered), resume, epoch).forEach(each -> older.put(each.conversation, each));
        } catch (Refused down) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "{0} conversations are not resumed because the database is down.",
                    uncovered.size());
        }
        return new Asked(user, resume, older);
    }

    /** A client that holds only positions before the record of joining loads the conversation again, from that record on. */
    private boolean resumes(ConversationId conversation, UserId user, Position held) {
        if (!members.receives(conversation, user)) return false;
        var readFrom = readers.ofMember(conversation, user);
        return readFrom.equals(ReadLimit.NONE) || !readFrom.isAfter(held);
    }

    private List<Older> byActivity(List<ConversationId> conversations) {
        var active = new HashMap<ConversationId, Instant>();
        for (int from = 0; from < conversations.size(); from += AT_ONCE) {
            var some = conversations.subList(from, Math.min(from + AT_ONCE, conversations.size()));
            active.putAll(database.quick(() -> stored.lastActive(some)));
        }
        return active.entrySet().stream()
                .map(each -> new Older(each.getKey(), later(each.getValue(), lastAt(each.getKey())), null))
                .sorted(Comparator.comparing(Older::active).reversed())
                .limit(MAX_QUERIED)
                .toList();
    }

    private Instant lastAt(ConversationId conversation) {
        return tail.readLocked(() -> tail.lastAt(conversation));
    }

    private CatchUpReader pages() {
        return new CatchUpReader(tail, database, stored, members, readers, log, quotes);
    }

    private static Instant later(Instant one, Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    /** Most recently active first, limited to what may be replayed. */
    private Collection<Older> extents(List<Older> conversations, Map<ConversationId, Position> resume, int epoch) {
        var extents = new ArrayList<Older>();
        long deadline = System.nanoTime() + TIMEOUT_NANOS;
        for (var each : conversations) {
            if (System.nanoTime() - deadline > 0) break;
            var conversation = each.conversation;
            int partition = tail.partition(conversation);
            var joint = tail.readLocked(() -> Position.at(epoch, tail.coveredFrom(partition)));
            var extent = database.quick(() -> stored.extent(
                    conversation, resume.get(conversation), joint, partition, epoch, perConversation + 1));
            extents.add(new Older(conversation, each.active, extent));
        }
        return extents;
    }

    private ResumePlan.Missing missing(ConversationId conversation, Position held, Older older) {
        int recent = tail.countAfter(conversation, held);
        var active = tail.lastAt(conversation);
        if (tail.covers(conversation, held, log.identity().epoch())) {
            return new ResumePlan.Missing(conversation, held, active, recent);
        }
        boolean joins = older != null && older.extent.nextOffset() >= tail.coveredFrom(tail.partition(conversation));
        return new ResumePlan.Missing(
                conversation,
                held,
                older == null ? active : older.active,
                joins ? older.extent.items() + recent : ResumePlan.UNKNOWN);
    }
}
