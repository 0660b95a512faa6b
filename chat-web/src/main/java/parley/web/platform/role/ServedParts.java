package parley.web.platform.role;

import java.util.Optional;
import parley.log.role.ServerRole;

/** The parts of the public interface that a node serves. */
record ServedParts(boolean sockets, boolean rest) {

    /** @throws IllegalArgumentException if nothing would be left to serve REST in this role */
    static ServedParts of(ServerRole role, boolean socketsOnly) {
        if (socketsOnly && role != ServerRole.CHAT)
            throw new IllegalArgumentException(
                    "parley.chat.socketsOnly needs parley.role to be chat, and it is " + role.code() + ".");
        return new ServedParts(role.hasSockets(), !socketsOnly);
    }

    /**
     * Why a request is for another node; empty if it is for this one.
     *
     * @param path within the application
     * @param isHandshake whether the request asks for a WebSocket, whatever its path
     */
    Optional<String> refusal(String path, boolean isHandshake) {
        boolean forSocket = isHandshake || isUnder(path, "/ws");
        if (forSocket && !sockets) return Optional.of("This node serves no WebSockets; connect to a chat node.");
        if (!forSocket && !rest && !isUnder(path, "/health"))
            return Optional.of("This node serves WebSockets only; send this request to a REST node.");
        return Optional.empty();
    }

    private static boolean isUnder(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
