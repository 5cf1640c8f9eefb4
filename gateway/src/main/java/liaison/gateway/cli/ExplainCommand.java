package liaison.gateway.cli;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import liaison.bot.dialog.Explainer;
import liaison.bot.dialog.RuleBook;
import liaison.bot.people.Directory;
import liaison.bot.text.Span;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Says how texts are understood. */
@Command(name = "explain", mixinStandardHelpOptions = true, exitCodeListHeading = Commands.EXIT_CODES, exitCodeList = {Commands.DONE,
        Commands.BAD_LINES, Commands.USAGE}, description = {
                "Read lines of ID<TAB>TEXT in UTF-8 and write JSON Lines: what the bot makes of each, by this deployment's directory and rules.",
                "Fields, null where nothing is known; start and end count characters (UTF-16) of TEXT, end behind the last:",
                "  id: as given", "  intent: what is wanted", "  topic, topic2: what it is about, and what within it",
                "  topic_words: the pieces of the text that decided the topic", "  margin: by how much the topic leads the next one",
                "  place, street_code, village_code: codes of the directory", "  address: parts of addresses [{label, start, end}]",
                "  numbers: personal numbers [{kind, start, end}], kind is phone, id_card, bank_card or plate",
                "  station, deputy, unit: codes of who would get it",
                "  rule: which rule would decide it at the start of a resident's talk",
                "  emergency: whether somebody is in danger now",
                "  parts: the matters of a text that holds more than one [{intent, start, end}]"})
public final class ExplainCommand implements Callable<Integer> {
    private final Streams streams;
    private final Operations.Opener opener;
    private final Supplier<RuleBook> book;
    private final Clock clock;

    public ExplainCommand(Streams streams, Operations.Opener opener, Supplier<RuleBook> book, Clock clock) {
        this.streams = streams;
        this.opener = opener;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (var operations = opener.get()) {
            var explainer = new Explainer(book.get());
            var directory = operations.directory();
            var json = new JsonLines(streams.out());
            return new InputLines(streams, clock).forEach("id\ttext", line -> json.write(answer(line, explainer, directory)));
        }
    }

    private Map<String, @Nullable Object> answer(String line, Explainer explainer, Directory directory) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            throw new IllegalArgumentException("a line is ID<TAB>TEXT");
        }
        InputLines.wanted("id", line.substring(0, tab));
        InputLines.wanted("text", line.substring(tab + 1));
        var explained = explainer.explain(line.substring(tab + 1), directory, clock.instant());
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", line.substring(0, tab));
        answer.put("intent", known(explained.intent()));
        answer.put("topic", known(explained.topic()));
        answer.put("topic2", known(explained.topic2()));
        answer.put("topic_words", explained.topicWords());
        answer.put("margin", explained.margin());
        answer.put("place", known(explained.place()));
        answer.put("street_code", known(explained.street()));
        answer.put("village_code", known(explained.village()));
        answer.put("address", marked("label", explained.address()));
        answer.put("numbers", marked("kind", explained.numbers()));
        answer.put("station", known(explained.station()));
        answer.put("deputy", known(explained.deputy()));
        answer.put("unit", known(explained.unit()));
        answer.put("rule", known(explained.rule()));
        answer.put("emergency", explained.emergency());
        answer.put("parts", explained.parts().isEmpty() ? null : marked("intent", explained.parts()));
        return answer;
    }

    private static List<Map<String, Object>> marked(String label, List<Span> spans) {
        return spans.stream().map(span -> marked(label, span)).toList();
    }

    private static Map<String, Object> marked(String label, Span span) {
        var marked = new LinkedHashMap<String, Object>();
        marked.put(label, span.label());
        marked.put("start", span.start());
        marked.put("end", span.end());
        return marked;
    }

    private static @Nullable String known(String value) {
        return value.isEmpty() ? null : value;
    }
}
