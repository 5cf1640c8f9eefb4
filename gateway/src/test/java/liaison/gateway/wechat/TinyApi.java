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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A platform of a few lines on loopback: gives tokens T1, T2 … and answers other calls as told, then with ok. */
public final class TinyApi implements AutoCloseable {
    private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":3000000000000000001}";
    private static final int BLOCK = 64 * 1024;
    private static final int BACKLOG = 512;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Answer> answers = new ArrayDeque<>();
    public final List<String> bodies = new CopyOnWriteArrayList<>();
    public final List<String> queries = new CopyOnWriteArrayList<>();
    public final List<String> paths = new CopyOnWriteArrayList<>();
    /** What is handed out by media id, whatever other calls are told to get. */
    public final Map<String, byte[]> files = new ConcurrentHashMap<>();
    /** Tokens given out, and how many were asked for by force. */
    public final AtomicInteger tokens = new AtomicInteger();
    public final AtomicInteger forced = new AtomicInteger();
    /** Bytes of a body that was to have no end. */
    public final AtomicLong poured = new AtomicLong();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int firstGood = 1;
    private volatile int cutEvery = Integer.MAX_VALUE;
    private volatile int quota = Integer.MAX_VALUE;

    public TinyApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/cgi-bin/stable_token", this::token);
        server.createContext("/cgi-bin/", this::call);
        server.start();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void then(Answer answer) {
        synchronized (answers) {
            answers.add(answer);
        }
    }

    public void then(int status, String body) {
        then(exchange -> write(exchange, status, "application/json", body.getBytes(StandardCharsets.UTF_8)));
    }

    public void then(int errcode) {
        then(200, "{\"errcode\":" + errcode + ",\"errmsg\":\"as told rid: 1\"}");
    }

    /** Every token given out so far is refused from now on. */
    public void expireTokens() {
        firstGood = tokens.get() + 1;
    }

    /** Every so many calls one is taken, and its line cut instead of an answer. */
    public void cutEvery(int n) {
        cutEvery = n;
    }

    /** So many more calls are taken. */
    public void quota(int left) {
        calls.set(0);
        quota = left;
    }

    private synchronized void token(HttpExchange exchange) throws IOException {
        boolean force = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).contains("\"force_refresh\":true");
        if (force) {
            forced.incrementAndGet();
        }
        if (force || tokens.get() < firstGood) {
            tokens.incrementAndGet();
        }
        write(exchange, 200, "application/json",
                ("{\"access_token\":\"T" + tokens.get() + "\",\"expires_in\":7200}").getBytes(StandardCharsets.UTF_8));
    }

    private void call(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String query = exchange.getRequestURI().getQuery();
        int token = Integer.parseInt(query.replaceAll(".*access_token=T([0-9]+).*", "$1"));
        bodies.add(new String(body, StandardCharsets.UTF_8));
        queries.add(query);
        paths.add(exchange.getRequestURI().getPath());
        if (token < firstGood) {
            write(exchange, 200, "application/json", "{\"errcode\":42001,\"errmsg\":\"expired\"}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        byte[] file = files.get(query.replaceAll(".*media_id=(\\w+).*", "$1"));
        if (file != null) {
            write(exchange, 200, "image/jpeg", file);
            return;
        }
        int n = calls.incrementAndGet();
        if (n > quota) {
            write(exchange, 200, "application/json", "{\"errcode\":45009,\"errmsg\":\"quota\"}".getBytes(StandardCharsets.UTF_8));
        } else if (n % cutEvery == 0) {
            exchange.close();
        } else {
            next().answer(exchange);
        }
    }

    private Answer next() {
        synchronized (answers) {
            return answers.isEmpty()
                    ? exchange -> write(exchange, 200, "application/json", OK.getBytes(StandardCharsets.UTF_8))
                    : answers.remove();
        }
    }

    public static Answer file(String type, byte[] content) {
        return exchange -> write(exchange, 200, type, content);
    }

    /** Nothing at all, until the caller hangs up or the test ends. */
    static Answer silence() {
        return exchange -> LockSupport.park();
    }

    /** A byte a second. */
    static Answer drip(String type, byte[] content) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, content.length);
            for (byte one : content) {
                exchange.getResponseBody().write(one);
                exchange.getResponseBody().flush();
                LockSupport.parkNanos(1_000_000_000);
            }
            exchange.close();
        };
    }

    /** 3 GiB, announced or in chunks, as far as anybody reads. */
    public Answer pour(boolean announced) {
        return exchange -> {
            long all = 3L << 30;
            exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
            exchange.sendResponseHeaders(200, announced ? all : 0);
            byte[] block = new byte[BLOCK];
            while (poured.get() < all) {
                exchange.getResponseBody().write(block);
                poured.addAndGet(BLOCK);
            }
            exchange.close();
        };
    }

    private static void write(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", "/cgi-bin/message/elsewhere");
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }

    /** One way to answer a call. */
    public interface Answer {
        void answer(HttpExchange exchange) throws IOException;
    }
}
