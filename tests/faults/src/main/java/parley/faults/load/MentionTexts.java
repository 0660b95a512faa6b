package parley.faults.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds mentions to some texts: of members, of users who may not be members, and of everyone. */
final class MentionTexts {

    private final LoadContext context;
    private final Population population;
    private final int percent;
    private final Map<Long, List<SimulatedUser>> members = new HashMap<>();

    MentionTexts(LoadContext context, Population population, int percent) {
        this.context = context;
        this.population = population;
        this.percent = percent;
        population.conversations().forEach(this::add);
    }

    void add(SimulatedConversation conversation) {
        members.put(conversation.id(), conversation.members());
    }

    /** Usually nothing. */
    String next(long conversation) {
        if (percent == 0 || context.random().nextInt(100) >= percent) return "";
        int dice = context.random().nextInt(20);
        if (dice == 0) return " @channel";
        var present = members.getOrDefault(conversation, population.users());
        var user = context.anyOf(dice < 3 || present.isEmpty() ? population.users() : present);
        return " @" + user.person().username();
    }
}
