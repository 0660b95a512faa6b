package parley.cluster.client;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Client message ids: UUIDv7. */
public final class Cids {

    private Cids() {}

    public static String now() {
        return at(System.currentTimeMillis());
    }

    public static String at(long epochMillis) {
        var random = ThreadLocalRandom.current();
        long most = epochMillis << 16 | 0x7000 | random.nextInt(0x1000);
        long least = 0x8000000000000000L | random.nextLong() >>> 2;
        return new UUID(most, least).toString();
    }
}
