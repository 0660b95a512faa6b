package parley.web.presence;

import java.util.Set;
import parley.domain.identity.UserId;

/** The users connected to this node; the socket component implements it. */
public interface ConnectedUsers {

    Set<UserId> users();

    boolean has(UserId user);
}
