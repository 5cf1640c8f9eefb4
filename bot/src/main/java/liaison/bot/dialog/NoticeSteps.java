package liaison.bot.dialog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import liaison.bot.calendar.QuietHours;
import liaison.bot.calendar.Shanghai;
import liaison.bot.calendar.TimeReader;
import liaison.bot.notice.Broadcast;
import liaison.bot.notice.NoticeChange;
import liaison.bot.notice.NoticeDraft;
import liaison.bot.notice.NoticeReader;
import liaison.bot.notice.NoticeTopic;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.people.Person;

/** Steps of clerks and deputies: binding, sending a notice to many, answering one, counting the answers. */
final class NoticeSteps {
    private static final String NOTICE = "notice";
    /** So long a notice without a time is worth telling. */
    private static final Duration NEWS = Duration.ofDays(7);
    private static final int MOST_NAMED = 50;
    /** So many letters are about something. */
    private static final int LEAST = 2;

    private NoticeSteps() {
    }

    static Step step(String what) {
        return switch (what) {
            case "send" -> NoticeSteps::send;
            case "amend" -> NoticeAmends::amend;
            case "amend-early" -> NoticeAmends::amendEarly;
            case "answer" -> NoticeAnswers::answer;
            case "choose" -> NoticeAnswers::choose;
            case "remind" -> scene -> NoticeAnswers.remind(scene, "notice-read");
            case "ask-leave" -> scene -> NoticeAnswers.remind(scene, "notice-away");
            case "ask-either" -> scene -> NoticeAnswers.remind(scene, "notice-either");
            case "stopped" -> scene -> StoppedNotices.tell(scene, scene.heard.text());
            case "roll" -> NoticeSteps::roll;
            case "so-far" -> NoticeSteps::soFar;
            case "list" -> NoticeAnswers::list;
            case "count" -> NoticeSteps::count;
            case "without" -> NoticeSlot::leaveOut;
            case "which" -> NoticeHalts::which;
            case "fixed" -> NoticeSteps::fixed;
            case "halt" -> NoticeHalts::halt;
            case "halt-named" -> NoticeHalts::haltNamed;
            case "drop" -> NoticeHalts::drop;
            case "keep" -> NoticeDrafts::keep;
            case "send-all" -> NoticeDrafts::sendAll;
            case "drop-earlier" -> NoticeDrafts::drop;
            case "earlier" -> NoticeDrafts::earlier;
            case "dropped" -> NoticeHalts::dropped;
            case "nothing" -> NoticeHalts::nothing;
            case "after-all" -> NoticeHalts::sendAfterAll;
            case "drop-named" -> NoticeMeant::drop;
            case "choose-halt" -> NoticeHaltChoices::choose;
            case "details" -> NoticeSteps::details;
            default -> throw new IllegalArgumentException("nothing is done with a notice by '" + what + "'");
        };
    }

    static void send(Scene scene) {
        var author = NoticeAudiences.author(scene);
        if (author.isEmpty()) {
            scene.close();
            scene.say("staff-only");
            return;
        }
        var starts = NoticeTime.isUntimed(scene) ? Instant.MAX : Instant.parse(scene.slot(NoticeTime.STARTS));
        if (!starts.isAfter(scene.now)) {
            scene.slots.remove("when");
            scene.book.form(scene.form).next(scene);
            return;
        }
        if (!wouldMiss(scene).isEmpty()) {
            scene.say("notice-too-late");
            return;
        }
        var person = new Person(Person.Kind.STAFF, author.get().code());
        var broadcast = new Broadcast(scene.from() + " " + scene.message.key(), person, "", author.get().stations(), scene.slot("audience"),
                scene.slot("text"), scene.slot("when"), starts, scene.slot("where"), scene.now);
        var recipients = NoticeAudiences.of(scene, broadcast.audience());
        if (recipients.isEmpty()) {
            // the directory has changed since it was read back
            scene.slots.remove("audience");
            scene.book.form(scene.form).next(scene);
            return;
        }
        var entries = new ArrayList<OutboxEntry>();
        recipients.forEach(recipient -> entries.add(entry(scene, broadcast, recipient)));
        scene.effects.add(new Effect.Announce(broadcast, recipients, entries));
        scene.values.put("count", Integer.toString(recipients.size()));
        var goes = QuietHours.NIGHT.next(scene.now);
        scene.values.put("later", scene.dates().moment(goes));
        scene.close();
        scene.say(goes.isAfter(scene.now) ? "notice-sent-later" : "notice-sent");
        NoticeDrafts.mention(scene);
    }

