package liaison.bot.dialog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.calendar.Shanghai;
import liaison.bot.people.Person;
import liaison.bot.people.Staff;
import liaison.bot.text.Masks;

/** Shows a station's staff what those said who asked for a person; long numbers are masked, and letters never hold it. */
final class Calls {
    private static final int LONGEST = 60;
    /** What is remembered of a page that is one of all talks. */
    private static final int WITHOUT_REQUEST = 3;
    /** What is no words is named before what it says. */
    private static final Set<String> MARKED = Set.of("image", "voice", "video", "file", "location", "link");

    private Calls() {
    }

    /** All of them; only the talk of a request's resident where one is named. */
    static void show(Scene scene) {
        show(scene, 0, new Call.Part(0, Call.NOW), scene.heard.number());
    }

    /** What stands before the lines that were shown last, then those behind whom was shown, else the first again. */
    static void more(Scene scene) {
        String[] next = scene.remembered(Memory.CALLS).split(" ", -1);
        if (next.length < WITHOUT_REQUEST || !next[2].chars().allMatch(Character::isDigit)) {
            show(scene, 0, new Call.Part(0, Call.NOW), "");
        } else {
            show(scene, Integer.parseInt(next[0]), new Call.Part(Integer.parseInt(next[1]), Instant.ofEpochMilli(Long.parseLong(next[2]))),
                    next.length > WITHOUT_REQUEST ? next[WITHOUT_REQUEST] : "");
        }
    }

    private static void show(Scene scene, int from, Call.Part part, String request) {
        var page = scene.facts.get(new Want.Calls(colleagues(scene), NoticeAudiences.author(scene).map(Staff::stations).orElse(List.of()),
                from, part, request));
        if (page.calls().isEmpty() && from > 0) {
            show(scene, 0, new Call.Part(0, Call.NOW), request);
            return;
        }
        var calls = page.calls();
        int left = page.total() - from - calls.size();
        boolean isBetween = calls.stream().anyMatch(call -> call.between() > 0);
        scene.memory.remove(Memory.CALLS);
        var told = new ArrayList<String>();
        calls.stream().filter(call -> part.back() == 0 || !call.lines().isEmpty()).forEach(call -> tell(scene, call, told));
        scene.values.put("calls", String.join("\n", told));
        scene.values.put("count", Integer.toString(page.total()));
        if (left > 0) {
            scene.values.put("left", Integer.toString(left));
        }
        if (isBetween || left > 0) {
            long until = (part.until().equals(Call.NOW) ? scene.now : part.until()).toEpochMilli();
            String next = isBetween ? from + " " + (part.back() + 1) : from + calls.size() + " 0";
            scene.memory.put(Memory.CALLS, (next + ' ' + until + ' ' + request).strip());
        }
        scene.values.put("number", request);
        scene.say(calls.isEmpty() ? (request.isEmpty() ? "no-calls" : "no-calls-of") : "calls");
        if (isBetween || left > 0) {
            String more = scene.book.word("more-calls");
            scene.choice(more, more);
        }
    }

    /** What alarmed stands first, whatever came since. */
    private static void tell(Scene scene, Call call, List<String> told) {
        scene.values.put("when", scene.dates().day(Shanghai.day(call.at())) + scene.dates().time(call.at()));
        told.add(scene.book.text("call").with(scene.values));
        var views = MediaViews.of(scene, call);
        call.alarms().forEach(line -> told.add(told(scene, line, views.getOrDefault(line.seq(), ""))));
        if (call.between() > 0) {
            scene.values.put("between", Integer.toString(call.between()));
            told.add(scene.book.text("call-between").with(scene.values));
        }
        call.lines().forEach(line -> told.add(told(scene, line, views.getOrDefault(line.seq(), ""))));
    }

    /** Everybody at the clerk's stations: whoever is there answers. */
    static List<Person> colleagues(Scene scene) {
        Set<Person> staff = NoticeAudiences.author(scene).stream().flatMap(one -> one.stations().stream())
                .flatMap(station -> scene.directory().staffOf(station).stream())
                .map(one -> new Person(Person.Kind.STAFF, one.code())).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        return List.copyOf(staff);
    }

    /** @param view where what came beside words is seen, or what became of it */
    private static String told(Scene scene, Transcript.Line line, String view) {
        String mark = MARKED.contains(line.kind()) ? scene.book.word("said-" + line.kind()) : "";
        scene.values.put("said", Stream.of(mark, cut(Masks.shown(line.said())), view).filter(part -> !part.isBlank())
                .collect(Collectors.joining(" ")));
        scene.values.put("answered", cut(Masks.shown(line.reply().text())));
        return scene.book.text("call-line").with(scene.values);
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST ? words : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + '…';
    }
}
