package liaison.bot.dialog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import liaison.bot.calendar.WordTable;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.Plain;
import liaison.bot.understanding.RequestNumber;

/** The words of a message; a number that stands for a choice of the last answer becomes what that choice sends. */
final class Spoken {
    private static final String SURE = "sure";
    private static final String WITHDRAW = "withdraw";
    private static final String COUNTED = "个件条项";
    private static final WordTable WORDS = WordTable.shipped("/understanding/answer-words.tsv");

    private static final String TAB = "\t";
    private static final Set<String> SILENT = Set.of("subscribe", "scan", "view");

    private static final String OPENING = "(（[【";
    /** A digit on a key of a keyboard is three characters. */
    private static final int MOST_BESIDE = 3;
    private static final String DIGITS = "123456789①②③④⑤⑥⑦⑧⑨⑴⑵⑶⑷⑸⑹⑺⑻⑼⒈⒉⒊⒋⒌⒍⒎⒏⒐❶❷❸❹❺❻❼❽❾";
    private static final int MOST_DIGIT = 9;
    /** Letters that say no more than yes. */
    private static final int FEW = 4;
    private static final List<String> DOUBTS = List.of("?", "\uff1f", "\u2026", "..", "\u3002\u3002", "~", "\uff5e");

    private Spoken() {
    }

    /** @param menu the words that a menu's key stands for; empty for a key it does not have */
    static String words(InboundMessage message, Dialog dialog, UnaryOperator<String> menu) {
        return switch (message) {
            case InboundMessage.Text text -> chosen(text.text(), dialog);
            case InboundMessage.Voice voice -> chosen(voice.recognition(), dialog);
            case InboundMessage.Location location -> location.label();
            case InboundMessage.Event event -> pressed(event, menu);
            case InboundMessage.Image image -> "";
            case InboundMessage.Video video -> "";
            case InboundMessage.File file -> "";
            case InboundMessage.Link link -> "";
            case InboundMessage.Other other -> "";
        };
    }

    /** What a scanned code or a page's address says is nobody's words. */
    private static String pressed(InboundMessage.Event event, UnaryOperator<String> menu) {
        if (SILENT.contains(event.name().toLowerCase(Locale.ROOT))) {
            return "";
        }
        String key = event.fields().getOrDefault("EventKey", "");
        String words = menu.apply(key);
        return words.isEmpty() ? key : words;
    }

    private static String chosen(String text, Dialog dialog) {
        String choices = dialog.memory().getOrDefault(Memory.CHOICES, "");
        if (choices.isEmpty()) {
            return text;
        }
        String[] lines = choices.split("\n", -1);
        boolean labelled = choices.contains(TAB);
        String[] sends = labelled ? sends(lines) : lines;
        // 第二个 is none of 确认 and 不
        boolean isMeant = !dialog.form().equals(WITHDRAW) || !dialog.asking().equals(SURE) || counted(text.strip()) < 0;
        int number = isMeant ? number(text.strip(), sends.length) : -1;
        if (number >= 0 && number < sends.length) {
            return sends[number];
        }
        String label = labelled ? Plain.of(text) : "";
        for (int i = 0; labelled && i < lines.length; i++) {
            if (lines[i].length() > sends[i].length() && Plain.of(lines[i].substring(sends[i].length() + 1)).equals(label)) {
                return sends[i];
            }
        }
        return done(text.strip(), sends, dialog.form()).orElse(text);
    }

    /** What can be chosen, a line each: what it sends, and behind a tab what stands on it where that is something else. */
    static String offered(List<Choice> choices) {
        return choices.stream().map(choice -> choice.label().equals(choice.send()) ? choice.send() : choice.send() + TAB + choice.label())
                .collect(Collectors.joining("\n"));
    }

    private static String[] sends(String[] offered) {
        String[] sends = offered.clone();
        for (int i = 0; i < sends.length; i++) {
            int tab = sends[i].indexOf(TAB);
            sends[i] = tab < 0 ? sends[i] : sends[i].substring(0, tab);
        }
        return sends;
    }

    /** 撤回第一件, where requests are to be chosen: that one, and what is to be done with it where something else is asked. */
    private static Optional<String> done(String text, String[] sends, String form) {
        if (!List.of(sends).stream().allMatch(send -> RequestNumber.in(send).equals(send))) {
            return Optional.empty();
        }
        String wish = meant(text);
        String said = wish.substring(behind(wish, 0, "asking"));
        var first = WORDS.at(said, 0, "done");
        var verb = first.or(() -> WORDS.before(said, said.length(), "done"));
        String which = first.isPresent()
                ? said.substring(first.get().end())
                : verb.map(word -> said.substring(0, word.start())).orElse("");
        int number = verb.isPresent() ? number(which.strip(), sends.length) : -1;
        if (number < 0 || number >= sends.length) {
            return Optional.empty();
        }
        return verb.map(word -> word.value().equals(form) ? sends[number] : said.substring(word.start(), word.end()) + sends[number]);
    }

