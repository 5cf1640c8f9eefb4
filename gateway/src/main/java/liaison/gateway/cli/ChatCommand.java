package liaison.gateway.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import liaison.bot.dialog.Conversation;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Talks to the bot in a terminal. */
@Command(name = "chat", mixinStandardHelpOptions = true, description = "Talk to the bot about the demo district; nothing is stored, and no server runs.")
public final class ChatCommand implements Callable<Integer> {
    private static final Address ME = Address.parse("chat:web:terminal");

    private final Streams streams;
    private final Supplier<Conversation> conversation;

    public ChatCommand(Streams streams, Supplier<Conversation> conversation) {
        this.streams = streams;
        this.conversation = conversation;
    }

    @Override
    public Integer call() throws IOException {
        var talk = conversation.get();
        var lines = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
        int n = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            var answer = talk.receive(List.of(new InboundMessage.Text(ME, Integer.toString(++n), line))).getFirst();
            streams.out().print(answer.text() + "\n");
            answer.choices().forEach(choice -> streams.out().print("  [" + choice.send() + "] " + choice.label() + "\n"));
            streams.out().print("\n");
            streams.out().flush();
        }
        return ExitCode.OK;
    }
}
