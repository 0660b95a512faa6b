package parley.web.platform.request;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.platform.path.RequestPath;
import parley.web.platform.problem.HttpMethods;
import parley.web.platform.problem.ProblemResponses;
import parley.web.platform.role.NodeRole;

/** Refuses what another node serves, unsupported methods, encoded bodies and malformed headers before any resource sees them. */
@WebFilter("/*")
public class RequestValidationFilter extends HttpFilter {

    /** The name and the only role of a caller with invalid credentials or an unknown method. */
    public static final String UNIDENTIFIED = "unidentified";

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_MEDIA_TYPE = 200;
    private static final int LONGEST_ACCEPT = 2_000;
    private static final Pattern WRONG_QUALITY =
            Pattern.compile(";\\s*+[qQ]=(?!(0?\\.[0-9]{1,3}|0\\.?|1(\\.0{0,3})?)\\s*+(;|,|$))");
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            TOKEN + "/" + TOKEN + "\\s*+(;\\s*+" + TOKEN + "=(" + TOKEN + "|\"[^\"\\\\]*+\")\\s*+)*+;?");

    @Inject
    transient NodeRole role;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var misdirected = role.refusal(request);
        var allowed = HttpMethods.insteadOf(request.getMethod(), RequestPath.of(request));
        if (misdirected.isPresent()) {
            ProblemResponses.misdirected(response, misdirected.get());
        } else if (allowed != null) {
            ProblemResponses.methodNotAllowed(response, allowed);
        } else if (request.isUserInRole(UNIDENTIFIED)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            ProblemResponses.write(
                    response, new Refused(Refusal.UNAUTHENTICATED, "Sign in first: there is no valid token."));
        } else if (isEncoded(request)) {
            response.setHeader("Accept-Encoding", "identity");
            ProblemResponses.write(
                    response, 415, ProblemResponses.UNSUPPORTED_MEDIA_TYPE, "A body must not have a Content-Encoding.");
        } else if (!isMediaType(request.getContentType())) {
            ProblemResponses.write(
                    response, 415, ProblemResponses.UNSUPPORTED_MEDIA_TYPE, "Content-Type cannot be parsed.");
        } else if (!areMediaRanges(Collections.list(request.getHeaders("Accept")))) {
            ProblemResponses.write(response, new Refused(Refusal.BAD_REQUEST, "Accept cannot be parsed."));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isEncoded(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Content-Encoding")).stream()
                .anyMatch(encoding -> !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity"));
    }

    /** @param type null if the header is missing */
    static boolean isMediaType(String type) {
        return type == null
                || type.length() <= LONGEST_MEDIA_TYPE
                        && MEDIA_TYPE.matcher(type.strip()).matches();
    }

    /** @param accept the values of all Accept headers */
    static boolean areMediaRanges(List<String> accept) {
        return accept.stream()
                .allMatch(value -> value.length() <= LONGEST_ACCEPT
                        && !WRONG_QUALITY.matcher(value).find()
                        && Arrays.stream(value.split(",")).allMatch(RequestValidationFilter::isMediaRange));
    }

    /** Old Java clients send {@code *} instead of a media range. */
    private static boolean isMediaRange(String range) {
        return isMediaType(range.replaceFirst("^\\s*+\\*(?!/)", "*/*"));
    }
}
