package parley.faults.load;

import java.util.List;

/** What users do besides messages: channels and memberships, places, and drafts. */
final class Extras {

    private final LoadContext context;
    private final Channels channels;
    private final Places places;
    private final Drafts drafts;

    Extras(LoadContext context, Population population, List<Device> devices, MentionTexts mentions) {
        this.context = context;
        this.channels = new Channels(context, population, mentions);
        this.places = new Places(context, devices, channels);
        this.drafts = new Drafts(context, population);
    }

    void next() {
        int dice = context.random().nextInt(10);
        if (dice < 4) channels.next();
        else if (dice < 8) places.next();
        else drafts.next();
    }

    int pending() {
        return channels.pending() + places.pending() + drafts.pending();
    }

    void giveUp() {
        places.giveUp();
        drafts.giveUp();
    }
}
