package parley.web.socket.boundary;

/** What a path of this application leads to, as far as a response's headers depend on it. */
enum ResourceKind {

    /** Never stored by anybody, and nothing that a browser would show as a page. */
    API,
    SOCKET,
    /** Named by its content. */
    HASHED,
    PAGE;

    static ResourceKind of(String path) {
        if (under(path, "/ws")) return SOCKET;
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