    /** That it would be told after it has begun, since nobody is written to in the night; empty where it would not. */
    static String wouldMiss(Scene scene) {
        var goes = QuietHours.NIGHT.next(scene.now);
        String starts = scene.slot(NoticeTime.STARTS);
        if (starts.isEmpty() || NoticeTime.isUntimed(scene) || !goes.isAfter(scene.now) || Instant.parse(starts).isAfter(goes)) {
            return "";
        }
        scene.values.put("later", scene.dates().moment(goes));
        return scene.book.text("notice-misses").with(scene.values);
    }

    static OutboxEntry entry(Scene scene, Broadcast broadcast, Person recipient) {
        return new OutboxEntry(recipient.toString(), NOTICE, broadcast.id(), recipient.toString(), "1", QuietHours.NIGHT.next(scene.now),
                broadcast.startsAt().equals(Instant.MAX) ? broadcast.createdAt().plus(NEWS) : broadcast.startsAt(),
                Map.of("text", broadcast.text(), "when", broadcast.when(), "where", broadcast.where()));
    }

    private static void details(Scene scene) {
        var open = NoticeAnswers.open(scene);
        var named = NoticeAnswers.named(scene, scene.heard.text(), open);
        (named.isEmpty() ? open : named).forEach(broadcast -> {
            describe(scene, broadcast);
            scene.say("notice");
        });
    }

    /** Does something with the author's own notice that the message names, or of the day it names, else with the newest that was not halted. */
    static void sent(Scene scene, Consumer<Broadcast> what) {
        var live = Roles.person(scene, Person.Kind.STAFF).map(person -> scene.facts.get(new Want.Live(person))).orElse(List.of()).stream()
                .map(Broadcast::id).toList();
        sent(scene, newestFirst(scene).stream().sorted(Comparator.comparing(broadcast -> !live.contains(broadcast.id()))).toList(), what);
    }

    static List<Broadcast> newestFirst(Scene scene) {
        return Roles.person(scene, Person.Kind.STAFF).stream().flatMap(person -> scene.facts.get(new Want.Sent(person)).keySet().stream())
                .toList();
    }

    private static void sent(Scene scene, List<Broadcast> sent, Consumer<Broadcast> what) {
        var named = NoticeAnswers.named(scene, scene.heard.text(), sent);
        var day = TimeReader.day(scene.heard.text(), scene.now);
        var sentThen = sent.stream().filter(broadcast -> day.isEmpty() || Shanghai.day(broadcast.createdAt()).equals(day.get())).toList();
        (named.isEmpty() ? sentThen : named).stream().findFirst()
                .ifPresentOrElse(what, () -> scene.say(sent.isEmpty() ? "no-notice" : "no-such-notice"));
    }

    /** Of the newest, halted or not, where the message names no other. */
    private static void count(Scene scene) {
        sent(scene, newestFirst(scene), broadcast -> {
            var tally = scene.facts.get(new Want.Sent(broadcast.author())).getOrDefault(broadcast,
                    new Broadcast.Tally(0, 0, 0, 0, 0, 0, 0, 0, 0));
            describe(scene, broadcast);
            number(scene, "count", tally.recipients());
            number(scene, "delivered", tally.sent());
            number(scene, "waiting", tally.pending());
            number(scene, "undelivered", tally.failed() + tally.expired() + tally.unknown());
            number(scene, "stopped", tally.cancelled());
            scene.values.put("unbound", tally.unbound() == 0 ? "" : Integer.toString(tally.unbound()));
            number(scene, "attending", tally.attending());
            number(scene, "on-leave", tally.onLeave());
            number(scene, "silent", Math.max(0, tally.recipients() - tally.attending() - tally.onLeave()));
            var answers = scene.facts.get(new Want.Answers(broadcast.id()));
            for (String answer : List.of("attend", "leave", "")) {
                var people = answers.entrySet().stream().filter(entry -> entry.getValue().equals(answer)).map(Map.Entry::getKey).toList();
                scene.values.put("names-" + (answer.isEmpty() ? "silent" : answer), names(scene, people));
            }
            scene.say("notice-count");
        });
    }

    /** What is known of the one that is being written. */
    private static void soFar(Scene scene) {
        scene.values.put("audience-name", NoticeAudiences.words(scene, scene.slot(NoticeSlot.AUDIENCE)));
        scene.say("notice-so-far");
    }

    /** By name all to whom the one that is being written will go. */
    private static void roll(Scene scene) {
        scene.values.put("roll", names(scene, NoticeAudiences.of(scene, scene.slot(NoticeSlot.AUDIENCE))));
        scene.say("notice-roll");
    }

