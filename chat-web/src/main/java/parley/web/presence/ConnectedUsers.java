package parley.web.presence;

import java.util.Set;
import parley.domain.identity.UserId;

/** The users connected to this node; the socket component implements it. */
public interface ConnectedUsers {

    Set<UserId> users();

    /** Those of {@link #users} whose sockets on this node all are idle. */
    Set<UserId> idle();

    boolean has(UserId user);

    /**
     * Whether the user has a socket here whose client is another one than {@code client}.
     *
     * @param client what a client calls itself; empty if it has not said
     */
    boolean hasOtherClient(UserId user, String client);
}
