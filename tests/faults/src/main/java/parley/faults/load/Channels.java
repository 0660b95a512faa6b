package parley.faults.load;

import io.vertx.core.AsyncResult;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import parley.cluster.client.Json;
import parley.faults.model.History;
import parley.faults.model.History.GroupChange;
import parley.faults.model.Membership;

/** Users create channels, join, leave, are added and removed, get and lose roles, and owners change attributes. */
final class Channels {

    /** Of those whose attributes are known. */
    private static final int MAX = 12;

    private static final int MAX_IN_ALL = 60;
    private static final int FIRST_MEMBERS = 4;
    private static final List<String> ROLES = List.of("member", "moderator", "owner");

    private final LoadContext context;
    private final Population population;
    private final MentionTexts mentions;
    private final List<Channel> channels = new ArrayList<>();
    private int started;
    private int pending;

    Channels(LoadContext context, Population population, MentionTexts mentions) {
        this.context = context;
        this.population = population;
        this.mentions = mentions;
    }

    /** The number of requests without an answer. */
    int pending() {
        return pending;
    }

    List<Channel> all() {
        return channels;
    }

    void next() {
        long sure = channels.stream().filter(Channel::isSure).count();
        if (sure < MAX
                && started < MAX_IN_ALL
                && (channels.isEmpty() || context.random().nextInt(4) == 0)) {
            create();
            return;
        }
        if (channels.isEmpty()) return;
        var channel = context.anyOf(channels);
        if (!channel.isFree()) return;
        boolean another = channel.members().isEmpty() || context.random().nextBoolean();
        var user = context.anyOf(another ? population.users() : channel.members());
        int dice = context.random().nextInt(10);
        if (channel.isArchived()) change(channel, null, false);
        else if (dice == 0)
            change(channel, "channel, renamed " + context.random().nextLong(1L << 40), null);
        else if (dice == 1) change(channel, null, true);
        else if (dice == 2) conflict(channel, user);
        else member(channel, user, dice < 6);
    }

    private void create() {
        started++;
        var owner = context.anyOf(population.users());
        var members = new ArrayList<>(List.of(owner));
        while (members.size() < FIRST_MEMBERS) {
            var user = context.anyOf(population.users());
            if (!members.contains(user)) members.add(user);
        }
        boolean isPrivate = context.random().nextBoolean();
        boolean fromJoining = context.random().nextBoolean();
        var title = "channel " + context.random().nextLong(1L << 40);
        var body = Json.of(
                "title",
                title,
                "visibility",
                isPrivate ? "private" : "public",
                "history",
                fromJoining ? "joined" : "all",
                "members",
                members.stream().skip(1).map(SimulatedUser::id).toList());
        request(HttpMethod.POST, "/api/conversations", owner, body.toString(), response -> {
            boolean ok = isOk(response);
            context.history().count(ok ? "channels created" : "channels not created, or unsure");
            if (ok) created(response.result().json().path("id").asLong(), members, isPrivate, fromJoining, title);
        });
    }

    private void created(long id, List<SimulatedUser> members, boolean isPrivate, boolean fromJoining, String title) {
        var owner = members.getFirst();
        var attributes = new History.Channel(id, isPrivate, fromJoining, title);
        var conversation = new SimulatedConversation(id, false, owner, members);
        context.history().channel(attributes);
        members.forEach(member ->
                context.history().membership(new Membership(id, owner.id(), member.id(), Membership.INITIAL, true)));
        channels.add(new Channel(conversation, attributes));
        population.conversations().add(conversation);
        mentions.add(conversation);
    }

    /** The user gets another role, leaves or is removed; who is no member joins or is added. */
    private void member(Channel channel, SimulatedUser user, boolean role) {
        if (!channel.canChange(user)) return;
        boolean isMember = channel.role(user) != null;
        boolean self = context.random().nextBoolean() && (isMember ? !role : channel.isPublic());
        var actor = self ? user : channel.owner();
        var path = "/api/conversations/%d/members/%s".formatted(channel.id(), self ? "me" : user.id());
        String wanted = isMember && !role ? null : isMember ? context.anyOf(ROLES) : "member";
        if (wanted != null && wanted.equals(channel.role(user))) return;
        channel.begins();
        if (wanted != null) context.history().mayJoin(channel.id(), user.id());
        request(
                wanted == null ? HttpMethod.DELETE : HttpMethod.PUT,
                path,
                actor,
                wanted == null || self ? null : Json.of("role", wanted).toString(),
                response -> {
                    channel.ends();
                    boolean ok = isOk(response);
                    count(response, wanted == null ? "departures" : isMember ? "roles" : "arrivals");
                    if (isRefused(response)) return;
                    context.history().membership(new Membership(channel.id(), actor.id(), user.id(), wanted, ok));
                    if (ok) channel.becomes(user, wanted);
                    else channel.isUnsureOf(user);
                });
    }

    /**
     * All roles at the same time: the order of the log decides. Which of the requests change something depends on their
     * order, so none of them has to be in the log.
     */
    private void conflict(Channel channel, SimulatedUser user) {
        if (!channel.canChange(user) || channel.role(user) == null) return;
        channel.isUnsureOf(user);
        var path = "/api/conversations/%d/members/%d".formatted(channel.id(), user.id());
        for (var role : ROLES) {
            var body = Json.of("role", role).toString();
            request(HttpMethod.PUT, path, channel.owner(), body, response -> {
                count(response, "conflicting roles");
                context.history()
                        .membership(new Membership(channel.id(), channel.owner().id(), user.id(), role, false));
            });
        }
    }

    private void change(Channel channel, String title, Boolean archived) {
        channel.begins();
        var path = "/api/conversations/" + channel.id();
        var body = title == null ? Json.of("archived", archived) : Json.of("title", title);
        request(HttpMethod.PATCH, path, channel.owner(), body.toString(), response -> {
            channel.ends();
            boolean ok = isOk(response);
            count(response, title == null ? "archived or restored" : "renamed");
            if (isRefused(response)) return;
            context.history()
                    .groupChange(new GroupChange(channel.id(), channel.owner().id(), title, archived, ok));
            if (!ok) channel.attributesAreUnsure();
            else if (archived != null) channel.archived(archived);
        });
    }

    private interface Taker {
        void take(AsyncResult<Rest.Response> response);
    }

    private void request(HttpMethod method, String path, SimulatedUser actor, String body, Taker taker) {
        pending++;
        context.rest()
                .call(method, context.anyOf(context.nodes()), path, actor.token(), body)
                .onComplete(response -> {
                    pending--;
                    taker.take(response);
                });
    }

    private void count(AsyncResult<Rest.Response> response, String what) {
        context.history()
                .count("channels: " + what + (isOk(response) ? "" : isRefused(response) ? ", refused" : ", unsure"));
    }

    private static boolean isOk(AsyncResult<Rest.Response> response) {
        return response.succeeded() && response.result().isOk();
    }

    private static boolean isRefused(AsyncResult<Rest.Response> response) {
        return response.succeeded()
                && !response.result().isOk()
                && !response.result().isRetryable();
    }
}
