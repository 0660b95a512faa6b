package parley.web.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.junit.jupiter.api.Test;
import parley.domain.json.StrictJson;
import parley.web.platform.json.JsonName;
import parley.web.platform.problem.Problem;
import parley.web.platform.problem.ProblemResponses;

/** No operation, parameter, response or field is undocumented. */
class OpenApiAnnotationsTest {

    private static final List<Operations.Operation> OPERATIONS = Operations.all();

    private static final Map<String, APIResponse> PROBLEMS = Arrays.stream(RestApplication.class
                    .getAnnotation(OpenAPIDefinition.class)
                    .components()
                    .responses())
            .collect(Collectors.toMap(APIResponse::name, Function.identity()));

    @Test
    void every_resource_is_found() {
        assertThat(OPERATIONS).hasSizeGreaterThanOrEqualTo(23);
    }

    @Test
    void every_operation_has_a_summary_and_a_description() {
        for (var operation : OPERATIONS) {
            var described =
                    operation.method().getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
            assertThat(described).as(operation.name()).isNotNull();
            assertThat(described.summary())
                    .as(operation.name())
                    .hasSizeBetween(5, 70)
                    .doesNotEndWith(".");
            assertThat(described.description()).as(operation.name()).endsWith(".");
        }
    }

    @Test
    void every_success_is_a_record_or_empty_or_the_contents_of_a_file() {
        for (var operation : OPERATIONS) {
            if (isFile(operation)) continue;
            var returned = operation.method().getReturnType();
            var schema = operation.success();
            if (schema.isPresent()) {
                assertThat(schema.get().value()).as(operation.name()).matches(Class::isRecord);
                assertThat(schema.get().responseDescription())
                        .as(operation.name())
                        .endsWith(".");
            } else {
                assertThat(operation.codes()).as(operation.name()).contains("204");
            }
            if (returned != Response.class)
                assertThat(schema.orElseThrow().value()).as(operation.name()).isEqualTo(returned);
            else if (schema.isPresent())
                assertThat(schema.get().responseCode()).as(operation.name()).matches("20[012]");
        }
    }

    private static boolean isFile(Operations.Operation operation) {
        return operation.responses().stream()
                .filter(response -> response.responseCode().startsWith("2"))
                .flatMap(response -> Stream.of(response.content()))
                .anyMatch(content -> content.schema().format().equals("binary"));
    }

