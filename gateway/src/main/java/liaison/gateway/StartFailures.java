package liaison.gateway;

import java.net.URI;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionException;

/** Says in one sentence why it cannot start: what our own code says, a setting of the wrong kind, a file; without a stack trace around it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        String said = deepest(failure, StartFailures::said);
        said = said == null ? deepest(failure, StartFailures::setting) : said;
        said = said == null ? deepest(failure, StartFailures::file) : said;
        return said == null ? null : new FailureAnalysis(said, null, failure);
    }

    private static @Nullable String deepest(Throwable failure, Function<Throwable, @Nullable String> words) {
        String said = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String says = words.apply(cause);
            said = says == null ? said : says;
        }
        return said;
    }

    /** Of faults in the code the trace is wanted. */
    private static @Nullable String said(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        boolean ours = trace.length > 0 && trace[0].getClassName().startsWith("liaison.");
        return ours && (cause instanceof IllegalArgumentException || cause instanceof IllegalStateException
                || cause.getClass().getName().startsWith("liaison.")) ? cause.getMessage() : null;
    }

    /** The value stays untold: it may be a secret. */
    private static @Nullable String setting(Throwable cause) {
        if (!(cause instanceof BindException unusable)) {
            return null;
        }
        if (unusable.getCause() instanceof UnboundConfigurationPropertiesException unknown) {
            return KnownSettings.unknown(unknown.getUnboundProperties().iterator().next().getName());
        }
        return unusable.getCause() instanceof ConversionException
                ? unusable.getName() + " cannot be read: give " + kind(unusable.getTarget().getType().resolve(Object.class))
                : null;
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.stream(type.getEnumConstants()).map(one -> one.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == Duration.class) {
            return "a time such as 15s";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "a whole number" : type == URI.class ? "an address" : "a text";
    }

    private static @Nullable String file(Throwable cause) {
        return cause instanceof FileSystemException broken
                ? broken.getFile() + " cannot be made, read or written (" + broken.getClass().getSimpleName()
                        + "): give another place, such as by liaison.data-dir, or the rights to it"
                : null;
    }
}
