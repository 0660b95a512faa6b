package parley.cli.command;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import parley.cli.rest.RestClient;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.Json;
import picocli.CommandLine.Option;

/** Lists that the server gives in pages. */
final class PageOptions {

    private static final int LARGEST_PAGE = 200;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many are listed; 0 for all. Default: ${DEFAULT-VALUE}.")
    int limit;

    record Found(JsonArray items, boolean hasMore) {

        JsonObject json() {
            return Json.object().add("items", items).add("more", hasMore).build();
        }
    }

    /** @param path with a question mark and perhaps parameters */
    Found all(RestClient client, String path) {
        if (limit < 0) throw CliFailure.usage("--limit is 0 or more");
        var items = Json.array();
        int missing = limit == 0 ? Integer.MAX_VALUE : limit;
        var after = "";
        while (true) {
            var page = client.get(path + "&limit=" + Math.min(missing, LARGEST_PAGE) + after);
            var listed = page.getJsonArray("items");
            listed.forEach(items::add);
            missing -= listed.size();
            var next = Json.text(page, "next");
            if (next == null || missing <= 0) return new Found(items.build(), next != null);
            after = "&after=" + RestClient.encoded(next);
        }
    }
}
