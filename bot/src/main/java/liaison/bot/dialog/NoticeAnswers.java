package liaison.bot.dialog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import liaison.bot.calendar.DayPart;
import liaison.bot.calendar.Shanghai;
import liaison.bot.calendar.TimePhrase;
import liaison.bot.calendar.TimeReader;
import liaison.bot.notice.Broadcast;
import liaison.bot.notice.NoticeTopic;
import liaison.bot.people.Person;

/** What recipients answer to notices, and which notice a message means by its day or by its words. */
final class NoticeAnswers {
    private static final String AFTER_ALL = "comes_after_all";
    /** A notice is answered at most so long after it was sent. */
    private static final Duration ANSWERABLE = Duration.ofDays(30);
    private static final int SHOWN = 14;
    private static final String SEMICOLON = "\uff1b";
    private static final String BREAKS = ",;\n\uff0c\uff1b\u3002";

    private NoticeAnswers() {
    }

    /** Notices to whoever is bound here that are still to come, newest first; else the newest that may be answered. */
    static List<Broadcast> open(Scene scene) {
        var answerable = received(scene).keySet().stream().filter(broadcast -> isAnswerable(scene, broadcast))
                .filter(broadcast -> !broadcast.startsAt().equals(Instant.MAX)).toList();
        var coming = answerable.stream().filter(broadcast -> broadcast.startsAt().isAfter(scene.now)).toList();
        return coming.isEmpty() ? answerable.stream().limit(1).toList() : coming;
    }

    static boolean isAnswerable(Scene scene, Broadcast broadcast) {
        return broadcast.createdAt().plus(ANSWERABLE).isAfter(scene.now);
    }

    /** A card that was pressed is of one notice alone. */
    private static Map<Broadcast, Person> received(Scene scene) {
        var received = new LinkedHashMap<Broadcast, Person>();
        var card = Presses.card(scene);
        for (var person : scene.facts.get(new Want.Bound())) {
            scene.facts.get(new Want.Received(person)).stream()
                    .filter(broadcast -> card.isEmpty() || NoticeSteps.entry(scene, broadcast, person).hash().equals(card.get()))
                    .forEach(broadcast -> received.putIfAbsent(broadcast, person));
        }
        return received;
    }

    /** Those of some notices that a message names; empty when it names none. */
    static List<Broadcast> named(Scene scene, String words, List<Broadcast> among) {
        var phrases = TimeReader.phrases(words, scene.now);
        var phrase = phrases.stream().filter(one -> one.day().isPresent()).findFirst();
        String rest = phrase.map(one -> words.substring(0, one.span().start()) + '\n' + words.substring(one.span().end())).orElse(words);
        var thatDay = phrase.map(one -> among.stream().filter(broadcast -> isThen(broadcast, one)).toList()).orElse(among);
        var then = atHour(words, phrases, thatDay);
        var told = told(rest, then);
        return (phrase.isPresent() || then.size() < thatDay.size()) && told.isEmpty() ? then : told;
    }

    /** Those at the hour or in the part of the day that is named without its day; all where it tells none of them from the others. */
    private static List<Broadcast> atHour(String words, List<TimePhrase> phrases, List<Broadcast> among) {
        var hour = phrases.stream().filter(one -> one.day().isEmpty()).flatMap(one -> one.from().stream()).findFirst();
        var part = hour.isEmpty() ? DayPart.in(words) : Optional.<DayPart>empty();
        if (hour.isEmpty() && part.isEmpty()) {
            return among;
        }
        var then = among.stream().filter(broadcast -> !broadcast.startsAt().equals(Instant.MAX)).filter(broadcast -> {
            var at = broadcast.startsAt().atZone(Shanghai.ZONE).toLocalTime();
            return hour.map(at::equals).orElse(true) && part.map(one -> one.holds(at)).orElse(true);
        }).toList();
        return then.isEmpty() ? among : then;
    }

    private static boolean isThen(Broadcast broadcast, TimePhrase phrase) {
        if (broadcast.startsAt().equals(Instant.MAX)) {
            return false;
        }
        var at = broadcast.startsAt().atZone(Shanghai.ZONE);
        return phrase.day().filter(at.toLocalDate()::equals).isPresent() && phrase.from().map(at.toLocalTime()::equals).orElse(true);
    }

