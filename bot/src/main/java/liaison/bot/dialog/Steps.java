package liaison.bot.dialog;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The kinds of step a rule or a form may name, such as {@code say welcome} or {@code start report}. */
final class Steps {
    private final Predicate<String> texts;
    private final Predicate<String> forms;
    private final Predicate<String> slots;
    private final Map<String, Function<String, Step>> kinds;

    Steps(Predicate<String> texts, Predicate<String> forms, Predicate<String> slots) {
        this.texts = texts;
        this.forms = forms;
        this.slots = slots;
        kinds = Map.ofEntries(
                Map.entry("say", this::say),
                Map.entry("greet", this::greet),
                Map.entry("alert", this::alert),
                Map.entry("start", name -> form(name, true)),
                Map.entry("open", name -> form(name, false)),
                Map.entry("turn", this::turn),
                Map.entry("fill", name -> scene -> open(scene).fill(scene)),
                Map.entry("resume", Steps::resume),
                Map.entry("correct", name -> scene -> Corrections.correct(scene, open(scene))),
                Map.entry("correct-asked", name -> scene -> Corrections.correctAsked(scene, open(scene))),
                Map.entry("ask", this::ask),
                Map.entry("apart", name -> SameIssue::apart),
                Map.entry("tell-after-all", name -> AfterAll::start),
                Map.entry("split", name -> Matters::split),
                Map.entry("one-more", name -> Matters::add),
                Map.entry("retopic", name -> Cases::retopic),
                Map.entry("as-one", name -> Matters::asOne),
                Map.entry("as-several", name -> Matters::asSeveral),
                Map.entry("skip", name -> Steps::skip),
                Map.entry("place", name -> scene -> Retakes.place(scene, open(scene))),
                Map.entry("place-then-more", name -> scene -> ToldBeside.behindPlace(scene, open(scene))),
                Map.entry("place-part", name -> scene -> PlaceParts.put(scene, open(scene))),
                Map.entry("amend", name -> scene -> Retakes.amend(scene, open(scene))),
                Map.entry("refuse", name -> scene -> Refusals.keep(scene, open(scene))),
                Map.entry("also", name -> Additions::also),
                Map.entry("delete", name -> scene -> Deletions.delete(scene, open(scene))),
                Map.entry("place-detail", name -> scene -> PlaceParts.detail(scene, open(scene))),
                Map.entry("replace", name -> scene -> Replacements.replace(scene, open(scene))),
                Map.entry("retake", this::retake),
                Map.entry("hold", Undo::hold),
                Map.entry("retake-station", name -> scene -> StationSlot.retake(scene, open(scene))),
                Map.entry("undo", name -> scene -> Undo.restore(scene, open(scene))),
                Map.entry("forget", this::forget),
                Map.entry("unnamed", name -> name.isEmpty() ? Matters::unnamed : Matters::unnamedLater),
                Map.entry("more", name -> scene -> Additions.more(scene, open(scene))),
                Map.entry("remember", Steps::remember),
                Map.entry("attach", Attachments::step),
                Map.entry("close", name -> Steps::close),
                Map.entry("miss", this::miss),
                Map.entry("strike", name -> Strikes::count),
                Map.entry("draft", Drafts::step),
                Map.entry("at-home", name -> Home::take),
                Map.entry("landmark", name -> Landmarks::settle),
                Map.entry("danger", Danger::step),
                Map.entry("request", RequestSteps::step),
                Map.entry("visit", VisitSteps::step),
                Map.entry("notice", NoticeSteps::step),
                Map.entry("pass", PassedOn::step),
                Map.entry("settle", name -> scene -> Presses.settle(scene, name)),
                Map.entry("bind", name -> BindingCodes::bind),
                Map.entry("show", PeopleSteps::step));
    }

    /** Throws {@link IllegalArgumentException} that says what is wrong. */
    Step parse(String words) {
        int blank = words.indexOf(' ');
        String kind = blank < 0 ? words : words.substring(0, blank);
        var made = kinds.get(kind);
        if (made == null) {
            throw new IllegalArgumentException("there is no step '" + kind + "'");
        }
        return made.apply(blank < 0 ? "" : words.substring(blank + 1).strip());
    }

