package liaison.bot.dialog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liaison.bot.media.MediaKind;
import liaison.bot.message.InboundMessage;
import liaison.bot.request.ServiceRequest;

/**
 * Pictures, films, voice messages and files that go with what somebody reports: kept by their media ids in the open form, or
 * for a day until one is opened, and filed with the request.
 */
final class Attachments {
    /** Of a request or a step: media ids, a line each. */
    static final String MEDIA = "media";
    private static final List<String> REPORTS = List.of("report", "add", "picture");
    private static final int MOST = 9;
    private static final int DAYS = 1;
    /** Platforms' ids have at most 256 characters. */
    private static final int LONGEST = 512;

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

    /** Has it fetched, and answers the text that says what became of it. */
    private static String keep(Scene scene) {
        String id = scene.message.mediaId();
        if (id.isEmpty() || id.length() > LONGEST || id.indexOf('\n') >= 0) {
            return "attached-not";
        }
        if (of(scene).size() >= MOST) {
            return "attached-full";
        }
        scene.effects.add(new Effect.Fetch(scene.from(), kind(scene.message), id, scene.now));
        if (REPORTS.contains(scene.form)) {
            add(scene, id);
            return "attached";
        }
        var lines = new ArrayList<>(waiting(scene));
        lines.addFirst(scene.today().toString());
        lines.add(id);
        scene.memory.put(Memory.MEDIA, String.join("\n", lines));
        return "attached-first";
    }

    /** A voice message whose words are understood is kept like one whose are not, in case its words open or end what it goes with. */
    static void keepVoice(Scene scene) {
        if (isUnderstood(scene)) {
            keep(scene);
        }
    }

    /** What its words made of it: it goes with the report that is open now, or has gone with what was filed, or with nothing. */
    static void placeVoice(Scene scene) {
        String id = scene.message.mediaId();
        if (!isUnderstood(scene) || !waiting(scene).contains(id)) {
            return;
        }
        String before = scene.before.memory().getOrDefault(Memory.MEDIA, "");
        if (before.isEmpty()) {
            drop(scene);
        } else {
            scene.memory.put(Memory.MEDIA, before);
        }
        if (REPORTS.contains(scene.form)) {
            add(scene, id);
        }
    }

    private static boolean isUnderstood(Scene scene) {
        return scene.message instanceof InboundMessage.Voice && !scene.heard.plain().isEmpty();
    }

    private static void add(Scene scene, String id) {
        scene.slots.merge(MEDIA, id, (before, more) -> before + '\n' + more);
    }

    /** Those that go with what is filed now. */
    static List<String> of(Scene scene) {
        var all = new ArrayList<>(waiting(scene));
        if (!scene.slot(MEDIA).isEmpty()) {
            all.addAll(scene.slot(MEDIA).lines().toList());
        }
        return all;
    }

    private static MediaKind kind(InboundMessage message) {
        return switch (message) {
            case InboundMessage.Image image -> MediaKind.IMAGE;
            case InboundMessage.Voice voice -> MediaKind.VOICE;
            case InboundMessage.Video video -> MediaKind.VIDEO;
            default -> MediaKind.FILE;
        };
    }

    static void put(Scene scene, Map<String, String> personal) {
        var all = of(scene);
        if (!all.isEmpty()) {
            personal.put(MEDIA, String.join("\n", all));
        }
    }

    /** What stands among personal fields belongs to the request from now on. */
    static void attach(Scene scene, ServiceRequest request, Map<String, String> personal) {
        var all = personal.getOrDefault(MEDIA, "").lines().toList();
        if (!all.isEmpty()) {
            scene.effects.add(new Effect.Attach(request.address(), request.number(), all));
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
