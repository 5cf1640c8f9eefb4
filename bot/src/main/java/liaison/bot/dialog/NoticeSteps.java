package liaison.bot.dialog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import liaison.bot.calendar.QuietHours;
import liaison.bot.notice.Broadcast;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.people.Person;

/** Steps of clerks and deputies: binding, sending a notice to many, answering one, counting the answers, stopping it. */
final class NoticeSteps {
    private static final String NOTICE = "notice";

    private NoticeSteps() {
    }

    static Step step(String what) {
        return switch (what) {
            case "send" -> NoticeSteps::send;
            case "attend" -> scene -> answer(scene, "attend", "attending");
            case "leave" -> scene -> answer(scene, "leave", "on-leave");
            case "count" -> NoticeSteps::count;
            case "halt" -> NoticeSteps::halt;
            case "details" -> NoticeSteps::details;
            default -> throw new IllegalArgumentException("nothing is done with a notice by '" + what + "'");
        };
    }

    /** Binds whoever sent an unused one-time code. */
    static void bind(Scene scene) {
        String code = OneTimeCode.in(scene.heard.text());
        scene.facts.get(new Want.Code(code)).ifPresent(person -> {
            scene.effects.add(new Effect.Bind(scene.from(), person, code));
            scene.values.put("person", NoticeAudiences.name(scene, person));
            scene.close();
            scene.say(person.kind() == Person.Kind.DEPUTY ? "bound-deputy" : "bound-staff");
        });
    }

    private static void send(Scene scene) {
        var author = NoticeAudiences.author(scene);
        if (author.isEmpty()) {
            scene.close();
            scene.say("staff-only");
            return;
        }
        var starts = Instant.parse(scene.slot(NoticeSlot.STARTS));
        if (!starts.isAfter(scene.now)) {
            scene.slots.remove("when");
            scene.book.form(scene.form).next(scene);
            return;
        }
        var person = new Person(Person.Kind.STAFF, author.get().code());
        var broadcast = new Broadcast(scene.from() + " " + scene.message.key(), person, "", author.get().stations(), scene.slot("audience"),
                scene.slot("text"), scene.slot("when"), starts, scene.slot("where"), scene.now);
        var recipients = NoticeAudiences.of(scene, broadcast.audience());
        var entries = new ArrayList<OutboxEntry>();
        recipients.forEach(recipient -> entries.add(entry(scene, broadcast, recipient)));
        scene.effects.add(new Effect.Announce(broadcast, recipients, entries));
        scene.values.put("count", Integer.toString(recipients.size()));
        scene.close();
        scene.say("notice-sent");
    }

    private static OutboxEntry entry(Scene scene, Broadcast broadcast, Person recipient) {
        return new OutboxEntry(recipient.toString(), NOTICE, broadcast.id(), recipient.toString(), "1", QuietHours.NIGHT.next(scene.now),
                broadcast.startsAt(), Map.of("text", broadcast.text(), "when", broadcast.when(), "where", broadcast.where()));
    }

    private static void answer(Scene scene, String answer, String text) {
        for (var person : scene.facts.get(new Want.Bound())) {
            var received = scene.facts.get(new Want.Received(person));
            if (!received.isEmpty()) {
                scene.effects.add(new Effect.Rsvp(received.getFirst().id(), person, answer));
                describe(scene, received.getFirst());
                scene.say(text);
                return;
            }
        }
    }

    private static void details(Scene scene) {
        Roles.received(scene).ifPresent(broadcast -> describe(scene, broadcast));
        scene.say("notice");
    }

    private static Optional<Broadcast> newest(Scene scene) {
        return Roles.person(scene, Person.Kind.STAFF).flatMap(person -> scene.facts.get(new Want.Sent(person)).keySet().stream()
                .max(Comparator.comparing(Broadcast::createdAt)));
    }

    private static void count(Scene scene) {
        newest(scene).ifPresentOrElse(broadcast -> {
            var tally = scene.facts.get(new Want.Sent(broadcast.author())).getOrDefault(broadcast,
                    new Broadcast.Tally(0, 0, 0, 0, 0, 0, 0, 0));
            describe(scene, broadcast);
            number(scene, "count", tally.recipients());
            number(scene, "delivered", tally.sent());
            number(scene, "waiting", tally.pending());
            number(scene, "undelivered", tally.failed() + tally.expired() + tally.unknown());
            number(scene, "stopped", tally.cancelled());
            number(scene, "attending", tally.attending());
            number(scene, "on-leave", tally.onLeave());
            number(scene, "silent", Math.max(0, tally.recipients() - tally.attending() - tally.onLeave()));
            scene.say("notice-count");
        }, () -> scene.say("no-notice"));
    }

    private static void number(Scene scene, String name, int value) {
        scene.values.put(name, Integer.toString(value));
    }

    private static void halt(Scene scene) {
        newest(scene).ifPresentOrElse(broadcast -> {
            scene.effects.add(new Effect.Halt(broadcast.id(), broadcast.author()));
            describe(scene, broadcast);
            scene.say("notice-halted");
        }, () -> scene.say("no-notice"));
    }

    private static void describe(Scene scene, Broadcast broadcast) {
        scene.values.put("text", broadcast.text());
        scene.values.put("when", broadcast.when());
        scene.values.put("where", broadcast.where());
    }
}
