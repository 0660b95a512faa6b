package parley.cli.command;

import jakarta.json.JsonObject;
import parley.cli.rest.RestClient;
import parley.cli.terminal.CliFailure;

/** Finds a user by the exact username. */
final class UserLookup {

    private UserLookup() {}

    static JsonObject require(RestClient client, String username) {
        var page = client.get("/api/users?limit=200&q=" + RestClient.encoded(username));
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(user -> user.getString("username").equalsIgnoreCase(username))
                .findFirst()
                .orElseThrow(() -> CliFailure.failed("there is no user " + username));
    }
}
