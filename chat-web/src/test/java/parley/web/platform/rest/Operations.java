package parley.web.platform.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;

/** The operations of all JAX-RS resources, with the annotations that describe them. */
final class Operations {

    private Operations() {}

    record Operation(Method method) {

        private Class<?> resource() {
            return method.getDeclaringClass();
        }

        String name() {
            return resource().getSimpleName() + "." + method.getName();
        }

        /** Those of the class apply to all its operations. */
        List<APIResponse> responses() {
            var all = new ArrayList<>(List.of(resource().getAnnotationsByType(APIResponse.class)));
            all.addAll(List.of(method.getAnnotationsByType(APIResponse.class)));
            return all;
        }

        List<String> codes() {
            return responses().stream().map(APIResponse::responseCode).toList();
        }

        Optional<APIResponseSchema> success() {
            return Optional.ofNullable(method.getAnnotation(APIResponseSchema.class));
        }

        Optional<Class<?>> body() {
            return Arrays.stream(method.getParameters())
                    .map(Parameter::getType)
                    .filter(Class::isRecord)
                    .findFirst();
        }

        boolean hasPathParameters() {
            return resource().getAnnotation(Path.class).value().contains("{")
                    || method.isAnnotationPresent(Path.class)
                            && method.getAnnotation(Path.class).value().contains("{");
        }

        boolean isAnonymous() {
            var requirements = method.getAnnotation(SecurityRequirements.class);
            return requirements != null && requirements.value().length == 0;
        }

        boolean isForOperators() {
            return resource().isAnnotationPresent(RolesAllowed.class);
        }
    }

    static List<Operation> all() {
        return resources().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Arrays.stream(method.getAnnotations())
                        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class)))
                .map(Operation::new)
                .toList();
    }

    private static List<? extends Class<?>> resources() {
        try {
            // Not by the name of a package, which the folder of the test classes has too.
            var root = java.nio.file.Path.of(RestApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (var files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(name -> name.endsWith("Resource.class"))
                        .map(name -> loaded(name.replaceAll("\\.class$", "").replace(java.io.File.separatorChar, '.')))
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .toList();
            }
        } catch (IOException | java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, Operations.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
