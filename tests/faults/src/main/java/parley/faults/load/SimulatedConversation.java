package parley.faults.load;

import java.util.List;

/**
 * A conversation and its current members.
 *
 * @param owner a member who does not leave
 */
record SimulatedConversation(long id, boolean group, SimulatedUser owner, List<SimulatedUser> members) {}
