package liaison.bot.dialog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.media.MediaKind;
import liaison.bot.media.MediaState;
import liaison.bot.media.Medium;
import liaison.bot.people.Person;
import liaison.bot.request.ServiceRequest;

/** Tells of what was sent with a request or in a talk, and gives out links to it. */
final class MediaViews {
    private static final Duration OPEN = Duration.ofMinutes(10);
    private static final String COMMA = "\u3001";

    private MediaViews() {
    }

    /** Where a text has the address that a token opens. */
    static String place(String token) {
        return "{{open " + token + "}}";
    }

    /** How many things go with a request, and how many of each kind. */
    static void count(Scene scene, ServiceRequest request) {
        var media = scene.facts.get(new Want.Media(request.address(), request.number()));
        if (!media.isEmpty()) {
            scene.values.put("attached", Integer.toString(media.size()));
            scene.values.put("attached-kinds", Arrays.stream(MediaKind.values()).filter(kind -> count(media, kind) > 0)
                    .map(kind -> scene.book.word("media-" + kind.code()) + " " + count(media, kind)).collect(Collectors.joining(COMMA)));
        }
    }

    private static long count(List<Medium> media, MediaKind kind) {
        return media.stream().filter(medium -> medium.kind() == kind).count();
    }

    /** How many things go with a request, each with what became of it. */
    static void show(Scene scene, ServiceRequest request, Person person) {
        count(scene, request);
        scene.values.put("views", String.join("\n",
                lines(scene, scene.facts.get(new Want.Media(request.address(), request.number())), request.number(), person)));
    }

    /** What was sent in a talk that the staff was told of, by its number there: a link, or what became of it. */
    static Map<Long, String> of(Scene scene, Call call) {
        var clerk = Roles.person(scene, Person.Kind.STAFF);
        var views = new HashMap<Long, String>();
        if (clerk.isPresent()) {
            var shown = Stream.concat(call.alarms().stream(), call.lines().stream()).map(Transcript.Line::seq).collect(Collectors.toSet());
            Stream.concat(call.alarms().stream().filter(line -> !line.kind().equals("text")), call.lines().stream().limit(1))
                    .flatMap(line -> scene.facts.get(new Want.Recorded(call.address(), line.seq() - 1)).stream())
                    .filter(medium -> shown.contains(medium.key().seq())).filter(medium -> !views.containsKey(medium.key().seq()))
                    .forEach(medium -> views.put(medium.key().seq(), view(scene, medium, "", clerk.get())));
        }
        return views;
    }

    private static List<String> lines(Scene scene, List<Medium> media, String request, Person person) {
        var lines = new ArrayList<String>();
        for (var medium : media) {
            lines.add(scene.book.text("media-line").with(Map.of("medium", scene.book.word("media-" + medium.kind().code()), "view",
                    view(scene, medium, request, person))));
        }
        return lines;
    }

    private static String view(Scene scene, Medium medium, String request, Person person) {
        return medium.state() == MediaState.STORED
                ? place(link(scene, medium, request, person))
                : scene.book.word("media-" + medium.state().code());
    }

    private static String link(Scene scene, Medium medium, String request, Person person) {
        String token = "{{token " + scene.effects.size() + "}}";
        scene.effects.add(new Effect.Link(token, person, medium.key(), request, scene.now.plus(OPEN)));
        return token;
    }
}
