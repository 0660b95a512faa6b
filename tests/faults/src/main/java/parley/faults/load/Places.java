package parley.faults.load;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.cluster.client.Json;
import parley.faults.model.FinalState.Member;
import parley.faults.model.History.AcknowledgedPlace;

/** Users read channels and set their places back, one change of a place after another, from any of their devices. */
final class Places {

    private static final long RETRY_MILLIS = 500;
    private static final int RECENT = 30;

    private final LoadContext context;
    private final List<Device> devices;
    private final Channels channels;
    private final Set<Member> busy = new HashSet<>();
    private boolean stopped;

    Places(LoadContext context, List<Device> devices, Channels channels) {
        this.context = context;
        this.devices = devices;
        this.channels = channels;
    }

    int pending() {
        return busy.size();
    }

    void giveUp() {
        stopped = true;
    }

    void next() {
        if (channels.all().isEmpty()) return;
        long conversation = context.anyOf(channels.all()).id();
        var able = devices.stream()
                .filter(device -> device.isLive() && !device.socket().isPaused())
                .filter(device -> isHeld(device, conversation))
                .toList();
        if (able.isEmpty()) return;
        var device = context.anyOf(able);
        var member = new Member(conversation, device.owner().id());
        var recent = device.conversations().get(conversation).lines().from(0).descendingKeySet().stream()
                .limit(RECENT)
                .toList();
        boolean back = context.random().nextInt(3) == 0;
        if (busy.add(member)) set(device, member, new AcknowledgedPlace(context.anyOf(recent), back));
    }

    private static boolean isHeld(Device device, long conversation) {
        var held = device.conversations().get(conversation);
        return held != null && held.isLoaded() && held.lines().size() > 0;
    }

    private void set(Device device, Member member, AcknowledgedPlace place) {
        var frame = Json.of("t", place.back() ? "unread" : "read", "conv", member.conversation(), "pos", place.pos());
        device.request(frame, answer -> {
            if (answer != null && answer.path("t").asText().equals("ok")) {
                busy.remove(member);
                context.history().place(member, place);
                context.history().count(place.back() ? "places set back" : "places read");
            } else if (stopped || answer != null && !answer.path("retry").asBoolean()) {
                busy.remove(member);
                context.history().place(member, null);
                context.history().count("places refused");
            } else {
                context.history().unansweredPlace(member, place);
                context.after(context.jittered(RETRY_MILLIS), () -> again(device, member, place));
            }
        });
    }

    /** From another device, if this one is not connected. */
    private void again(Device device, Member member, AcknowledgedPlace place) {
        var live = device.owner().devices().stream().filter(Device::isLive).toList();
        if (!live.isEmpty()) set(context.anyOf(live), member, place);
        else if (!stopped) context.after(RETRY_MILLIS, () -> again(device, member, place));
        else {
            busy.remove(member);
            context.history().place(member, null);
        }
    }
}
