package liaison.gateway.wechat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * The platform as it behaves on the wire: delivers in any mode, waits five seconds, tries three times in all, opens what is
 * answered and tells whether people would be shown a fault. It records every attempt, and fails as told.
 */
final class DeliveringPlatform {
    static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String ACKNOWLEDGED = "success";

    /** What goes wrong on the way. */
    enum Failure {
        /** It hangs up when everything was sent, before an answer came. */
        HANGS_UP,
        /** It breaks off in the middle of the body. */
        BREAKS_OFF,
        /** It reads the answer and acts as if none had come. */
        LOSES_THE_ANSWER
    }

    private final int port;
    private final Queue<Failure> failures = new ArrayDeque<>();
    private final List<Attempt> attempts = new ArrayList<>();

    DeliveringPlatform(int port) {
        this.port = port;
    }

    /** One request as it ended; the status is 0 and the body empty where nothing was answered or it was lost. */
    record Attempt(int number, int status, String body) {
        boolean isTaken() {
            return status == 200 && (body.isEmpty() || body.equals(ACKNOWLEDGED) || body.startsWith("<xml>"));
        }

        /** The words that people are shown; empty for an acknowledgement. */
        String words() {
            return FakeWechat.between(body, "Content");
        }
    }

    /** The next attempts end so, in this order. */
    void fail(Failure... next) {
        failures.addAll(List.of(next));
    }

    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** The last attempt: the first that was taken, or the third. */
    Attempt deliver(Mode mode, String xml) throws IOException {
        String[] packed = mode.pack(xml);
        Attempt attempt = new Attempt(0, 0, "");
        while (attempt.number < TRIES && !attempt.isTaken()) {
            attempt = attempt(attempt.number + 1, mode, packed);
            attempts.add(attempt);
        }
        return attempt;
    }

    private Attempt attempt(int number, Mode mode, String[] packed) throws IOException {
        byte[] body = packed[1].getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /wechat/demo" + packed[0] + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + body.length
                + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        Failure failure = failures.poll();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(head);
            socket.getOutputStream().write(body, 0, failure == Failure.BREAKS_OFF ? body.length / 2 : body.length);
            if (failure == Failure.BREAKS_OFF || failure == Failure.HANGS_UP) {
                return new Attempt(number, 0, "");
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return failure == Failure.LOSES_THE_ANSWER || answer.isEmpty() ? new Attempt(number, 0, "") : read(number, mode, answer);
        } catch (java.net.SocketTimeoutException nothing) {
            return new Attempt(number, 0, "");
        }
    }

    private static Attempt read(int number, Mode mode, String answer) {
        int status = Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
        return new Attempt(number, status, mode.open(answer.substring(answer.indexOf("\r\n\r\n") + 4)));
    }
}
