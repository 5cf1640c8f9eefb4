package liaison.gateway.wecom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform's HTTP API on loopback: gives tokens T1, T2 …, one as long as it is good, takes messages once, and updates a card once
 * for each code. It answers message calls as told first; {@link #CUT} takes the call and ends the line.
 */
final class FakeWecomApi implements AutoCloseable {
    static final String CUT = "cut";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<String> answers = new ArrayDeque<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> codes = new HashSet<>();
    final AtomicInteger tokens = new AtomicInteger(1);
    final AtomicInteger tokenCalls = new AtomicInteger();
    final List<String> queries = new CopyOnWriteArrayList<>();
    final List<JsonNode> calls = new CopyOnWriteArrayList<>();
    final List<JsonNode> shown = new CopyOnWriteArrayList<>();
    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final List<JsonNode> updated = new CopyOnWriteArrayList<>();

    FakeWecomApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/cgi-bin/gettoken", exchange -> {
            tokenCalls.incrementAndGet();
            boolean known = exchange.getRequestURI().getQuery().equals("corpid=" + FakeWecom.CORPID + "&corpsecret=app-secret");
            answer(exchange, known ? "{\"errcode\":0,\"access_token\":\"T" + tokens + "\",\"expires_in\":7200}" : error(40001));
        });
        server.createContext("/cgi-bin/message/send", exchange -> call(exchange, this::send));
        server.createContext("/cgi-bin/message/update_template_card", exchange -> call(exchange, this::update));
        server.createContext("/cgi-bin/media/get", this::file);
        server.start();
    }

    private void file(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        queries.add(query);
        byte[] file = files.get(query.replaceAll(".*media_id=([^&]+).*", "$1"));
        if (!query.endsWith("access_token=T" + tokens)) {
            answer(exchange, error(42001));
        } else if (file == null) {
            answer(exchange, error(40007));
        } else {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
            exchange.close();
        }
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How the next message call is answered: with an error code, a whole answer, or {@link #CUT}. */
    void then(String answer) {
        synchronized (answers) {
            answers.add(answer);
        }
    }

    static String error(int code) {
        return "{\"errcode\":" + code + ",\"errmsg\":\"as told\"}";
    }

    /** What the card's press brings along; it updates the card once. */
    String code() {
        synchronized (codes) {
            String code = "code" + codes.size();
            codes.add(code);
            return code;
        }
    }

    private void call(HttpExchange exchange, Function<JsonNode, String> then) throws IOException {
        var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        queries.add(exchange.getRequestURI().getQuery());
        calls.add(body);
        String told;
        synchronized (answers) {
            told = answers.isEmpty() ? "" : answers.remove();
        }
        if (told.equals(CUT)) {
            var _ = then.apply(body);
            exchange.close();
        } else if (!told.isEmpty()) {
            answer(exchange, told);
        } else {
            answer(exchange, exchange.getRequestURI().getQuery().equals("access_token=T" + tokens) ? then.apply(body) : error(42001));
        }
    }

    private String send(JsonNode body) {
        synchronized (taken) {
            if (body.path("enable_duplicate_check").asInt(0) == 0 || taken.add(body.toString())) {
                shown.add(body);
            }
        }
        return "{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"\",\"msgid\":\"m\",\"response_code\":\"r\"}";
    }

    private String update(JsonNode body) {
        synchronized (codes) {
            if (!codes.remove(body.path("response_code").asString())) {
                return error(42046);
            }
        }
        updated.add(body);
        return OK;
    }

    private static void answer(HttpExchange exchange, String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
