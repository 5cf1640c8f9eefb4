package liaison.gateway.wechat;

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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A platform of a few lines on loopback: gives tokens T1, T2 … and answers message calls as told, then with ok. */
final class TinyApi implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Answer> answers = new ArrayDeque<>();
    final List<String> bodies = new CopyOnWriteArrayList<>();
    final List<String> queries = new CopyOnWriteArrayList<>();
    final AtomicInteger tokens = new AtomicInteger();

    TinyApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/cgi-bin/stable_token", exchange -> {
            boolean force = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).contains("\"force_refresh\":true");
            int n = force || tokens.get() == 0 ? tokens.incrementAndGet() : tokens.get();
            answer(exchange, new Answer(200, "{\"access_token\":\"T" + n + "\",\"expires_in\":7200}"));
        });
        server.createContext("/cgi-bin/message/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            queries.add(exchange.getRequestURI().getQuery());
            answer(exchange, next());
        });
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void then(int status, String body) {
        synchronized (answers) {
            answers.add(new Answer(status, body));
        }
    }

    void then(int errcode) {
        then(200, "{\"errcode\":" + errcode + ",\"errmsg\":\"as told rid: 1\"}");
    }

    private Answer next() {
        synchronized (answers) {
            return answers.isEmpty()
                    ? new Answer(200, "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":3000000000000000001}")
                    : answers.remove();
        }
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        if (answer.status == 302) {
            exchange.getResponseHeaders().set("Location", "/cgi-bin/message/elsewhere");
        }
        exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private record Answer(int status, String body) {
    }
}
