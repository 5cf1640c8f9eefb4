package liaison.bot.dialog;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.people.Person;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.request.Status;

/** Events of a request that its resident makes, and who is told of them: its holder, or somebody in the holder's stead. */
final class RequestChanges {
    /** The kind of what is told of a request. */
    static final String REQUEST = "request";
    private static final String STEAD = "stead";
    private static final String FILED = "filed";

    private RequestChanges() {
    }

    static void tellFiled(Scene scene, ServiceRequest request, Map<String, String> facts) {
        tell(scene, request, FILED, facts);
    }

    /** It is handled together with the neighbour's that leads. */
    static void merge(Scene scene, ServiceRequest request) {
        scene.effects.add(new Effect.Step(event(scene, request, RequestEvent.MERGED, request.status(), request.lead(), Map.of())));
    }

    /** Leaves the status as it is and tells the holder. */
    static void change(Scene scene, ServiceRequest request, String kind, Map<String, String> personal) {
        var event = event(scene, request, kind, request.status(), "", personal);
        scene.effects.add(new Effect.Step(event));
        Attachments.attach(scene, request, personal);
        tell(scene, request, kind + ":" + event.n(), Map.of());
    }

    /** A clerk asks its holder to be quick, who is told as soon as he can be. */
    static void hurry(Scene scene, ServiceRequest request, Person clerk) {
        int n = request.version() + 1;
        scene.effects.add(new Effect.Step(new RequestEvent(request.address(), request.number(), n, RequestEvent.HURRIED, clerk.toString(),
                request.status(), scene.now, "", Map.of())));
        scene.effects.add(tell(scene, request, request.holder(), RequestEvent.HURRIED + ":" + n,
                Reach.isReached(scene, request) ? scene.now : scene.now.plus(Outbox.UNBOUND), Map.of()));
    }

    static void withdraw(Scene scene, ServiceRequest request) {
        var event = event(scene, request, RequestEvent.WITHDRAWN, Status.WITHDRAWN, "", Map.of());
        scene.effects.add(new Effect.Step(event));
        scene.effects.add(new Effect.Drop(request.address(), REQUEST, request.number()));
        // whoever was told of it: the holder, or who was to pass it on
        (Reach.isReached(scene, request) ? Optional.of(request.holder()) : Reach.instead(scene, request)).filter(told -> !told.isEmpty())
                .ifPresent(told -> scene.effects
                        .add(tell(scene, request, told, RequestEvent.WITHDRAWN + ":" + event.n(), scene.now, Map.of())));
    }

    /**
     * Tells its holder, and somebody of the station where the holder is known at no address: then the holder's entry waits as it
     * would after a try, which could only fail. That the holder was not told is said once; what comes later is told as it is.
     */
    private static void tell(Scene scene, ServiceRequest request, String occurrence, Map<String, String> facts) {
        if (!request.holder().isEmpty()) {
            boolean isReached = Reach.isReached(scene, request);
            scene.effects
                    .add(tell(scene, request, request.holder(), occurrence, isReached ? scene.now : scene.now.plus(Outbox.UNBOUND), facts));
            Reach.instead(scene, request)
                    .ifPresent(other -> scene.effects
                            .add(tell(scene, request, other, occurrence.equals(FILED) ? STEAD + ":" + occurrence : occurrence,
                                    scene.now, Map.of())));
        }
    }

    private static Effect.Tell tell(Scene scene, ServiceRequest request, String recipient, String occurrence, Instant dueAt,
            Map<String, String> facts) {
        return new Effect.Tell(new OutboxEntry(request.address().toString(), REQUEST, request.number(), recipient, occurrence,
                dueAt, scene.now.plus(RequestEvent.WORTH_TELLING), facts));
    }

    private static RequestEvent event(Scene scene, ServiceRequest request, String kind, Status status, String reason,
            Map<String, String> personal) {
        return new RequestEvent(request.address(), request.number(), request.version() + 1, kind, scene.from().toString(), status,
                scene.now, reason, personal);
    }
}
