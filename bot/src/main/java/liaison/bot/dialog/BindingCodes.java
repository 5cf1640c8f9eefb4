package liaison.bot.dialog;

import java.util.Optional;
import liaison.bot.message.InboundMessage;
import liaison.bot.people.Person;

/** One-time codes as people write them: whom one binds, and how many that bind nobody somebody may try in a day. */
final class BindingCodes {
    private static final int MOST_A_DAY = 10;

    private BindingCodes() {
    }

    /** Whom the message's code binds; nobody once too many were tried. */
    static Optional<Person> person(Scene scene) {
        return mayTry(scene) ? scene.facts.get(new Want.Code(OneTimeCode.in(scene.heard.text()))) : Optional.empty();
    }

    /** Whether the message's code was good once. */
    static boolean isSpent(Scene scene) {
        return mayTry(scene) && scene.facts.get(new Want.SpentCode(OneTimeCode.in(scene.heard.text())));
    }

    static boolean mayTry(Scene scene) {
        return tried(scene) < MOST_A_DAY;
    }

    /** Binds whoever sent an unused code; an errand that is open stays open. */
    static void bind(Scene scene) {
        person(scene).ifPresent(person -> {
            scene.effects.add(new Effect.Bind(scene.from(), person, OneTimeCode.in(scene.heard.text())));
            scene.memory.remove(Memory.GREETED);
            scene.values.put("person", NoticeAudiences.name(scene, person));
            scene.say(person.kind() == Person.Kind.DEPUTY ? "bound-deputy" : "bound-staff");
        });
    }

    /** Counts what looks like a code and bound nobody, whatever it was taken for. */
    static void count(Scene scene) {
        boolean looksLikeOne = scene.message instanceof InboundMessage.Text && !OneTimeCode.in(scene.heard.text()).isEmpty();
        if (looksLikeOne && scene.effects.stream().noneMatch(Effect.Bind.class::isInstance)) {
            scene.memory.put(Memory.CODES, scene.today() + " " + Math.min(MOST_A_DAY, tried(scene) + 1));
        }
    }

    private static int tried(Scene scene) {
        String[] dayAndCount = scene.remembered(Memory.CODES).split(" ", -1);
        return dayAndCount[0].equals(scene.today().toString()) ? Integer.parseInt(dayAndCount[1]) : 0;
    }
}
