package parley.faults.load;

import java.util.List;

/** Users search for a common word at any node, during faults, too. */
final class Searches {

    private static final String COMMON = "release";

    private final LoadContext context;
    private final SearchPages pages;
    private final SearchCheck check;
    private final List<SimulatedUser> users;
    private int pending;

    Searches(LoadContext context, Population population) {
        this.context = context;
        this.pages = new SearchPages(context.rest());
        this.check = new SearchCheck(context.history(), context.known(), population.conversations());
        this.users = population.users();
    }

    int pending() {
        return pending;
    }

    void next() {
        var user = context.anyOf(users);
        var node = context.anyOf(context.nodes());
        long asked = System.nanoTime();
        pending++;
        pages.first(node, user, COMMON).onComplete(found -> {
            pending--;
            context.history().count("searches");
            if (found.succeeded()) check.found(found.result(), node, user.id(), asked);
            else if (found.cause() instanceof SearchPages.Refused refused)
                context.history().count("searches refused " + refused.code());
            else context.history().count("searches without an answer");
        });
    }
}
