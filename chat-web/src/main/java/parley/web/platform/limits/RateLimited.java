package parley.web.platform.limits;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The limits that a REST call counts against; without it a call of somebody counts as reading or as changing. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface RateLimited {

    /** Of scope user or address; those of other scopes are taken where the name or the device is known. */
    LimitKind[] value();
}