    /** Those whose words have most in common with a message. */
    private static List<Broadcast> told(String words, List<Broadcast> among) {
        var most = new ArrayList<Broadcast>();
        int best = 1;
        for (var broadcast : among) {
            int shared = NoticeTopic.shared(words, broadcast.text() + '\n' + broadcast.where());
            if (shared > best) {
                most.clear();
                best = shared;
            }
            if (shared == best) {
                most.add(broadcast);
            }
        }
        return List.copyOf(most);
    }

    /** Whether the message says which notice the answer before it was for. */
    static boolean isChosen(Scene scene) {
        return scene.before.memory().containsKey(Memory.ANSWER) && named(scene, scene.heard.text(), open(scene)).size() == 1;
    }

    static void choose(Scene scene) {
        String answer = scene.before.memory().getOrDefault(Memory.ANSWER, "");
        named(scene, scene.heard.text(), open(scene)).forEach(broadcast -> note(scene, broadcast, answer));
    }

    /** Notes what each part of the message answers, or asks which of several notices is meant. */
    static void answer(Scene scene) {
        var open = open(scene);
        var answers = new LinkedHashMap<Broadcast, String>();
        var named = new ArrayList<Broadcast>();
        String bare = "";
        String elsewhen = "";
        boolean isOfOthers = false;
        for (String part : parts(scene.heard.text())) {
            var said = SaidAttendance.of(scene, part);
            if (isUndecided(scene, said)) {
                return;
            }
            boolean isNone = said == SaidAttendance.NONE;
            String answer = said.code();
            var meant = named(scene, part, open);
            if (!isNone && StoppedNotices.tell(scene, part)) {
                answers.forEach((broadcast, told) -> note(scene, broadcast, told));
                return;
            }
            var day = meant.isEmpty() ? TimeReader.day(part, scene.now) : Optional.<LocalDate>empty();
            if (said == SaidAttendance.OTHERS) {
                isOfOthers = true;
            } else if (isNone) {
                named.addAll(meant);
            } else if (day.isPresent()) {
                // nothing is on that day: it may be meant for another one, and is recorded for none
                scene.values.put("wanted-day", scene.dates().dayOfWeek(day.get()));
                elsewhen = answer;
            } else if (meant.size() == 1) {
                answers.put(meant.getFirst(), answer);
            } else if (bare.isEmpty() || bare.equals(answer)) {
                bare = answer;
            } else {
                remind(scene, "notice-either");
                return;
            }
        }
        if (!elsewhen.isEmpty() && answers.isEmpty()) {
            ask(scene, "notice-other-day", elsewhen, open);
            return;
        }
        if (isOfOthers && bare.isEmpty() && answers.isEmpty()) {
            remind(scene, "notice-others");
        }
        if (!bare.isEmpty()) {
            var left = left(scene, open).stream().filter(broadcast -> !answers.containsKey(broadcast)).toList();
            var meant = named.isEmpty() ? left : named;
            boolean all = scene.hears(scene.book.signal("all_notices"))
                    && !(meant.size() > 2 && scene.hears(scene.book.signal("both_notices")));
            if (meant.size() > 1 && !all) {
                answers.forEach((broadcast, answer) -> note(scene, broadcast, answer));
                ask(scene, "which-notice", bare, meant);
                return;
            }
            String rest = bare;
            meant.forEach(broadcast -> answers.put(broadcast, rest));
        }
        answers.forEach((broadcast, answer) -> note(scene, broadcast, answer));
    }

    /** Answers what is asked, and asks where it depends; nothing is recorded then. */
    private static boolean isUndecided(Scene scene, SaidAttendance said) {
        if (said == SaidAttendance.ASKED) {
            list(scene);
        } else if (said == SaidAttendance.OPEN) {
            remind(scene, "notice-either");
        }
        return said == SaidAttendance.ASKED || said == SaidAttendance.OPEN;
    }

