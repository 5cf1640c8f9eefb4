package liaison.bot.dialog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.calendar.TimeReader;
import liaison.bot.notice.Broadcast;
import liaison.bot.notice.NoticeQuestion;
import liaison.bot.notice.NoticeTelling;
import liaison.bot.notice.StopOrder;
import liaison.bot.people.Person;

/**
 * Stops a notice that was sent: the newest where the message says so, the one that its words name, and none while two could be meant.
 * Where the newest was stopped before, it says so, and stops no other that is not named.
 */
final class NoticeHalts {
    /** 全都停掉 and the like; what is longer tells of what is to stop. */
    private static final int LONGEST_ALL = 6;

    private NoticeHalts() {
    }

    static void halt(Scene scene) {
        if (isTold(scene)) {
            return;
        }
        var live = NoticeSteps.live(scene);
        var latest = latest(scene);
        if (latest.isPresent() && meansLatest(scene, live, latest.get())) {
            left(scene, latest.get(), live);
        } else if (live.isEmpty()) {
            NoticeSteps.sent(scene, broadcast -> left(scene, broadcast, live));
        } else {
            halt(scene, meant(scene, live));
        }
    }

    /** Stops those that words of their own name, and none other. */
    static void haltNamed(Scene scene) {
        if (isTold(scene)) {
            return;
        }
        var named = NoticeAnswers.named(scene, scene.heard.text(), NoticeSteps.live(scene));
        var gone = named.isEmpty() ? NoticeAnswers.named(scene, scene.heard.text(), NoticeSteps.newestFirst(scene)) : named;
        var live = NoticeSteps.live(scene);
        if (gone.isEmpty() && scene.hears(scene.book.signal("says_sent"))) {
            live.stream().findFirst().ifPresentOrElse(newest -> halt(scene, newest), () -> nothing(scene));
        } else if (gone.isEmpty() && scene.hears(scene.book.signal("halts_all"))) {
            halt(scene, live);
        } else if (named.isEmpty() && !gone.isEmpty()) {
            left(scene, gone.getFirst(), List.of());
        } else {
            halt(scene, named.isEmpty() && StopOrder.of(scene.heard.text()) == StopOrder.OPEN ? live : named);
        }
    }

    /** Whether the message says that some meeting is not to be, by words that a notice has, or that can mean nothing else. */
    static boolean isNamed(Scene scene) {
        String words = scene.heard.text();
        boolean isAll = words.length() <= LONGEST_ALL && scene.hears(scene.book.signal("halts_all"));
        boolean isSent = scene.hears(scene.book.signal("says_sent"));
        return NoticeQuestion.speaksOfCallingOff(words) && (isAll || isSent || NoticeQuestion.namesKind(words))
                && (hasSent(scene) || NoticeQuestion.stopsOpenly(words));
    }

    /** Drops what is being written. */
    static void drop(Scene scene) {
        if (StopOrder.of(scene.heard.text()) != StopOrder.PLAIN) {
            scene.say("notice-not-dropped");
            scene.book.form(scene.form).next(scene);
            return;
        }
        scene.close();
        scene.memory.put(Memory.DROPPED, scene.message.key());
        scene.say("notice-dropped");
        NoticeDrafts.mention(scene);
    }

    static boolean isDropped(Scene scene) {
        return scene.before.memory().containsKey(Memory.DROPPED);
    }

    /** What was being written is gone already; one that was sent is stopped only where it is named, else it is asked about. */
    static void dropped(Scene scene) {
        if (isTold(scene)) {
            return;
        }
        var live = NoticeSteps.live(scene);
        if (!NoticeAnswers.named(scene, scene.heard.text(), live).isEmpty()) {
            halt(scene, meant(scene, live));
            return;
        }
        scene.say("notice-dropped-before");
        offer(scene, live);
    }

    /** Nothing is being written; one that was sent may be meant. */
    static void nothing(Scene scene) {
        var live = NoticeSteps.live(scene);
        var latest = latest(scene);
        if (live.isEmpty() && latest.filter(one -> isHalted(scene, one)).isPresent()) {
            left(scene, latest.get(), live);
            return;
        }
        scene.say("nothing-open-staff");
        offer(scene, live);
    }

    /** 照发 without anything that could be sent. */
    static void sendAfterAll(Scene scene) {
        var latest = latest(scene).filter(one -> isHalted(scene, one));
        latest.ifPresent(one -> NoticeSteps.describe(scene, one));
        scene.say(isDropped(scene) || latest.isEmpty() ? "notice-not-there" : "notice-not-resumed");
    }

    /** Asks whether one that was sent is to be stopped. */
    private static void offer(Scene scene, List<Broadcast> live) {
        if (live.isEmpty()) {
            return;
        }
        note(scene, live);
        NoticeSteps.describe(scene, live.getFirst());
        scene.say(live.size() == 1 ? "halt-offered" : "which-halt-offered");
        live.forEach(broadcast -> scene.choice(NoticeAnswers.title(broadcast), NoticeAnswers.title(broadcast)));
    }

    private static void note(Scene scene, List<Broadcast> asked) {
        scene.memory.put(Memory.HALT, asked.stream().map(Broadcast::id).collect(Collectors.joining("\n")));
    }

    /** Whether there is one that could be meant, stopped or not. */
    static boolean hasSent(Scene scene) {
        return latest(scene).isPresent();
    }

    private static Optional<Broadcast> latest(Scene scene) {
        return Roles.person(scene, Person.Kind.STAFF).flatMap(person -> scene.facts.get(new Want.Latest(person)));
    }

