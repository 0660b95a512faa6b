package parley.web.socket.boundary;

/** The kind of resource at a path, as far as response headers depend on it. */
enum ResourceKind {

    /** Must not be cached or rendered as a page. */
    API,
    /** Was written by a user. It may be cached, but not be used without asking again. */
    FILE,
    SOCKET,
    /** Named by a hash of its content. */
    HASHED,
    PAGE;

    static ResourceKind of(String path) {
        if (under(path, "/ws")) return SOCKET;
        if (under(path, "/api/files")) return FILE;
        if (under(path, "/api") || under(path, "/health")) return API;
        return path.startsWith("/assets/") ? HASHED : PAGE;
    }

    private static boolean under(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    boolean isPage() {
        return this == PAGE || this == HASHED;
    }
}
