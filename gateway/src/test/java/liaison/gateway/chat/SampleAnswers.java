package liaison.gateway.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import liaison.bot.dialog.Reply;
import liaison.bot.message.OutboundMessage.Choice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What residents say and read, from a file; what is not in it is repeated. */
final class SampleAnswers implements Function<String, Reply> {
    private final JsonNode samples;

    SampleAnswers() {
        try (InputStream in = Objects.requireNonNull(SampleAnswers.class.getResourceAsStream("/chat/answers.json"))) {
            samples = JsonMapper.builder().build().readTree(in.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String said(String name) {
        return samples.path(name).path("said").asString();
    }

    String text(String name) {
        return samples.path(name).path("text").asString();
    }

    @Override
    public Reply apply(String said) {
        return StreamSupport.stream(samples.spliterator(), false).filter(sample -> sample.path("said").asString().equals(said))
                .findFirst().map(SampleAnswers::reply).orElseGet(() -> Reply.of(said));
    }

    private static Reply reply(JsonNode sample) {
        var choices = StreamSupport.stream(sample.path("choices").spliterator(), false)
                .map(choice -> new Choice(choice.path("send").asString(), choice.path("label").asString())).toList();
        return new Reply(sample.path("text").asString(), choices, sample.path("card").asString(""), sample.path("progress").asString(""));
    }
}
