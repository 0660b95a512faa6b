package parley.faults.load;

import java.util.List;

/** What users do besides messages: channels and memberships, places, drafts, files, and searches. */
final class Extras {

    private final LoadContext context;
    private final Channels channels;
    private final Places places;
    private final Drafts drafts;
    private final FileSends files;
    private final Searches searches;

    Extras(LoadContext context, Population population, List<Device> devices, MentionTexts mentions, RestSender sender) {
        this.context = context;
        this.channels = new Channels(context, population, mentions);
        this.places = new Places(context, devices, channels);
        this.drafts = new Drafts(context, population);
        this.files = new FileSends(context, population, sender);
        this.searches = new Searches(context, population);
    }

    void next() {
        int dice = context.random().nextInt(20);
        if (dice < 8) channels.next();
        else if (dice < 14) places.next();
        else if (dice < 17) drafts.next();
        else if (dice < 19) files.next();
        else searches.next();
    }

    int pending() {
        return channels.pending() + places.pending() + drafts.pending() + files.pending() + searches.pending();
    }

    void giveUp() {
        places.giveUp();
        drafts.giveUp();
        files.giveUp();
    }
}
