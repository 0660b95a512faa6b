/**
 * Bean Validation constraints of request records. Each delegates to the rule of the domain, so that no rule exists twice.
 * A field that is null is valid; {@code @NotNull} makes it required.
 */
package parley.web.platform.constraint;
