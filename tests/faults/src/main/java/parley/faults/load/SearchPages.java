package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import parley.cluster.server.Node;

/** Searches over REST. */
final class SearchPages {

    private static final int LIMIT = 200;

    private final Rest rest;

    SearchPages(Rest rest) {
        this.rest = rest;
    }

    /** The node did not search. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final String code;

        Refused(Rest.Response response) {
            super("a search was refused: " + response.status() + " " + response.code());
            code = response.code();
        }

        String code() {
            return code;
        }
    }

    /** The messages of the first page. */
    Future<JsonNode> first(Node node, SimulatedUser user, String query) {
        return page(node, user, query, "").map(page -> page.path("items"));
    }

    /** The messages of all pages. */
    Future<JsonNode> all(Node node, SimulatedUser user, String query) {
        return more(node, user, query, "", JsonNodeFactory.instance.arrayNode());
    }

    private Future<JsonNode> more(Node node, SimulatedUser user, String query, String parameter, ArrayNode found) {
        return page(node, user, query, parameter).compose(page -> {
            page.path("items").forEach(found::add);
            return page.has("next")
                    ? more(
                            node,
                            user,
                            query,
                            "&after=" + encoded(page.path("next").asText()),
                            found)
                    : Future.succeededFuture(found);
        });
    }

    private Future<JsonNode> page(Node node, SimulatedUser user, String query, String parameter) {
        var path = "/api/search?q=%s&limit=%d%s".formatted(encoded(query), LIMIT, parameter);
        return rest.get(node, path, user.token()).map(response -> {
            if (response.status() != 200) throw new Refused(response);
            return response.json();
        });
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