    /** Which of several requests is meant by 第二个 or 第一件补充：…, from 0 on; -1 where none is counted so. */
    static int counted(String text) {
        String said = meant(text);
        var ordinal = said.isEmpty() ? Optional.<WordTable.Word>empty() : WORDS.at(said, 0, "ordinal");
        boolean isOne = ordinal.filter(word -> word.end() > 2 && COUNTED.indexOf(said.charAt(word.end() - 1)) >= 0
                && Character.isDigit(word.value().charAt(0))).isPresent();
        if (!isOne) {
            return -1;
        }
        String rest = said.substring(ordinal.get().end());
        boolean isAll = rest.isEmpty() || !Character.isLetterOrDigit(rest.charAt(0)) || WORDS.at(rest, 0, "done").isPresent();
        return isAll ? ordinal.get().number() - 1 : -1;
    }

    /** Whether what is heard is one of the choices of the last answer, pressed or written out. */
    static boolean isChoice(Scene scene) {
        return isChoice(scene, scene.heard.text());
    }

    /** Whether some words are one of the choices of the last answer. */
    static boolean isChoice(Scene scene, String words) {
        String choices = scene.before.memory().getOrDefault(Memory.CHOICES, "");
        return !choices.isEmpty() && List.of(sends(choices.split("\n", -1))).contains(words);
    }

    /** Whether a word or two end in a mark that asks or trails off. */
    static boolean isDoubt(Scene scene) {
        return scene.heard.plain().length() <= FEW && DOUBTS.stream().anyMatch(scene.heard.text()::endsWith);
    }

    /** What is left of words such as 就是荷塘那边的 when it is only said that this one is meant. */
    static String meant(String text) {
        int start = behind(text, blanksFrom(text, 0), "choosing");
        int end = blanksBefore(text, start, text.length());
        for (var tail = WORDS.before(text, end, "tail"); tail.isPresent()
                && tail.get().start() >= start; tail = WORDS.before(text, end, "tail")) {
            end = blanksBefore(text, start, tail.get().start());
        }
        return text.substring(start, end);
    }

    /** What stands before 那件 and the like, and tells which of several is meant, as in 围墙那件撤了; empty where nothing does. */
    static String named(String text) {
        int start = behind(text, blanksFrom(text, 0), "asking");
        int that = Clauses.find(text, start, "that-one");
        return that < 0 ? "" : text.substring(start, that);
    }

    /** Behind all words of a kind that stand at a place, and the blanks between them. */
    private static int behind(String text, int from, String kind) {
        int at = from;
        for (var word = WORDS.at(text, at, kind); word.isPresent(); word = WORDS.at(text, at, kind)) {
            at = blanksFrom(text, word.get().end());
        }
        return at;
    }

    private static int blanksFrom(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int blanksBefore(String text, int from, int to) {
        int at = to;
        while (at > from && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Which of some choices is counted, wherever they were offered, from 0 on; -1 for none. */
    static int counted(String text, int choices) {
        return number(text.strip(), choices);
    }

    /** 0 for 1, 1., ①, 选1, a full-width 1, 第一个 or the former of two … else -1. */
    static int number(String text, int choices) {
        var ordinal = ordinal(text).or(() -> ordinal(meant(text)));
        if (ordinal.isPresent()) {
            return switch (ordinal.get().value()) {
                case "former" -> choices == 2 ? 0 : -1;
                case "latter" -> choices == 2 ? 1 : -1;
                case "last" -> choices - 1;
                default -> ordinal.get().number() - 1;
            };
        }
        int digit = digit(text);
        return (digit > 0 ? digit : digit(meant(text))) - 1;
    }

    /** A single digit, in a circle or behind and before a mark; 0 where there is none. */
    private static int digit(String text) {
        int at = !text.isEmpty() && OPENING.indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        if (text.length() <= at || text.length() > at + MOST_BESIDE) {
            return 0;
        }
        int digit = DIGITS.indexOf(Plain.narrow(text.charAt(at)));
        boolean alone = text.substring(at + 1).chars().noneMatch(Character::isLetterOrDigit);
        return alone && digit >= 0 ? digit % MOST_DIGIT + 1 : 0;
    }

    private static Optional<WordTable.Word> ordinal(String text) {
        return text.isEmpty() ? Optional.empty() : WORDS.at(text, 0, "ordinal").filter(word -> word.end() == text.length());
    }
}
