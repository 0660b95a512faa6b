package parley.web.message.admission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import parley.domain.account.entity.UserProfile;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.conversation.entity.Participant;
import parley.domain.group.GroupAttributes;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.FileId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.boundary.MessageQueries;
import parley.domain.message.entity.AppendResult;
import parley.domain.message.entity.AttachedFile;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.MessageView;
import parley.domain.outbox.entity.GroupChange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.record.LogRecords;
import parley.log.topic.LogIdentity;
import parley.log.trace.RecordSpans;
import parley.web.account.directory.NameLookup;
import parley.web.log.connection.LogConnection;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.log.source.InMemoryLog;
import parley.web.log.tail.TestTail;
import parley.web.membership.BlockPublisher;
import parley.web.membership.GroupPublisher;
import parley.web.membership.MembershipPublisher;
import parley.web.membership.NodeBlocks;
import parley.web.membership.NodeGroups;
import parley.web.membership.NodeMemberships;
import parley.web.membership.NodePermissions;
import parley.web.membership.ReadAccess;
import parley.web.message.delivery.ConversationListener;
import parley.web.message.delivery.Delivery;
import parley.web.message.delivery.Shown;
import parley.web.message.history.MessageLookup;
import parley.web.platform.database.FakeDatabase;
import parley.web.platform.runtime.DrainState;

/** A chat node of plain classes on an in-memory log: no container, broker or database. */
public final class TestNode {

    public static final ConversationId TALK = new ConversationId(7);
    public static final UserId ADA = new UserId(1);
    public static final UserId KIM = new UserId(2);
    public static final int PARTITION = 0;

    public final FakeDatabase database = new FakeDatabase();
    public final DrainState drain = new DrainState();
    public final TestTail tail;
    public final NodeMemberships members;
    public final NodeGroups groups = new NodeGroups(new GroupPublisher());
    public final NodeBlocks blocks = new NodeBlocks(new BlockPublisher());
    public final ReadAccess readers;
    public final PendingSends pending;
    public final AdmissionControl admission;
    public final LogConnection identity;
    public final List<AppendResult> acknowledged = new ArrayList<>();
    public final List<UserId> joined = new ArrayList<>();
    public final List<ConversationId> changed = new ArrayList<>();
    /** What the database has for a cid. */
    public final Map<Cid, AppendResult> storedCids = new HashMap<>();
    /** What the database has at a position. */
    public final Map<Long, MessageView> storedMessages = new HashMap<>();

    /** The users whom this node knows, by username. */
    public final Map<String, UserId> usernames = new HashMap<>();

    public boolean mayMentionEveryone = true;

    /** How often everyone may still be mentioned. */
    public int everyoneLeft = 100;

    private final NameLookup names = new NameLookup() {
        @Override
        public Optional<UserProfile> find(UserId id) {
            return usernames.entrySet().stream()
                    .filter(user -> user.getValue().equals(id))
                    .map(user -> new UserProfile(id, user.getKey(), user.getKey()))
                    .findFirst();
        }

        @Override
        public Optional<UserId> findActive(String username) {
            return Optional.ofNullable(usernames.get(username));
        }
    };

    final PublishQueue queue;
    private final InMemoryLog log;
    private final InstantSource clock;
    private final List<Shown> shown = new ArrayList<>();

    /** @param queued the maximum number of records that wait for the log */
    public TestNode(String origin, InMemoryLog log, InstantSource clock, int queued) {
        this.log = log;
        this.clock = clock;
        identity = new LogConnection() {
            @Override
            public String origin() {
                return origin;
            }

            @Override
            public LogIdentity identity() {
                return new LogIdentity("topic", 1, 0);
            }
        };
        members = new NodeMemberships(noConversations(), database, new MembershipPublisher());
        readers = new ReadAccess(members, groups, noConversations(), database);
        var permissions = new NodePermissions(members, groups, blocks);
        tail = new TestTail(log, 1, 0);
        pending = new PendingSends((place, partition) -> acknowledged.add(place), System::nanoTime);
        queue = new PublishQueue(queued, 100, log::append, clock);
        admission = new AdmissionControl(
                members,
                permissions,
                new MentionResolver(
                        names, members, blocks, (conversation, sender) -> mayMentionEveryone, this::takeFromLimit),
                clock,
                identity,
                tail.tail,
                new AdmissionGate(drain, new LogIdentityCheck(), tail.status, tail.tail, 1_000),
                new RepeatLookup(identity, tail.tail, tail.status, tail.stored, database, messages()),
                new ChangeTargetCheck(new MessageLookup(tail.tail, database, messages()), permissions, readers),
                pending,
                (message, uploaded) -> claimed(uploaded),
                queue,
                callback -> callback,
                new SendTracing(RecordSpans.OFF));
        tail.handler = new Delivery(origin, tail.tail, pending, members, groups, readers, shown::add, listener());
        member(ADA, Role.OWNER, 1);
        member(KIM, Role.MEMBER, 1);
    }

