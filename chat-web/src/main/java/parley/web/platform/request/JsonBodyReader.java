package parley.web.platform.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import parley.domain.json.StrictJson;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.platform.problem.InvalidFields;
import parley.web.platform.problem.ProblemResponses;

/**
 * The only way from a request body to a record: read completely, parse strictly, bind, validate. JSON-B is not used,
 * because it does not parse the values that it skips, and hangs on a body that ends within one
 * (docs/decisions/0015).
 */
@Provider
@ApplicationScoped
@Consumes(MediaType.WILDCARD)
public class JsonBodyReader implements MessageBodyReader<Record> {

    private final RequestBodyReader bodies = new RequestBodyReader(System::nanoTime);

    @Inject
    Validator validator;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in) {
        var text = text(in, headers.getFirst(HttpHeaders.CONTENT_LENGTH));
        if (text.isEmpty() && type.isAnnotationPresent(OptionalBody.class))
            return RecordBinder.bind(type, JsonValue.EMPTY_JSON_OBJECT);
        if (text.isEmpty()) throw new Refused(Refusal.BAD_REQUEST, "This call requires a JSON body.");
        requireJson(headers.getFirst(HttpHeaders.CONTENT_TYPE) == null ? null : media);
        return valid(RecordBinder.bind(type, parsed(text)));
    }

    private String text(InputStream in, String length) {
        try {
            return bodies.read(in, length == null ? -1 : Long.parseLong(length));
        } catch (RequestBodyReader.TooSlow slow) {
            throw problem(408, "request_timeout", "The body did not arrive in time.");
        } catch (IOException | NumberFormatException broken) {
            if (isTooLarge(broken)) throw new Refused(Refusal.TOO_LARGE, "The body is too large.");
            throw problem(400, Refusal.BAD_REQUEST.code(), "The body could not be read completely.");
        }
    }

    /** Liberty's exception for a chunk above messageSizeLimit; its class is not part of an API. */
    private static boolean isTooLarge(Throwable broken) {
        for (var cause = broken; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("MessageTooLargeException")) return true;
        }
        return false;
    }

    private static JsonObject parsed(String text) {
        try {
            return StrictJson.object(text);
        } catch (IllegalArgumentException wrong) {
            throw new Refused(
                    Refusal.BAD_REQUEST, "The body is not valid JSON for this call: " + wrong.getMessage() + ".");
        }
    }

    private static void requireJson(MediaType media) {
        boolean json = media != null
                && media.getType().equalsIgnoreCase("application")
                && media.getSubtype().equalsIgnoreCase("json");
        var charset = json ? media.getParameters().get(MediaType.CHARSET_PARAMETER) : null;
        if (!json || charset != null && !charset.equalsIgnoreCase("UTF-8")) {
            throw problem(415, ProblemResponses.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json in UTF-8.");
        }
    }

    /** RESTEasy maps ConstraintViolationException itself, to 500 with a text, so that is not thrown. */
    private Record valid(Record given) {
        var violations = validator.validate(given);
        if (!violations.isEmpty()) throw InvalidFields.refused(violations);
        return given;
    }

    private static WebApplicationException problem(int status, String code, String detail) {
        return new WebApplicationException(ProblemResponses.response(status, code, detail));
    }
}