    /** Of many only the first. */
    private static String names(Scene scene, List<Person> people) {
        String names = NoticeAudiences.list(scene, people.stream().limit(MOST_NAMED).toList());
        return people.size() > MOST_NAMED ? names + scene.book.word("more") : names;
    }

    private static void number(Scene scene, String name, int value) {
        scene.values.put(name, Integer.toString(value));
    }

    /** Those of the author that were not halted and are still to come, newest first. */
    static List<Broadcast> live(Scene scene) {
        return Roles.person(scene, Person.Kind.STAFF).stream().flatMap(person -> scene.facts.get(new Want.Live(person)).stream())
                .filter(broadcast -> broadcast.startsAt().isAfter(scene.now) && NoticeAnswers.isAnswerable(scene, broadcast)).toList();
    }

    /** One that was sent stays as it is: the one that the message names, or the newest where it only says what should be right. */
    private static void fixed(Scene scene) {
        var live = live(scene);
        if (live.isEmpty() && NoticeDrafts.isKept(scene)) {
            NoticeDrafts.mention(scene);
            return;
        }
        var changed = NoticeMeant.changed(scene);
        if (!changed.isEmpty()) {
            describe(scene, changed.getFirst());
            scene.say("notice-fixed");
            return;
        }
        if (!live.isEmpty() && scene.hears(scene.book.signal("amend_last"))) {
            describe(scene, live.getFirst());
            scene.say("notice-fixed");
            return;
        }
        sent(scene, broadcast -> {
            describe(scene, broadcast);
            scene.say("notice-fixed");
        });
    }

    /** The message is a notice of its own, and nothing that is to be another part of one that is being written. */
    static boolean isNotice(Scene scene) {
        var draft = draft(scene);
        return draft.topic().length() >= LEAST && !(draft.when().isEmpty() && !draft.announced())
                && !NoticeChange.isChange(scene.heard.text());
    }

    /** It begins another notice, and not only somebody else whom this one is for. */
    static boolean isBesides(Scene scene) {
        if (!NoticeReader.isBesides(scene.heard.text())) {
            return NoticeReader.opensBesides(scene.heard.text()) && isWhole(scene);
        }
        var draft = draft(scene);
        return !draft.when().isEmpty() || draft.topic().length() >= LEAST || (draft.text().isEmpty() && draft.audience().isEmpty());
    }

    /** It opens with a command to tell people something, or has all parts of a notice. */
    static boolean isBegun(Scene scene) {
        var draft = draft(scene);
        return (draft.announced() && draft.topic().length() >= LEAST) || draft.missing().isEmpty();
    }

    /** Somebody of the author's people is to be told to come. */
    static boolean isCalled(Scene scene) {
        return NoticeReader.calls(scene.heard.text(), scene.now, () -> NoticeAudiences.people(scene));
    }

    /** Not one of its parts is missing, or it is at some time about something else than what is being written. */
    static boolean isWhole(Scene scene) {
        var draft = draft(scene);
        boolean whole = draft.missing().isEmpty() || isLimited(scene, draft)
                || (!draft.when().isEmpty() && NoticeReader.isEvent(draft) && isOther(scene, draft));
        return whole && !NoticeChange.isChange(scene.heard.text());
    }

    /** Somebody is to have done something else by then: 十二月三日前把登记表交来，所有代表. */
    private static boolean isLimited(Scene scene, NoticeDraft draft) {
        return !draft.audience().isEmpty() && draft.topic().length() >= LEAST && NoticeReader.isUntimed(scene.heard.text(), scene.now)
                && isOther(scene, draft);
    }

    /** Most of what it is about is not in the notice that is being written; one that says nothing of its own may be of anything. */
    private static boolean isOther(Scene scene, NoticeDraft draft) {
        String text = scene.slot(NoticeSlot.TEXT);
        boolean tells = !NoticeReader.read(text, scene.now, NoticeAudiences.people(scene)).topic().isEmpty();
        return tells && NoticeTopic.shared(draft.topic(), text) * 3 < draft.topic().length() * 2;
    }

    private static NoticeDraft draft(Scene scene) {
        return NoticeSlot.draft(scene, scene.heard.text());
    }

    static void describe(Scene scene, Broadcast broadcast) {
        scene.values.put("text", broadcast.text());
        scene.values.put("when", broadcast.when().isEmpty() ? scene.book.word("untimed") : broadcast.when());
        scene.values.put("where", broadcast.where());
    }
}
