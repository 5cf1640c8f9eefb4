package liaison.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import liaison.bot.dialog.Conversation;
import liaison.bot.dialog.Conversation.Parts;
import liaison.bot.dialog.JournalTranscript;
import liaison.bot.memory.MemoryDialogs;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.memory.MemoryEffects;
import liaison.bot.memory.MemoryFacts;
import liaison.bot.memory.MemoryJournal;
import liaison.bot.memory.MemoryLedger;
import liaison.bot.memory.MemoryNumbers;
import liaison.bot.memory.PlainSeals;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Sender;
import liaison.bot.people.Directory;
import liaison.bot.testing.TinyBook;
import liaison.gateway.netty.Lanes;
import liaison.gateway.netty.NettyServer;
import liaison.gateway.netty.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The web chat on the real conversation, over real lines that are cut again and again. */
final class ChatConversationIT {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyzABCDEF";
    private static final int MESSAGES = 200;
    private static final ChatSettings SETTINGS = new ChatSettings(Duration.ofMillis(200), 1_000, Duration.ofMillis(1), List.of());

    private final Directory directory = new MemoryDirectory(List.of());
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryJournal journal = new MemoryJournal(ledger);
    private final MemoryEffects effects = new MemoryEffects(ledger);
    private final PlainSeals seals = new PlainSeals();
    private final JournalTranscript transcript = new JournalTranscript(journal, seals);
    private final Conversation conversation = new Conversation(new Parts(ledger, journal, new MemoryDialogs(),
            new MemoryFacts(effects, transcript, () -> directory), effects, seals, new MemoryNumbers(), new TinyBook(), () -> directory,
            Clock.systemUTC()));
    private final Lanes lanes = new Lanes(conversation, 2, 1_024, (messages, took, committed) -> {
    });
    private final ChatHub hub = ChatHub.start(transcript, SETTINGS.beat());
    private final NettyServer server = NettyServer.start(ServerSettings.LOOPBACK,
            List.of(new ChatRoute(lanes, hub, SETTINGS, Clock.systemUTC())));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
        lanes.close();
        hub.close();
        client.close();
    }

    @Test
    void talk_overLinesThatAreCutLosesAndDoublesNothing() throws InterruptedException {
        var sender = new ChatSender(conversation, hub::news);
        var address = ChatHub.addressOf(TOKEN);
        var unkept = new HashSet<String>();
        var seen = new ArrayList<Long>();
        for (int from = 0; from < MESSAGES; from += 20) {
            var page = open(seen.isEmpty() ? 0 : seen.getLast());
            unkept.forEach(page::say);
            for (int i = from; i < from + 20; i++) {
                unkept.add("message-" + i);
                page.say("message-" + i);
            }
            sender.send(new OutboundMessage("outbox-" + from, address, "notice", "news " + from, Map.of(), List.of()), Sender.Way.TALK);
            page.hear(unkept, seen, 10 + from % 17);
            page.socket.abort();
        }
        var page = open(seen.getLast());
        unkept.forEach(page::say);
        page.hear(unkept, seen, Integer.MAX_VALUE);
        long all = MESSAGES + MESSAGES / 20;
        assertThat(unkept).isEmpty();
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, all).boxed().toList());
        assertThat(transcript.last(address)).isEqualTo(all);
    }

    private Page open(long last) {
        var ear = new Ear();
        var socket = client.newWebSocketBuilder().buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/chat"), ear).join();
        socket.sendText("{\"t\":\"hello\",\"token\":\"" + TOKEN + "\",\"last\":" + last + "}", true).join();
        return new Page(socket, ear.heard);
    }

    private record Page(WebSocket socket, LinkedBlockingQueue<JsonNode> heard) {
        void say(String id) {
            socket.sendText("{\"t\":\"say\",\"id\":\"" + id + "\",\"text\":\"words\"}", true).join();
        }

        /** Until so many rows came, or nothing but beats for a while. */
        void hear(Set<String> unkept, List<Long> seen, int most) throws InterruptedException {
            int rows = 0;
            int beats = 0;
            while (rows < most && beats < 5) {
                JsonNode frame = heard.poll(5, TimeUnit.SECONDS);
                assertThat(frame).isNotNull();
                switch (Objects.requireNonNull(frame).path("t").asString()) {
                    case "kept" -> unkept.remove(frame.path("id").asString());
                    case "item" -> {
                        seen.add(frame.path("seq").asLong());
                        rows++;
                        beats = 0;
                    }
                    case "busy" -> say(frame.path("id").asString());
                    default -> beats++;
                }
            }
        }
    }

    private static final class Ear implements WebSocket.Listener {
        private final LinkedBlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(ClientFrame.JSON.readTree(part.toString()));
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