    private void takeFromLimit(UserId sender) {
        if (everyoneLeft == 0) throw new Refused(Refusal.RATE_LIMITED, "everyone");
        everyoneLeft--;
    }

    private ConversationListener listener() {
        return new ConversationListener() {
            @Override
            public void onJoined(ConversationId conversation, UserId user) {
                joined.add(user);
            }

            @Override
            public void onChanged(ConversationId conversation) {
                changed.add(conversation);
            }
        };
    }

    private static Conversations noConversations() {
        return new Conversations() {
            @Override
            public Optional<Role> role(ConversationId id, UserId user) {
                return Optional.empty();
            }

            @Override
            public Optional<Participant> participant(ConversationId id, UserId user) {
                return Optional.empty();
            }
        };
    }

    private MessageQueries messages() {
        return new MessageQueries() {
            @Override
            public Optional<AppendResult> findAccepted(ConversationId conversation, UserId actor, Cid cid) {
                return Optional.ofNullable(storedCids.get(cid));
            }

            @Override
            public List<MessageView> at(ConversationId conversation, Collection<Position> positions) {
                return positions.stream()
                        .map(pos -> storedMessages.get(pos.value()))
                        .filter(Objects::nonNull)
                        .toList();
            }
        };
    }

    /** What {@code user} was shown, in order. */
    public List<Shown> shownTo(UserId user) {
        return shown.stream().filter(each -> sees(each, user)).toList();
    }

    private static boolean sees(Shown shown, UserId user) {
        return switch (shown) {
            case Shown.Item item -> item.receivers().contains(user);
            case Shown.Gone gone -> gone.user().equals(user);
            case Shown.Conversation conversation -> conversation.user().equals(user);
            case Shown.Receipt receipt -> receipt.receivers().contains(user);
            case Shown.StoreState state -> true;
        };
    }

    public void member(UserId user, Role role, long version) {
        members.apply(TALK, new EventDetail.MemberChanged(user, role, version, false), new Position(0));
    }

    /** The group has these attributes from now on. */
    public void group(GroupAttributes attributes, long version) {
        groups.apply(new GroupChange(TALK, ADA, attributes, null, version, null));
    }

    public LogEntry message(UserId sender, String body) {
        return new LogEntry.Message(TALK, Cid.at(clock.instant()), sender, new Body(body), null);
    }

    public LogEntry change(UserId actor, EventDetail detail) {
        return new LogEntry.Event(TALK, Cid.at(clock.instant()), actor, detail);
    }

    /** Records the outcomes of a send. */
    public static class Caller implements SendCallback {

        public final List<AppendResult> accepted = new ArrayList<>();
        public final List<Position> prevs = new ArrayList<>();
        public final List<Boolean> dups = new ArrayList<>();
        public final List<Refused> refused = new ArrayList<>();
        public NotMentioned notMentioned = NotMentioned.NOBODY;

        @Override
        public void onNotMentioned(NotMentioned who) {
            notMentioned = who;
        }

        @Override
        public void onAccepted(AppendResult place, Position prev, boolean dup) {
            accepted.add(place);
            prevs.add(prev);
            dups.add(dup);
        }

        @Override
        public void onRefused(Refused why) {
            refused.add(why);
        }

        public String refusal() {
            return refused.getFirst().why().code();
        }

        public long pos() {
            return accepted.getFirst().pos().value();
        }
    }

    /** Admits, publishes and reads back the entry, unless it is refused. */
    public Caller send(LogEntry entry) {
        return send(entry, new Caller());
    }

    public Caller send(LogEntry entry, Caller caller) {
        admission.send(entry, caller);
        publish();
        tail.catchUp();
        return caller;
    }

    /** Appends a record of another node. */
    public void append(String origin, LogEntry entry, Instant admitted) {
        log.append(LogRecords.write(entry, PARTITION, 0, admitted, origin));
    }

    /** Publishes everything that waits. */
    public void publish() {
        try {
            while (queue.waiting() > 0) queue.publishNext();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** What a claim throws, or null. */
    Refused claimRefusal;

    private List<AttachedFile> claimed(List<FileId> uploaded) {
        if (claimRefusal != null) throw claimRefusal;
        return uploaded.stream()
                .map(id -> new AttachedFile(id, "file " + id, 5, "text/plain", null))
                .toList();
    }
}
