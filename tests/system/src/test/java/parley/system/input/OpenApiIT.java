package parley.system.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.server.TestCluster;

/** The OpenAPI document that the server generates describes every call completely. */
class OpenApiIT {

    private static final Set<String> ANONYMOUS =
            Set.of("POST /api/users", "POST /api/session", "GET /api/installation");

    private static final Set<String> BYTES = Set.of("GET /api/files/{file}", "GET /api/files/{file}/thumbnail");

    private final JsonNode document =
            Api.at(TestCluster.shared().one()).get("/openapi?format=json").as(200);
    private final Map<String, JsonNode> operations = operations();

    @Test
    void every_call_is_in_the_document_and_nothing_else() {
        assertThat(operations.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Endpoints.all().stream().map(Endpoints.Endpoint::call).toList());
    }

    @Test
    void every_operation_has_texts_and_described_parameters() {
        operations.forEach((call, operation) -> {
            assertThat(operation.path("summary").asText()).as(call).isNotEmpty();
            assertThat(operation.path("description").asText()).as(call).isNotEmpty();
            for (var parameter : operation.path("parameters")) {
                var name = call + " " + parameter.path("name").asText();
                assertThat(parameter.path("description").asText()).as(name).isNotEmpty();
                assertThat(parameter.has("example")).as(name).isTrue();
                assertThat(parameter.path("schema").has("type")).as(name).isTrue();
            }
        });
    }

    @Test
    void every_operation_requires_a_session_except_those_before_sign_in() {
        assertThat(document.path("components").path("securitySchemes").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("bearer", "cookie");
        operations.forEach((call, operation) -> {
            var security = operation.has("security") ? operation.path("security") : document.path("security");
            assertThat(security.isEmpty()).as(call).isEqualTo(ANONYMOUS.contains(call));
        });
    }

    @Test
    void every_success_has_a_schema_or_no_body() {
        operations.forEach((call, operation) -> {
            var successes = new ArrayList<String>();
            operation.path("responses").properties().forEach(response -> {
                if (!response.getKey().startsWith("2")) return;
                successes.add(response.getKey());
                assertThat(response.getValue().path("description").asText())
                        .as(call)
                        .isNotEmpty();
                var content = response.getValue().path("content");
                if (response.getKey().equals("204"))
                    assertThat(content.isEmpty()).as(call).isTrue();
                else if (BYTES.contains(call)) assertBytes(call, content);
                else assertComplete(call, content.path("application/json").path("schema"), new ArrayList<>());
            });
            assertThat(successes).as(call).isNotEmpty();
        });
    }

    @Test
    void every_error_is_a_problem_with_an_example() {
        operations.forEach((call, operation) -> operation
                .path("responses")
                .properties()
                .forEach(response -> {
                    if (response.getKey().startsWith("2")) return;
                    var name = call + " " + response.getKey();
                    var problem = resolved(response.getValue()).path("content").path("application/problem+json");
                    assertComplete(name, problem.path("schema"), new ArrayList<>());
                    assertThat(problem.path("examples").isEmpty()).as(name).isFalse();
                    for (var example : problem.path("examples")) {
                        assertThat(example.path("value").path("status").asText())
                                .as(name)
                                .isEqualTo(response.getKey());
                        assertThat(example.path("value").path("code").asText())
                                .as(name)
                                .isNotEmpty();
                    }
                }));
        operations.forEach((call, operation) ->
                assertThat(operation.path("responses").has("429")).as(call).isTrue());
    }

    @Test
    void every_call_that_takes_a_body_has_its_schema() {
        for (var endpoint : Endpoints.all()) {
            var body = operations.get(endpoint.call()).path("requestBody");
            assertThat(!body.isMissingNode())
                    .as(endpoint.call())
                    .isEqualTo(endpoint.takesBody() || endpoint.takesBytes());
            if (endpoint.takesBytes()) assertBytes(endpoint.call(), body.path("content"));
            if (!endpoint.takesBody()) continue;
            assertThat(body.path("content").fieldNames())
                    .toIterable()
                    .as(endpoint.call())
                    .containsExactly("application/json");
            assertComplete(
                    endpoint.call(),
                    body.path("content").path("application/json").path("schema"),
                    new ArrayList<>());
        }
    }

    private static void assertBytes(String call, JsonNode content) {
        assertThat(content.properties()).as(call).hasSize(1);
        content.forEach(type ->
                assertThat(type.path("schema").path("format").asText()).as(call).isEqualTo("binary"));
    }

    /** Every property of an object has a description, and an example or a schema that has one. */
    private void assertComplete(String call, JsonNode given, List<JsonNode> seen) {
        var schema = resolved(given);
        if (seen.contains(schema)) return;
        seen.add(schema);
        assertThat(schema.path("type").asText()).as(call + " " + given).isEqualTo("object");
        assertThat(schema.path("properties").isEmpty()).as(call + " " + given).isFalse();
        for (var required : schema.path("required"))
            assertThat(schema.path("properties").has(required.asText()))
                    .as(call + " " + required)
                    .isTrue();
        schema.path("properties").properties().forEach(property -> {
            var name = call + " " + property.getKey();
            var value = property.getValue();
            assertThat(value.path("description").asText()).as(name).isNotEmpty();
            var inner = inner(value);
            if (inner == null)
                assertThat(value.has("examples") || value.has("example"))
                        .as(name)
                        .isTrue();
            else assertComplete(name, inner, seen);
        });
    }

    /** The object that a property is or lists, or null. */
    private JsonNode inner(JsonNode property) {
        if (property.has("$ref")) return property;
        var items = property.path("items");
        return items.has("$ref") ? items : null;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private Map<String, JsonNode> operations() {
        var found = new TreeMap<String, JsonNode>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().has("responses"))
                        found.put(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                operation.getValue());
                }));
        return found;
    }
}
