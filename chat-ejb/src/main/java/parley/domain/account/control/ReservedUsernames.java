package parley.domain.account.control;

import java.util.Set;
import parley.domain.account.entity.Username;

/** Usernames that could be mistaken for the installation, its operators, or a group of users. */
public final class ReservedUsernames {

    private static final Set<String> NAMES = Set.of(
            // operators
            "admin",
            "admins",
            "administrator",
            "administrators",
            "root",
            "superuser",
            "sysadmin",
            "owner",
            "operator",
            "operators",
            "moderator",
            "moderators",
            "staff",
            "team",
            "support",
            "help",
            "helpdesk",
            "service",
            "security",
            "abuse",
            "privacy",
            "legal",
            "compliance",
            "billing",
            "it",
            "it-support",
            // role mailboxes (RFC 2142)
            "postmaster",
            "hostmaster",
            "webmaster",
            "noc",
            "info",
            "noreply",
            "no-reply",
            "mailer-daemon",
            // the product and its parts
            "parley",
            "system",
            "server",
            "bot",
            "api",
            "www",
            "notification",
            "notifications",
            "deleted",
            "unknown",
            "anonymous",
            "nobody",
            "null",
            "undefined",
            // words of the mention grammar and of URL paths
            "everyone",
            "everybody",
            "all",
            "channel",
            "here",
            "group",
            "me",
            "self",
            "you");

    private ReservedUsernames() {}

    /** Ignores leading and trailing dots, hyphens and underscores: {@code admin.} and {@code _root} are reserved too. */
    public static boolean has(Username username) {
        return NAMES.contains(username.value()) || NAMES.contains(bare(username.value()));
    }

    private static String bare(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && isMark(name.charAt(from))) from++;
        while (to > from && isMark(name.charAt(to - 1))) to--;
        return name.substring(from, to);
    }

    private static boolean isMark(char c) {
        return c == '.' || c == '-' || c == '_';
    }
}
