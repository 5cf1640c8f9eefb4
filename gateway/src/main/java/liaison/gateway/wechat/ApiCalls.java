package liaison.gateway.wechat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON and files to the platform and back: no redirect, bounded in time and size. */
public final class ApiCalls {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** A file of 10 MiB over a slow line. */
    private static final int LONGER_FOR_FILES = 6;
    private static final int MAX_ANSWER = 64 * 1024;
    private static final String TYPE = "Content-Type";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final Duration timeout;

    /** The timeout is for all of a call, the last byte of its answer included; one of a file has six times as long. */
    public ApiCalls(Duration timeout) {
        this.timeout = timeout;
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT).executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    }

    /** Throws {@link NotReached} when the platform cannot have taken the call, as all of these do. */
    public Outcome post(URI uri, JsonNode body) {
        return json(HttpRequest.newBuilder(uri).header(TYPE, "application/json; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build(), timeout);
    }

    public Outcome get(URI uri) {
        return json(HttpRequest.newBuilder(uri).build(), timeout);
    }

    Outcome upload(URI uri, MediaFile file) {
        String boundary = UUID.randomUUID().toString();
        return json(
                HttpRequest.newBuilder(uri).header(TYPE, "multipart/form-data; boundary=" + boundary).POST(form(file, boundary)).build(),
                timeout.multipliedBy(LONGER_FOR_FILES));
    }

    /** A file, or the JSON that came in its place. */
    public Outcome download(URI uri) {
        return call(HttpRequest.newBuilder(uri).build(), MediaFile.MOST, timeout.multipliedBy(LONGER_FOR_FILES), ApiCalls::file);
    }

    private Outcome json(HttpRequest request, Duration most) {
        return call(request, MAX_ANSWER, most, response -> parsed(response.body()));
    }

    private Outcome call(HttpRequest request, int longest, Duration most, Function<HttpResponse<byte[]>, Outcome> read) {
        // the request's own timeout ends with the headers; a body may drip for ever
        var answer = http.sendAsync(request, BoundedBody.of(longest));
        try {
            return outcome(answer.get(most.toMillis(), TimeUnit.MILLISECONDS), read);
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
            case BoundedBody.TooLong endless -> new Outcome.Unclear("too-long");
            case IOException cut -> new Outcome.Unclear("cut");
            case null, default -> throw new IllegalStateException(failure);
        };
    }

    private static Outcome outcome(HttpResponse<byte[]> response, Function<HttpResponse<byte[]>, Outcome> read) {
        int status = response.statusCode();
        if (status == 200) {
            return read.apply(response);
        }
        // what a gateway in between answered after it had passed the call on, or may have
        boolean unclear = status >= 500 && status != 503;
        return unclear ? new Outcome.Unclear("http-" + status) : new Outcome.Refused("http-" + status);
    }

    private static Outcome parsed(byte[] body) {
        try {
            var json = JSON.readTree(body);
            return json.isObject() ? new Outcome.Answered(json) : new Outcome.Unclear(oddity(body));
        } catch (JacksonException e) {
            return new Outcome.Unclear(oddity(body));
        }
    }

    private static String oddity(byte[] body) {
        String begin = new String(body, 0, Math.min(body.length, 64), StandardCharsets.ISO_8859_1).strip();
        return begin.isEmpty() ? "empty" : begin.startsWith("<") ? "html" : "no-json";
    }

    /** An error comes with the status and often the type of a file. */
    private static Outcome file(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue(TYPE).orElse("").toLowerCase(Locale.ROOT);
        byte[] body = response.body();
        boolean words = type.contains("json") || type.startsWith("text/");
        if (words || body.length == 0 || body[0] == '{') {
            return parsed(body);
        }
        return new Outcome.Found(type, body);
    }

    private static BodyPublisher form(MediaFile file, String boundary) {
        String name = "media." + file.type().replaceFirst(".*/", "").replaceAll("[^a-z0-9]", "");
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"media\"; filename=\"" + name + "\"\r\n" + TYPE + ": "
                + file.type().replaceAll("[^a-zA-Z0-9/+.-]", "") + "\r\n\r\n";
        return BodyPublishers.concat(BodyPublishers.ofString(head), BodyPublishers.ofByteArray(file.content()),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    }

    /** How a call ended. */
    public sealed interface Outcome {
        record Answered(JsonNode json) implements Outcome {
            public int code() {
                return json.path("errcode").asInt(0);
            }
        }

        /** A file. */
        record Found(String type, byte[] content) implements Outcome {
        }

        /** Something before the platform did not let it through. */
        record Refused(String reason) implements Outcome {
        }

        record Unclear(String reason) implements Outcome {
        }
    }
}
