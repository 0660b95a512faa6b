package parley.web.preview.address;

import com.ibm.icu.text.IDNA;
import java.util.regex.Pattern;

/** The host of an address in the only form that is looked up. */
final class HostName {

    private static final int LONGEST = 253;
    private static final Pattern LABELS = Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*");
    /** As URLs define it, a host whose last label is a number is an IPv4 address, which is then read in odd ways. */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    private static final String BYTE = "(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI);

    private HostName() {}

    /**
     * @param host IPv6 addresses in brackets
     * @return in lower case and ASCII, without a dot at the end; IPv6 addresses without their brackets
     * @throws IllegalArgumentException for no name, and for IPv4 addresses that are not written as four decimal numbers
     */
    static String normalized(String host) {
        if (host.startsWith("[")) return host.substring(1, host.length() - 1);
        var info = new IDNA.Info();
        var ascii = UTS46.nameToASCII(host, new StringBuilder(), info).toString();
        var name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (info.hasErrors() && !onlyEmptyLabel(info)
                || name.length() > LONGEST
                || !LABELS.matcher(name).matches()) throw new IllegalArgumentException("no name of a host");
        if (ENDS_IN_A_NUMBER.matcher(name).matches() && !IPV4.matcher(name).matches())
            throw new IllegalArgumentException("an address in an unusual form");
        return name;
    }

    /** Names may have hyphens in any place; an empty label is found by the pattern. */
    private static boolean onlyEmptyLabel(IDNA.Info info) {
        return info.getErrors().stream().allMatch(error -> switch (error) {
            case EMPTY_LABEL, LEADING_HYPHEN, TRAILING_HYPHEN, HYPHEN_3_4 -> true;
            default -> false;
        });
    }
}
