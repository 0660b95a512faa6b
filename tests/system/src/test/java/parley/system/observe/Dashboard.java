package parley.system.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import parley.cluster.client.Json;
import parley.cluster.server.TestPaths;

/** A dashboard of deploy/monitoring. */
record Dashboard(String title, List<Panel> panels) {

    /** @param type {@code stat} for a number, {@code timeseries} for lines */
    record Panel(String title, String description, String type, String unit, Place place, List<Target> targets) {

        boolean isOfChatNodesOnly() {
            return description.contains("of chat and REST nodes");
        }
    }

    /** In columns, of which there are 24, and rows. */
    record Place(int x, int y, int width, int height) {}

    /** @param legend a name for its series, with labels in double braces */
    record Target(String expression, String legend) {

        String name(JsonNode series) {
            var name = legend;
            for (var label : series.path("metric").properties())
                name = name.replace(
                        "{{" + label.getKey() + "}}", label.getValue().asText());
            return name;
        }
    }

    /** @param instance what its variable is set to */
    static Dashboard read(String uid, String instance) throws IOException {
        var file = TestPaths.ROOT.resolve("deploy/monitoring/grafana/dashboards/" + uid + ".json");
        var json = Json.parse(Files.readString(file).replace("$instance", instance));
        var panels = new ArrayList<Panel>();
        for (var panel : json.path("panels")) {
            var place = panel.path("gridPos");
            panels.add(new Panel(
                    panel.path("title").asText(),
                    panel.path("description").asText(),
                    panel.path("type").asText(),
                    panel.path("fieldConfig").path("defaults").path("unit").asText(),
                    new Place(
                            place.path("x").asInt(),
                            place.path("y").asInt(),
                            place.path("w").asInt(),
                            place.path("h").asInt()),
                    StreamSupport.stream(panel.path("targets").spliterator(), false)
                            .map(target -> new Target(
                                    target.path("expr").asText(),
                                    target.path("legendFormat").asText()))
                            .toList()));
        }
        return new Dashboard(json.path("title").asText(), panels);
    }
}