    @Test
    void every_operation_lists_the_errors_that_its_kind_can_have() {
        for (var operation : OPERATIONS) {
            var expected = new LinkedHashSet<>(List.of("429"));
            if (!operation.isAnonymous()) expected.add("401");
            if (operation.isForOperators()) expected.add("403");
            if (operation.hasPathParameters()) expected.add("404");
            if (operation.body().isPresent()) expected.addAll(List.of("400", "408", "413", "415"));
            assertThat(operation.codes())
                    .as(operation.name())
                    .containsAll(expected)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void every_error_refers_to_a_problem_of_its_status() {
        for (var operation : OPERATIONS) {
            for (var response : operation.responses()) {
                if (response.responseCode().startsWith("2")) continue;
                var problem = PROBLEMS.get(response.ref());
                assertThat(problem).as(operation.name() + " " + response.ref()).isNotNull();
                assertThat(example(problem)).as(operation.name()).contains("\"status\": " + response.responseCode());
            }
        }
    }

    @Test
    void every_problem_is_used_and_names_its_code() {
        var used = OPERATIONS.stream()
                .flatMap(operation -> operation.responses().stream())
                .map(APIResponse::ref)
                .filter(ref -> !ref.isEmpty())
                .collect(Collectors.toSet());
        assertThat(PROBLEMS).containsOnlyKeys(used);
        for (var problem : PROBLEMS.values()) {
            var content = problem.content()[0];
            assertThat(content.mediaType()).isEqualTo(ProblemResponses.TYPE);
            assertThat(content.schema().implementation()).isEqualTo(Problem.class);
            var example = StrictJson.object(example(problem));
            var code = example.getString("code");
            assertThat(content.examples()[0].name()).isEqualTo(code);
            assertThat(problem.description()).contains(code + ": ");
            assertThat(example.getString("type")).isEqualTo("urn:parley:problem:" + code);
            var status = Response.Status.fromStatusCode(example.getInt("status"));
            assertThat(example.getString("title")).isEqualTo(status.getReasonPhrase());
        }
    }

    private static String example(APIResponse problem) {
        return problem.content()[0].examples()[0].value();
    }

    @Test
    void only_registration_sign_in_and_the_installation_require_no_session() {
        assertThat(OPERATIONS.stream().filter(Operations.Operation::isAnonymous).map(Operations.Operation::name))
                .containsExactlyInAnyOrder(
                        "AccountsResource.register", "SessionResource.signIn", "InstallationResource.installation");
    }

    @Test
    void every_parameter_has_a_description_and_an_example() {
        for (var operation : OPERATIONS) {
            for (var parameter : operation.method().getParameters()) {
                if (!isFromUrl(parameter)) continue;
                var described = parameter.getAnnotation(
                        org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
                var name = operation.name() + " " + parameter.getName();
                assertThat(described).as(name).isNotNull();
                assertThat(described.description()).as(name).endsWith(".");
                assertThat(described.example()).as(name).isNotEmpty();
            }
        }
    }

    private static boolean isFromUrl(Parameter parameter) {
        return parameter.isAnnotationPresent(PathParam.class) || parameter.isAnnotationPresent(QueryParam.class);
    }

    @Test
    void every_field_of_every_record_has_a_description_and_an_example() throws NoSuchFieldException {
        for (var record : records()) {
            assertThat(record.getAnnotation(Schema.class)).as(record.getName()).isNotNull();
            var names = new ArrayList<String>();
            for (var component : record.getRecordComponents()) {
                var name = record.getSimpleName() + "." + component.getName();
                var schema = record.getDeclaredField(component.getName()).getAnnotation(Schema.class);
                assertThat(schema).as(name).isNotNull();
                assertThat(schema.description()).as(name).endsWith(".");
                if (record(component.getGenericType()) == null)
                    assertThat(schema.examples()).as(name).hasSize(1);
                if (schema.enumeration().length > 0)
                    assertThat(schema.enumeration()).as(name).contains(schema.examples());
                names.add(key(component));
                assertThat(schema.name()).as(name).isIn("", key(component));
            }
            assertThat(record.getAnnotation(Schema.class).requiredProperties())
                    .as(record.getName())
                    .isSubsetOf(names);
        }
    }

    /** A component of a primitive type is never absent. */
    @Test
    void every_field_that_cannot_be_null_is_required() {
        for (var record : records()) {
            for (var component : record.getRecordComponents()) {
                if (component.getType().isPrimitive())
                    assertThat(record.getAnnotation(Schema.class).requiredProperties())
                            .as(record.getSimpleName())
                            .contains(key(component));
            }
        }
    }

    private static String key(RecordComponent component) {
        var named = component.getAnnotation(JsonName.class);
        return named == null ? component.getName() : named.value();
    }

    /** Those of requests and responses, with those inside. */
    private static Set<Class<?>> records() {
        var found = new LinkedHashSet<Class<?>>(List.of(Problem.class));
        for (var operation : OPERATIONS) {
            operation.body().ifPresent(found::add);
            operation.success().ifPresent(schema -> found.add(schema.value()));
            operation.responses().stream()
                    .flatMap(response -> Stream.of(response.content()))
                    .map(Content::schema)
                    .map(Schema::implementation)
                    .filter(Class::isRecord)
                    .forEach(found::add);
        }
        var open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            for (var component : open.removeFirst().getRecordComponents()) {
                var inner = record(component.getGenericType());
                if (inner != null && found.add(inner)) open.add(inner);
            }
        }
        return found;
    }

    /** The record that a component is or lists, or null. */
    private static Class<?> record(Type type) {
        var element = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        return element instanceof Class<?> inner && inner.isRecord() ? inner : null;
    }
}