    private Step say(String name) {
        if (!texts.test(name)) {
            throw new IllegalArgumentException("there is no text '" + name + "'");
        }
        return scene -> {
            PeopleSteps.values(scene);
            scene.say(name);
        };
    }

    private Step greet(String name) {
        if (!texts.test(name)) {
            throw new IllegalArgumentException("there is no text '" + name + "'");
        }
        return scene -> Welcome.greet(scene, name);
    }

    private Step alert(String name) {
        if (!texts.test(name)) {
            throw new IllegalArgumentException("there is no text '" + name + "'");
        }
        return scene -> Alerts.send(scene, name);
    }

    private Step form(String name, boolean withMessage) {
        if (!forms.test(name)) {
            throw new IllegalArgumentException("there is no form '" + name + "'");
        }
        return scene -> scene.book.form(name).start(scene, withMessage);
    }

    /** Begins another errand with the request that the open one is about, unless the message names one itself. */
    private Step turn(String name) {
        if (!forms.test(name)) {
            throw new IllegalArgumentException("there is no form '" + name + "'");
        }
        return scene -> {
            String request = scene.slot(RequestSteps.REQUEST);
            boolean isKnown = !request.isEmpty() && scene.heard.number().isEmpty();
            scene.book.form(name).start(scene, isKnown ? Map.of(RequestSteps.REQUEST, request) : Map.of());
        };
    }

    /** Counts a message that was not understood; says one thing first and another from the second time on. */
    private Step miss(String names) {
        String[] both = names.split(" ", -1);
        if (both.length != 2 || !texts.test(both[0]) || !texts.test(both[1])) {
            throw new IllegalArgumentException("'miss' wants the names of two texts");
        }
        return scene -> {
            PeopleSteps.values(scene);
            scene.say(both[scene.miss() < RuleBook.MOST_MISSES ? 0 : 1]);
        };
    }

    private static Step remember(String which) {
        return switch (which) {
            case "station" -> ScannedStation::remember;
            case "home" -> Home::remember;
            case "own-station" -> Roles::remember;
            default -> throw new IllegalArgumentException("nothing is remembered of '" + which + "'");
        };
    }

    private static Form open(Scene scene) {
        return scene.book.form(scene.form);
    }

    /**
     * Asks the open question again, after something else was answered; {@code anew} where what that named must not go into it, and
     * where it may have asked something itself.
     */
    private static Step resume(String how) {
        return switch (how) {
            case "" -> Steps::resume;
            case "anew" -> scene -> {
                if (!scene.memory.containsKey(Memory.ANSWER) && !scene.memory.containsKey(Memory.HALT)) {
                    scene.values.keySet().retainAll(Set.of("consent"));
                    resume(scene);
                }
            };
            default -> throw new IllegalArgumentException("nothing is resumed '" + how + "'");
        };
    }

    private static void resume(Scene scene) {
        if (!scene.form.isEmpty()) {
            open(scene).next(scene);
        }
    }

    /** Goes on without what was asked. */
    private static void skip(Scene scene) {
        scene.asking = "";
        open(scene).next(scene);
    }

    private static void close(Scene scene) {
        scene.close();
        Attachments.drop(scene);
    }

    /** Leaves out what was said, and goes on. */
    private Step forget(String slot) {
        if (!slots.test(slot)) {
            throw new IllegalArgumentException("no form has a slot '" + slot + "'");
        }
        return scene -> {
            open(scene).slot(slot).ifPresent(known -> known.kind().forget(scene, known));
            open(scene).next(scene);
        };
    }

    /** Takes what is said of a slot in the place of what was said before. */
    private Step retake(String slot) {
        if (!slots.test(slot)) {
            throw new IllegalArgumentException("no form has a slot '" + slot + "'");
        }
        return scene -> Retakes.retake(scene, open(scene), slot);
    }

    private Step ask(String slot) {
        if (!slots.test(slot)) {
            throw new IllegalArgumentException("no form has a slot '" + slot + "'");
        }
        return scene -> open(scene).slot(slot).ifPresentOrElse(known -> open(scene).correct(scene, known),
                () -> open(scene).next(scene));
    }
}
