package parley.web.platform.limits;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The limits that a REST call counts against. Calls without this annotation count as reading or as changing. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface RateLimited {

    /** Limits of scope user or address. Those of other scopes are taken where the name or device is known. */
    LimitKind[] value();
}
