package liaison.gateway.wechat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON to the platform and back: no redirect, bounded in time and size. */
public final class ApiCalls {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int MAX_ANSWER = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final Duration timeout;

    public ApiCalls(Duration timeout) {
        this.timeout = timeout;
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT).executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    }

    /** Throws {@link NotReached} when the platform cannot have taken the call. */
    public Outcome post(URI uri, JsonNode body) {
        return ask(HttpRequest.newBuilder(uri).header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build());
    }

    /** The same without a body. */
    public Outcome get(URI uri) {
        return ask(HttpRequest.newBuilder(uri).build());
    }

    private Outcome ask(HttpRequest request) {
        // the request's own timeout ends with the headers; a body may drip for ever
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
        try {
            return outcome(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Outcome.Unclear("timeout");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.Unclear("interrupted");
        } catch (ExecutionException e) {
            return failed(e);
        }
    }

    private static Outcome failed(ExecutionException failure) {
        return switch (failure.getCause()) {
            case ConnectException refused -> throw new NotReached("refused");
            case HttpConnectTimeoutException late -> throw new NotReached("connect-timeout");
            case UnresolvedAddressException unknown -> throw new NotReached("unresolved");
            case IOException cut -> new Outcome.Unclear("cut");
            case null, default -> throw new IllegalStateException(failure);
        };
    }

    private static Outcome outcome(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 200) {
            return parsed(response.body());
        }
        // what a gateway in between answered after it had passed the call on, or may have
        boolean unclear = status >= 500 && status != 503;
        return unclear ? new Outcome.Unclear("http-" + status) : new Outcome.Refused("http-" + status);
    }

    private static Outcome parsed(byte[] body) {
        try {
            var json = JSON.readTree(body);
            return json.isObject() ? new Outcome.Answered(json) : new Outcome.Unclear("no-json");
        } catch (JacksonException e) {
            return new Outcome.Unclear("no-json");
        }
    }

    /** How a call ended. */
    public sealed interface Outcome {
        record Answered(JsonNode json) implements Outcome {
            public int code() {
                return json.path("errcode").asInt(0);
            }
        }

        /** Something before the platform did not let it through. */
        record Refused(String reason) implements Outcome {
        }

        record Unclear(String reason) implements Outcome {
        }
    }
}
