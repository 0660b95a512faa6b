package parley.web.account.signin;

/**
 * CDI event: a user signed out before the token expired, on any node.
 *
 * @param session the id of the session that the token names
 */
public record SessionEnded(String session) {}
