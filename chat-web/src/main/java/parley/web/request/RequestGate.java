package parley.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.regex.Pattern;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.problem.Methods;
import parley.web.problem.Problems;
import parley.web.signin.TokenAuthentication;

/** Refuses what no resource may see: methods that are not served, bodies in an encoding, headers that cannot be parsed. */
@WebFilter("/*")
public class RequestGate extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_MEDIA_TYPE = 200;
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";
    private static final Pattern MEDIA_TYPE =
            Pattern.compile(TOKEN + "/" + TOKEN + "\\s*+(;\\s*+" + TOKEN + "=(" + TOKEN + "|\"[^\"\\\\]*+\")\\s*+)*+;?");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var allowed = Methods.insteadOf(request.getMethod(), request.getRequestURI());
        if (allowed != null) {
            Problems.methodNotAllowed(response, allowed);
        } else if (request.isUserInRole(TokenAuthentication.UNIDENTIFIED)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            Problems.write(response, new Refused(Refusal.UNAUTHENTICATED, "Sign in first: there is no valid token."));
        } else if (isEncoded(request)) {
            response.setHeader("Accept-Encoding", "identity");
            Problems.write(response, 415, Problems.UNSUPPORTED_MEDIA_TYPE, "A body is taken without Content-Encoding only.");
        } else if (!isMediaType(request.getContentType())) {
            Problems.write(response, 415, Problems.UNSUPPORTED_MEDIA_TYPE, "Content-Type cannot be parsed.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isEncoded(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Content-Encoding")).stream()
                .anyMatch(encoding -> !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity"));
    }

    /** @param type null where there is none */
    static boolean isMediaType(String type) {
        return type == null || type.length() <= LONGEST_MEDIA_TYPE && MEDIA_TYPE.matcher(type.strip()).matches();
    }
}
