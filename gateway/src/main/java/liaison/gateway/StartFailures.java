package liaison.gateway;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** What our own code says when it cannot start stands alone, without a stack trace around it. */
final class StartFailures implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        String said = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isSaid(cause)) {
                said = cause.getMessage();
            }
        }
        return said == null ? null : new FailureAnalysis(said, null, failure);
    }

    /** Of faults in the code the trace is wanted. */
    private static boolean isSaid(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        boolean ours = trace.length > 0 && trace[0].getClassName().startsWith("liaison.");
        return ours && cause.getMessage() != null && (cause instanceof IllegalArgumentException || cause instanceof IllegalStateException
                || cause.getClass().getName().startsWith("liaison."));
    }
}
