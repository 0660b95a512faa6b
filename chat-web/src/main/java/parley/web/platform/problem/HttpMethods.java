package parley.web.platform.problem;

import java.util.Set;

/** The HTTP methods that the server supports. */
public final class HttpMethods {

    public static final String OF_THE_API = "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE";
    public static final String OF_A_FILE = "GET, HEAD, OPTIONS";

    private static final Set<String> API = Set.of(OF_THE_API.split(", "));
    private static final Set<String> FILE = Set.of(OF_A_FILE.split(", "));

    private HttpMethods() {}

    /** @return the methods that {@code path} supports, for {@code Allow}; null if {@code method} is one of them */
    public static String insteadOf(String method, String path) {
        if (isApi(path)) return API.contains(method) ? null : OF_THE_API;
        return FILE.contains(method) ? null : OF_A_FILE;
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }
}
