package parley.faults.load;

import java.util.List;

/** What users do besides messages: channels and memberships, places, drafts, and files. */
final class Extras {

    private final LoadContext context;
    private final Channels channels;
    private final Places places;
    private final Drafts drafts;
    private final FileSends files;

    Extras(LoadContext context, Population population, List<Device> devices, MentionTexts mentions, RestSender sender) {
        this.context = context;
        this.channels = new Channels(context, population, mentions);
        this.places = new Places(context, devices, channels);
        this.drafts = new Drafts(context, population);
        this.files = new FileSends(context, population, sender);
    }

    void next() {
        int dice = context.random().nextInt(10);
        if (dice < 4) channels.next();
        else if (dice < 7) places.next();
        else if (dice < 9) drafts.next();
        else files.next();
    }

    int pending() {
        return channels.pending() + places.pending() + drafts.pending() + files.pending();
    }

    void giveUp() {
        places.giveUp();
        drafts.giveUp();
        files.giveUp();
    }
}
