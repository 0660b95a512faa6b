package parley.web.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import parley.web.platform.problem.Problem;
import parley.web.platform.problem.ProblemResponses;

/**
 * The REST API. Its OpenAPI definition has what all operations share: how callers authenticate, and the problems that
 * operations refer to. The scanner reads it from this class only.
 */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Parley",
                        version = "1",
                        description = "Accounts, conversations and history. Live messages use the WebSocket at /ws."),
        security = {@SecurityRequirement(name = "bearer"), @SecurityRequirement(name = "cookie")},
        components =
                @Components(
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = "bearer",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    bearerFormat = "JWT",
                                    description = "The token that POST /api/session returns."),
                            @SecurityScheme(
                                    securitySchemeName = "cookie",
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.COOKIE,
                                    apiKeyName = "parley_session",
                                    description = "The cookie that POST /api/session sets. Over TLS its name is"
                                            + " __Host-parley_session. Below a path of the host, such as /chat,"
                                            + " .chat follows.")
                        },
                        responses = {
                            @APIResponse(
                                    name = "BadRequest",
                                    description =
                                            "bad_request: the body is not valid JSON, or fields or parameters are invalid and listed in fields.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponses.TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples = @ExampleObject(name = "bad_request", value = """
                            {
                              "type": "urn:parley:problem:bad_request",
                              "title": "Bad Request",
                              "status": 400,
                              "code": "bad_request",
                              "detail": "title: is required",
                              "fields": [
                                {
                                  "field": "title",
                                  "message": "title: is required"
                                }
                              ]
                            }"""))),
                            @APIResponse(
                                    name = "BadSend",
                                    description =
                                            "bad_request: as for other calls; clock: the time in the cid is more than a minute ahead of serverTime.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponses.TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples = @ExampleObject(name = "clock", value = """
                            {
                              "type": "urn:parley:problem:clock",
                              "title": "Bad Request",
                              "status": 400,
                              "code": "clock",
                              "detail": "cid: its time is more than a minute ahead of serverTime 2026-03-01T10:15:30Z.",
                              "serverTime": "2026-03-01T10:15:30Z"
                            }"""))),
                            @APIResponse(
                                    name = "Unauthenticated",
                                    description =
                                            "unauthenticated: there is no valid session, or the credentials are wrong.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponses.TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples = @ExampleObject(name = "unauthenticated", value = """
                            {
                              "type": "urn:parley:problem:unauthenticated",
                              "title": "Unauthorized",
                              "status": 401,
                              "code": "unauthenticated",
                              "detail": "Sign in first: there is no valid token."
                            }"""))),
                            @APIResponse(
                                    name = "Forbidden",
                                    description = "forbidden: the caller may not do this.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponses.TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples = @ExampleObject(name = "forbidden", value = """
                            {
                              "type": "urn:parley:problem:forbidden",
                              "title": "Forbidden",
                              "status": 403,
                              "code": "forbidden",
                              "detail": "Only an owner of the group may do this."
                            }"""))),
                            @APIResponse(
                                    name = "NotFound",
                                    description =
                                            "not_found: it does not exist, or the caller is not a member of the conversation.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponses.TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples = @ExampleObject(name = "not_found", value = """
                            {
                              "type": "urn:parley:problem:not_found",
                              "title": "Not Found",
                              "status": 404,
                              "code": "not_found",
                              "detail": "There is no conversation 42."
                            }"""))),
                            @APIResponse(
                                    name = "RequestTimeout",
                                    description = "request_timeout: the body did not arrive within 20 s.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponses.TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples = @ExampleObject(name = "request_timeout", value = """
                            {
                              "type": "urn:parley:problem:request_timeout",
                              "title": "Request Timeout",
                              "status": 408,
                              "code": "request_timeout",
                              "detail": "The body did not arrive in time."
                            }"""))),
                            @APIResponse(
                                    name = "Conflict",
                                    description = "conflict: the current state does not allow this.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponses.TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples = @ExampleObject(name = "conflict", value = """
                            {
                              "type": "urn:parley:problem:conflict",
                              "title": "Conflict",
                              "status": 409,
                              "code": "conflict",
                              "detail": "A group needs an owner. Make another member an owner first."
                            }"""))),
                            @APIResponse(
                                    name = "UsernameTaken",
                                    description = "username_taken: another user has this username.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponses.TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples = @ExampleObject(name = "username_taken", value = """
                            {
                              "type": "urn:parley:problem:username_taken",
                              "title": "Conflict",
                              "status": 409,
                              "code": "username_taken",
                              "detail": "The username ada is taken."
                            }"""))),
                            @APIResponse(
                                    name = "TooLarge",
                                    description = "too_large: the body is larger than 64 KiB.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponses.TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples = @ExampleObject(name = "too_large", value = """
                            {
                              "type": "urn:parley:problem:too_large",
                              "title": "Request Entity Too Large",
                              "status": 413,
                              "code": "too_large",
                              "detail": "The body may have at most 65536 bytes."
                            }"""))),
                            @APIResponse(
                                    name = "UnsupportedMediaType",
                                    description =
                                            "unsupported_media_type: the body is not application/json in UTF-8, or it has a Content-Encoding.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponses.TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "unsupported_media_type",
                                                                    value = """
                            {
                              "type": "urn:parley:problem:unsupported_media_type",
                              "title": "Unsupported Media Type",
                              "status": 415,
                              "code": "unsupported_media_type",
                              "detail": "The body must be application/json in UTF-8."
                            }"""))),
                            @APIResponse(
                                    name = "RateLimited",
                                    description =
                                            "rate_limited: too many requests; Retry-After says when to try again.",
                                    headers =
                                            @Header(
                                                    name = "Retry-After",
                                                    description = "Seconds to wait.",
                                                    schema = @Schema(implementation = Integer.class)),
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponses.TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples = @ExampleObject(name = "rate_limited", value = """
                            {
                              "type": "urn:parley:problem:rate_limited",
                              "title": "Too Many Requests",
                              "status": 429,
                              "code": "rate_limited",
                              "detail": "Too many changes at once."
                            }"""))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description =
                                            "unavailable: a part that the call needs is down or overloaded; Retry-After says when to try again. A change may have been made.",
                                    headers =
                                            @Header(
                                                    name = "Retry-After",
                                                    description = "Seconds to wait.",
                                                    schema = @Schema(implementation = Integer.class)),
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponses.TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples = @ExampleObject(name = "unavailable", value = """
                            {
                              "type": "urn:parley:problem:unavailable",
                              "title": "Service Unavailable",
                              "status": 503,
                              "code": "unavailable",
                              "detail": "The database is unavailable. Live messages still work; try again in a moment."
                            }""")))
                        }))
public class RestApplication extends Application {}