    /** Who comes after all means one that she stays away from. */
    private static List<Broadcast> left(Scene scene, List<Broadcast> open) {
        if (!scene.hears(scene.book.signal(AFTER_ALL))) {
            return open;
        }
        var received = received(scene);
        var away = open.stream().filter(broadcast -> Optional.ofNullable(received.get(broadcast))
                .filter(person -> answered(scene, broadcast, person).equals(SaidAttendance.LEAVE.code())).isPresent()).toList();
        return away.isEmpty() ? open : away;
    }

    private static void ask(Scene scene, String question, String answer, List<Broadcast> among) {
        scene.memory.put(Memory.ANSWER, answer);
        scene.say(question);
        among.forEach(broadcast -> scene.choice(title(broadcast), title(broadcast)));
    }

    /** Enough to know it by. */
    static String title(Broadcast broadcast) {
        return (broadcast.when() + " " + broadcast.text().substring(0, Math.min(SHOWN, broadcast.text().length()))).strip();
    }

    private static void note(Scene scene, Broadcast broadcast, String answer) {
        NoticeSteps.describe(scene, broadcast);
        var person = Optional.ofNullable(received(scene).get(broadcast));
        String before = Presses.isPress(scene) ? person.map(one -> answered(scene, broadcast, one)).orElse("") : "";
        if (before.isEmpty()) {
            person.ifPresent(one -> scene.effects.add(new Effect.Rsvp(broadcast.id(), one, answer)));
            scene.say(answer.equals(SaidAttendance.ATTEND.code()) ? "attending" : "on-leave");
        } else {
            // what was answered is changed in words, as with a request
            scene.say(before.equals(SaidAttendance.ATTEND.code()) ? "attending-before" : "on-leave-before");
        }
        Presses.settle(scene, "card-" + (before.isEmpty() ? answer : before));
    }

    private static String answered(Scene scene, Broadcast broadcast, Person person) {
        return scene.facts.get(new Want.Answered(broadcast.id(), person));
    }

    /** Whether an answer to a notice is waited for from whoever is bound here. */
    static boolean isAwaited(Scene scene) {
        return !awaited(scene).isEmpty();
    }

    /** Whether whoever is bound here got a notice that may still be spoken of. */
    static boolean isTold(Scene scene) {
        return received(scene).keySet().stream().anyMatch(broadcast -> isAnswerable(scene, broadcast));
    }

    static List<Broadcast> awaited(Scene scene) {
        var received = received(scene);
        return open(scene).stream().filter(broadcast -> broadcast.startsAt().isAfter(scene.now))
                .filter(broadcast -> Optional.ofNullable(received.get(broadcast))
                        .filter(person -> answered(scene, broadcast, person).isEmpty()).isPresent())
                .toList();
    }

    /** What is to come, and what was answered to it. */
    static void list(Scene scene) {
        var received = received(scene);
        var coming = open(scene).stream().filter(broadcast -> broadcast.startsAt().isAfter(scene.now)).toList();
        scene.values.put("matters", coming.stream().map(broadcast -> {
            NoticeSteps.describe(scene, broadcast);
            String answer = Optional.ofNullable(received.get(broadcast)).map(person -> answered(scene, broadcast, person)).orElse("");
            scene.values.put("decided", scene.book.word("card-" + (answer.isEmpty() ? "unanswered" : answer)));
            return scene.book.text("notice-line").with(scene.values);
        }).collect(Collectors.joining("\n")));
        scene.say(coming.isEmpty() ? "no-open-notice" : "notices");
    }

    /** That it was read, or that she is somewhere else, is no answer: asks whether she comes. */
    static void remind(Scene scene, String question) {
        var awaited = awaited(scene);
        scene.values.put("matters", (awaited.isEmpty() ? open(scene) : awaited).stream().map(NoticeAnswers::title)
                .collect(Collectors.joining(SEMICOLON)));
        scene.say(question);
    }

    /** Whether the message names one of the notices to whoever is bound here. */
    static boolean isNamed(Scene scene) {
        return named(scene, scene.heard.text(), open(scene)).size() == 1;
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || BREAKS.indexOf(text.charAt(i)) >= 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        return parts;
    }
}