    /** It goes out no more, and the message names no other one. */
    private static boolean meansLatest(Scene scene, List<Broadcast> live, Broadcast latest) {
        boolean chosen = !scene.form.isEmpty() && scene.hears(scene.book.signal("sent_one"));
        boolean passed = !live.isEmpty() && live.stream().noneMatch(one -> one.id().equals(latest.id()));
        if (chosen || !(passed || isHalted(scene, latest))) {
            return false;
        }
        var named = NoticeAnswers.named(scene, scene.heard.text(), Stream.concat(Stream.of(latest), live.stream()).toList());
        boolean namesDay = TimeReader.day(scene.heard.text(), scene.now).isPresent();
        return named.isEmpty() ? !namesDay : named.equals(List.of(latest));
    }

    private static boolean isHalted(Scene scene, Broadcast broadcast) {
        return scene.facts.get(new Want.Live(broadcast.author())).stream().noneMatch(one -> one.id().equals(broadcast.id()));
    }

    private static void left(Scene scene, Broadcast latest, List<Broadcast> live) {
        NoticeSteps.describe(scene, latest);
        scene.say(isHalted(scene, latest) ? "notice-halted-before" : "notice-past");
        if (!live.isEmpty()) {
            note(scene, live);
            scene.values.put("matters", live.stream().map(NoticeAnswers::title).collect(Collectors.joining("\uff1b")));
            scene.say("which-halt-else");
            live.forEach(broadcast -> scene.choice(NoticeAnswers.title(broadcast), NoticeAnswers.title(broadcast)));
        }
    }

    /** Stops the one that was sent when the message names it; else asks whether it means that or what is being written. */
    static void which(Scene scene) {
        if (isTold(scene)) {
            return;
        }
        var live = NoticeSteps.live(scene);
        if (!NoticeAnswers.named(scene, scene.heard.text(), live).isEmpty()) {
            halt(scene, meant(scene, live));
            if (!scene.memory.containsKey(Memory.HALT)) {
                scene.values.keySet().retainAll(Set.of("consent"));
                scene.book.form(scene.form).next(scene);
            }
            return;
        }
        ask(scene, live.getFirst());
    }

    /** Asks whether one that was sent is meant, or what is being written. */
    static void ask(Scene scene, Broadcast sent) {
        note(scene, List.of(sent));
        NoticeSteps.describe(scene, sent);
        scene.asking = "";
        scene.say("which-to-stop");
    }

    /** @param live newest first */
    private static List<Broadcast> meant(Scene scene, List<Broadcast> live) {
        var asked = NoticeHaltChoices.asked(scene);
        var newest = List.of(scene.hears(scene.book.signal("sent_one")) && asked.size() == 1 ? asked.getFirst() : live.getFirst());
        boolean isNewest = scene.hears(scene.book.signal("latest_notice")) || scene.hears(scene.book.signal("sent_one"))
                || (NoticeQuestion.stops(scene.heard.text()) && NoticeQuestion.meansLast(scene.heard.text()));
        var named = NoticeAnswers.named(scene, scene.heard.text(), live);
        if (named.isEmpty()) {
            boolean namesDay = TimeReader.day(scene.heard.text(), scene.now).isPresent();
            return isNewest ? newest : namesDay ? List.of() : live;
        }
        if (!isNewest) {
            return named;
        }
        return named.containsAll(newest) ? newest : Stream.concat(newest.stream(), named.stream()).toList();
    }

    /** Where it is asked that others be told, that is written as a notice; the one that it speaks of is stopped only where that is said, too. */
    private static boolean isTold(Scene scene) {
        boolean isAsked = (scene.form.isEmpty() || !NoticeMeant.sent(scene, scene.heard.text()).isEmpty())
                && NoticeTelling.isAsked(scene.heard.text(), NoticeAudiences.people(scene));
        if (isAsked) {
            tell(scene);
        }
        return isAsked;
    }

    private static void tell(Scene scene) {
        var named = NoticeAnswers.named(scene, scene.heard.text(), NoticeSteps.live(scene));
        if (named.size() == 1) {
            NoticeSteps.describe(scene, named.getFirst());
            scene.say("halt-beside");
            scene.values.keySet().retainAll(Set.of("consent"));
        }
        if (scene.form.isEmpty()) {
            scene.book.form("notice").start(scene, true);
        } else {
            NoticeDrafts.keep(scene);
        }
    }

    /** Stops what an order means; what is asked, refused or not settled stops nothing. */
    static void halt(Scene scene, List<Broadcast> meant) {
        var order = StopOrder.of(scene.heard.text());
        if (order == StopOrder.PLAIN || meant.isEmpty()) {
            stop(scene, meant);
        } else if (order == StopOrder.REFUSED) {
            scene.say("halt-none");
        } else if (scene.form.isEmpty()) {
            offer(scene, meant);
        } else {
            ask(scene, meant.getFirst());
        }
    }

    static void stop(Scene scene, List<Broadcast> meant) {
        switch (meant.size()) {
            case 0 -> scene.say("no-such-notice");
            case 1 -> halt(scene, meant.getFirst());
            default -> {
                note(scene, meant);
                boolean all = scene.hears(scene.book.signal("halts_all"));
                if (all) {
                    NoticeHaltChoices.markAll(scene);
                }
                scene.values.put("count", Integer.toString(meant.size()));
                scene.say(all ? "which-halt-all" : "which-halt");
                meant.forEach(broadcast -> scene.choice(NoticeAnswers.title(broadcast), NoticeAnswers.title(broadcast)));
            }
        }
    }

    static void halt(Scene scene, Broadcast broadcast) {
        scene.effects.add(new Effect.Halt(broadcast.id(), broadcast.author()));
        NoticeSteps.describe(scene, broadcast);
        scene.say("notice-halted");
    }
}
