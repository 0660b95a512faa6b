package parley.web.account.boundary;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import parley.domain.identity.UserId;

/** The user ids of a query parameter, separated by commas. */
final class UserIdList {

    static final int MAX = 100;

    /** What fits in a long: ASCII digits without a sign. */
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private static final String RULE = "1 to " + MAX + " user ids are required, separated by commas";

    private UserIdList() {}

    /** @throws IllegalArgumentException if it is anything else, or more than {@link #MAX} ids */
    static List<UserId> parse(String text) {
        var ids = text.split(",", MAX + 1);
        if (ids.length > MAX
                || !Arrays.stream(ids).allMatch(id -> ID.matcher(id).matches()))
            throw new IllegalArgumentException(RULE);
        return Arrays.stream(ids).map(UserId::parse).toList();
    }
}
