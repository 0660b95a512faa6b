package parley.bench.load;

import parley.bench.client.Client;

/** What should not happen to clients: how much of it, and what the first was. */
final class Mishaps implements Client.Ear {

    private int count;
    private String first;

    @Override
    public void ok(Client client, long number, long pos) {}

    @Override
    public void msg(Client client, long number) {}

    @Override
    public void err(Client client, String text) {
        happened(text);
    }

    @Override
    public void closed(Client client, String why) {
        happened("a socket was closed: " + why);
    }

    private void happened(String what) {
        count++;
        if (first == null) first = what;
    }

    void requireNone() {
        if (count > 0) throw new IllegalStateException(count + " mishaps, the first of which: " + first);
    }
}
