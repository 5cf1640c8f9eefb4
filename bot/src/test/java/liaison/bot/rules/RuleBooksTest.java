package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import liaison.bot.dialog.Dialog;
import liaison.bot.message.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RuleBooksTest {
    private static final RuleFiles SHIPPED = RuleFiles.shipped();

    private static RuleFiles with(String file, String from, String to) {
        var files = new TreeMap<>(SHIPPED.files());
        files.computeIfPresent(file, (name, text) -> {
            assertThat(text).contains(from);
            return text.replace(from, to);
        });
        return new RuleFiles(files);
    }

    /** On which line of a shipped file a text begins, not counting a line break before it. */
    private static long line(String file, String text) {
        String all = Objects.requireNonNull(SHIPPED.files().get(file));
        int at = all.indexOf(text);
        return all.substring(0, text.startsWith("\n") ? at + 1 : at).lines().count() + (text.startsWith("\n") ? 1 : 0);
    }

    private static void refused(RuleFiles files, String... says) {
        assertThatThrownBy(() -> BookReader.read(files, Stage.TIMES)).isInstanceOf(RuleFault.class).message().contains(says);
    }

    @Test
    void read_unknownTextNamesFileLineAndRule() {
        refused(with("rules.yml", "then: [say greeting]}\n", "then: [say greetnig]}\n"), "rules.yml:", "rule greet", "no text 'greetnig'");
    }

    @Test
    void read_unknownSignalFormAndStepAreFaults() {
        refused(with("rules.yml", "danger gas", "danger gsa"), "rules.yml:" + line("rules.yml", "danger gas"), "no signal 'gsa'");
        refused(with("rules.yml", "start urge", "start urgent"), "no form 'urgent'");
        refused(with("rules.yml", "ask contact", "ask contakt"), "no form has a slot 'contakt'");
        refused(with("rules.yml", "asking contact", "asking contakt"), "no form has a slot 'contakt'");
        refused(with("rules.yml", "request file", "request flie"), "nothing is done with a request by 'flie'");
    }

    @Test
    void read_everyFaultIsToldAtOnce() {
        var files = new TreeMap<>(with("rules.yml", "danger gas", "danger gsa").files());
        files.computeIfPresent("forms.yml", (name, text) -> text.replace("kind: phone", "kind: fax"));
        refused(new RuleFiles(files), "no signal 'gsa'", "no kind of slot 'fax'");
    }

    @Test
    void read_aFaultOfTheWordsIsToldWithoutItsEchoes() {
        var files = with("words.yml", "\n  trouble:\n    - 坏了|", "\n  trouble:\n    - '@nolist'\n    - 坏了|");
        assertThatThrownBy(() -> BookReader.read(files, Stage.TIMES)).isInstanceOfSatisfying(RuleFault.class,
                fault -> assertThat(fault.faults()).singleElement().asString().startsWith("words.yml:").contains("nolist"));
    }

    @Test
    void read_unreachableRuleIsAFault() {
        refused(with("rules.yml", "  - {rule: greet,",
                "  - {rule: also, if: [hears open_report, names place], then: []}\n  - {rule: greet,"),
                "rule also", "never reached", "'open-report'");
    }

    @Test
    void read_missingFallbackIsAFault() {
        refused(with("rules.yml", "{rule: fallback, then", "{rule: fallback, if: [hears topic], then"), "last rule has no condition");
    }

    @Test
    void read_unknownNameInATextIsAFault() {
        refused(with("texts.yml", "单号 {number}", "单号 {numbre}"), "{numbre}");
    }

    @Test
    void read_aNameThatNothingIsCalledByIsAFault() {
        refused(with("texts.yml", "  filed: 已登记\n", "  fild: 已登记\n"), "texts.yml:5: ", "'fild'");
    }

    @Test
    void read_aMisspeltIntentOrDangerIsToldWhereItStands() {
        refused(with("intents.yml", "\n  proxy_report:", "\n  proxi_report:"), "intents.yml:", "no weight names 'proxi_report'");
        refused(with("emergencies.yml", "\n  fire:", "\n  fier:"), "emergencies.yml:", "no weight names 'fier'");
    }

    @Test
    void read_aMissingColonIsToldWithTheLineItIsMissingIn() {
        refused(with("emergencies.yml", "\n  violence:\n", "\n  violence\n"), "emergencies.yml:",
                "begins in line " + line("emergencies.yml", "\n  violence:"));
    }

    @Test
    void read_brokenExampleIsAFault() {
        refused(with("examples.yml", "intent: greet", "intent: thanks"), "examples.yml:", "the example's");
    }

    /** A file beside the shipped ones, the line of its fault, and what is wrong there. */
    @ParameterizedTest
    @MethodSource("faults")
    void read_faultIsToldOnItsOwnLine(String text, int line, String reason) {
        var files = new TreeMap<>(SHIPPED.files());
        files.put("z.yml", text);
        assertThatThrownBy(() -> BookReader.read(new RuleFiles(files), Stage.TIMES)).isInstanceOfSatisfying(RuleFault.class,
                fault -> assertThat(fault.faults()).anyMatch(one -> one.startsWith("z.yml:" + line + ": ") && one.contains(reason)));
    }

    static Stream<Arguments> faults() {
        return Stream.of(Arguments.of("signals:\n  a:\n    - 好\n    - <12\n", 4, "wants no word"),
                Arguments.of("signals:\n  a:\n    - 好\n    - '@nolist'\n", 4, "nolist"),
                Arguments.of("signals:\n  a:\n    - 好\n    - [好, [不好]]\n", 4, "here stands a text"),
                Arguments.of("emergencies:\n  b:\n    - 好 ~x\n", 3, "no length"),
                Arguments.of("signals:\n  trouble:\n    - 好\n", 2, "twice"),
                Arguments.of("rules:\n  - rule: x\n    if:\n      - hears greet\n      - hears gret\n    then: [say help]\n", 5, "'gret'"),
                Arguments.of("rules:\n  - rule: x\n    then:\n      - say help\n      - sya help\n", 5, "'sya'"),
                Arguments.of("rules:\n  - rule: x\n    whenn:\n      - hears greet\n", 3, "'whenn'"),
                Arguments.of("""
                        forms:
                          f:
                            title: t
                            slots:
                              - {slot: a, kind: words, question: ask-what}
                              - slot: b
                                kind: wordz
                                question: ask-what
                        """, 6, "wordz"), Arguments.of("""
                        forms:
                          f:
                            slots:
                              - {slot: a, kind: words, question: ask-what}
                            done:
                              - say help
                              - say hlp
                        """, 7, "'hlp'"),
                Arguments.of("texts:\n  t:\n    text: a\n    choice:\n      - b\n", 4, "'choice'"),
                Arguments.of("examples:\n  - say: 你好\n    intent:\n      thanks\n", 3, "the example's intent"),
                Arguments.of("rules:\n  - rule: x\n    if: hears greet\n    then: say help\n", 2, "never reached"));
    }

    @Test
    void read_bombsAndDuplicatesAreFaults() {
        var files = new TreeMap<>(SHIPPED.files());
        files.put("z.yml", "texts: {a: &a [x, x], b: [*a, *a]}");
        refused(new RuleFiles(files), "z.yml");
        files.put("z.yml", "texts: {twice: x, twice: y}");
        refused(new RuleFiles(files), "z.yml:1", "'twice' stands there twice");
        files.put("z.yml", "texts: [");
        refused(new RuleFiles(files), "z.yml:1");
    }

    @Test
    void files_ofAFolderThatCannotServeSayWhy(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> RuleFiles.in(folder.resolve("gone"))).isInstanceOf(RuleFault.class).hasMessageContaining("no folder");
        assertThatThrownBy(() -> RuleFiles.in(folder)).isInstanceOf(RuleFault.class).hasMessageContaining("holds no rule file");
        Files.writeString(folder.resolve("texts.yml"), "texts: {a: 您好}", Charset.forName("GBK"));
        assertThatThrownBy(() -> RuleFiles.in(folder)).isInstanceOf(RuleFault.class)
                .hasMessageContaining("texts.yml:1: is no text in UTF-8");
    }

    @Test
    void read_weightsOfWhatIsNotThereAreFaults() {
        refused(with("weights.yml", "weights:\n", "weights:\n  abusse: [一*3]\n"), "weights.yml:3: ", "no intent 'abusse'");
        refused(with("weights.yml", "#@anger*", "#@angry*"), "weights.yml:4: ", "no signal and no list '@angry'");
        refused(with("weights.yml", "#abuse*", "#tells_more*"), "weights.yml:4: ", "no signal and no list 'tells_more'");
        refused(with("weights.yml", "#abuse*", "#abbuse*"), "weights.yml:4: ", "no signal and no list 'abbuse'");
        refused(with("weights.yml", "#L12*", "#L13*"), "'L13'");
        refused(with("weights.yml", "weights:\n  abuse:\n", "weights:\n  abuse:\n    - ''\n"), "weights.yml:", "is no sign and its weight");
        refused(with("weights.yml", "#abuse*", "#abuse"), "weights.yml:", "is no sign and its weight");
    }

    @Test
    void read_topicsThatTheTableLacksAreFaults() {
        refused(with("topics.yml", "  other: {", "  othr: {"), "topics.yml:4: ", "no topic 'othr'");
        refused(with("topics.yml", "  教育文体:", "  教育:"), "topics.yml:", "no topic '教育'", "教育文体");
    }

    @Test
    void read_tableOfTopicsThatTellsNothingIsAFault() {
        refused(withTable("piece\t城乡建设\t教育文体\n"), "topics.tsv:1: ", "no piece");
        refused(withTable("piece\t城乡建设\t教育文体\n# 一\n路灯\t3\n"), "topics.tsv:3: ", "2 weights");
        refused(withTable(""), "topics.tsv:1: ");
    }

    private static RuleFiles withTable(String table) {
        var files = new TreeMap<>(SHIPPED.files());
        files.put("topics.tsv", table);
        return new RuleFiles(files);
    }

    @Test
    void read_everyFaultBeginsWithFileAndLine() {
        for (var files : List.of(with("texts.yml", "单号 {number}", "单号 {numbre}"),
                with("rules.yml", "{rule: fallback, then", "{rule: fallback, if: [hears topic], then"),
                with("texts.yml", "\n  greeting:", "\n  greetings:"), with("words.yml", "consent:", "konsent:"), withTable("x\n"))) {
            assertThatThrownBy(() -> BookReader.read(files, Stage.TIMES)).isInstanceOfSatisfying(RuleFault.class,
                    fault -> assertThat(fault.faults()).isNotEmpty().allMatch(reason -> reason.matches("(?s)\\w+\\.(yml|tsv):\\d+: .+")));
        }
    }

    @Test
    void files_mayBeginWithTheMarkOfTheByteOrder(@TempDir Path folder) throws IOException {
        for (String name : List.of("topics.tsv", "texts.yml")) {
            Files.writeString(folder.resolve(name), "\ufeff" + SHIPPED.files().get(name));
        }
        assertThat(RuleFiles.in(folder)).isEqualTo(SHIPPED);
        Files.write(folder.resolve("texts.yml"), new byte[]{'a', '\n', 'b', '\n', (byte) 0xc3, '('});
        assertThatThrownBy(() -> RuleFiles.in(folder)).hasMessageContaining("texts.yml:3: is no text in UTF-8");
    }

    @Test
    void reload_takesOverWholeOrNotAtAll() {
        var books = new RuleBooks(SHIPPED, Stage.TIMES);
        String first = books.current().hash();
        assertThatThrownBy(() -> books.reload(with("rules.yml", "say greeting]", "say nothing-such]"))).isInstanceOf(RuleFault.class);
        assertThat(books.current().hash()).isEqualTo(first);
        books.reload(with("texts.yml", "您好，我在。", "您好，我还在。"));
        assertThat(books.current().hash()).isNotEqualTo(first).hasSize(16);
        assertThat(books.book(first)).isPresent();
        assertThat(books.book("0".repeat(64))).isEmpty();
    }

    @Test
    void reload_ofAnAccountLeavesTheOthersTheirBook() {
        var books = new RuleBooks(SHIPPED, Stage.TIMES);
        var north = new Channel("wechat", "north");
        var south = new Channel("wechat", "south");
        String shared = books.current().hash();
        assertThatThrownBy(() -> books.reload(north, with("rules.yml", "say greeting]", "say nothing-such]")))
                .isInstanceOf(RuleFault.class);
        assertThat(books.current(north).hash()).isEqualTo(shared);
        books.reload(north, with("texts.yml", "您好，我在。", "您好，北站在。"));
        assertThat(books.current(north).hash()).isNotEqualTo(shared);
        assertThat(books.current(south).hash()).isEqualTo(shared);
        assertThat(books.of(Dialog.START, north)).isEqualTo(books.current(north));
        assertThat(books.book(books.current(north).hash())).as("open talks find it").isPresent();
        books.share(north);
        assertThat(books.current(north).hash()).isEqualTo(shared);
    }

    @Test
    void read_mutatedFilesAreTakenWholeOrRefusedWithTheirName() {
        var chance = new Random(7);
        for (int i = 0; i < 60; i++) {
            var files = new TreeMap<>(SHIPPED.files());
            var names = List.copyOf(files.keySet());
            String name = names.get(chance.nextInt(names.size()));
            files.computeIfPresent(name, (file, text) -> mutated(text, chance));
            try {
                BookReader.read(new RuleFiles(files), Stage.TIMES);
            } catch (RuleFault fault) {
                assertThat(fault.faults()).isNotEmpty().allMatch(reason -> reason.contains(": "));
            }
        }
    }

    private static String mutated(String text, Random chance) {
        int at = chance.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + chance.nextInt(8));
        return switch (chance.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, at) + "{}[]:|!&*\n".charAt(chance.nextInt(10)) + text.substring(at);
            default -> text.substring(0, at) + text.substring(at, end).repeat(2) + text.substring(end);
        };
    }
}
