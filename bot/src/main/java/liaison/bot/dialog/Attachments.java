package liaison.bot.dialog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Pictures, films, voice messages and files that go with what somebody reports: kept by their media ids in the open form, or
 * for a day until one is opened, and filed with the request.
 */
final class Attachments {
    /** Of a request or a step: media ids, a line each. */
    static final String MEDIA = "media";
    private static final List<String> REPORTS = List.of("report", "add");
    private static final int MOST = 9;
    private static final int DAYS = 1;

    private Attachments() {
    }

    /** Keeps the message's media and says so; {@code silently} where something else is said about it. */
    static Step step(String how) {
        return switch (how) {
            case "" -> scene -> scene.say(keep(scene));
            case "silently" -> Attachments::keep;
            default -> throw new IllegalArgumentException("nothing is attached '" + how + "'");
        };
    }

    /** Answers the text that says what became of it. Whoever fetches media adds the effect here. */
    private static String keep(Scene scene) {
        String id = scene.message.mediaId();
        if (id.isEmpty()) {
            return "attached-not";
        }
        if (of(scene).size() >= MOST) {
            return "attached-full";
        }
        if (REPORTS.contains(scene.form)) {
            scene.slots.merge(MEDIA, id, (before, more) -> before + '\n' + more);
            return "attached";
        }
        var lines = new ArrayList<>(waiting(scene));
        lines.addFirst(scene.today().toString());
        lines.add(id);
        scene.memory.put(Memory.MEDIA, String.join("\n", lines));
        return "attached-first";
    }

    /** Those that go with what is filed now. */
    static List<String> of(Scene scene) {
        var all = new ArrayList<>(waiting(scene));
        if (!scene.slot(MEDIA).isEmpty()) {
            all.addAll(scene.slot(MEDIA).lines().toList());
        }
        return all;
    }

    static void put(Scene scene, Map<String, String> personal) {
        var all = of(scene);
        if (!all.isEmpty()) {
            personal.put(MEDIA, String.join("\n", all));
        }
    }

    static void drop(Scene scene) {
        scene.memory.remove(Memory.MEDIA);
    }

    private static List<String> waiting(Scene scene) {
        var lines = scene.remembered(Memory.MEDIA).lines().toList();
        boolean fresh = !lines.isEmpty() && !LocalDate.parse(lines.getFirst()).plusDays(DAYS).isBefore(scene.today());
        return fresh ? lines.subList(1, lines.size()) : List.of();
    }
}
