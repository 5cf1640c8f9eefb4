package liaison.bot.dialog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.notice.Reminder;
import liaison.bot.request.RequestEvent;

/** Puts a request's number where a turn has its placeholder. */
final class Placeholder {
    private final String placeholder;
    private final String number;

    private Placeholder(String placeholder, String number) {
        this.placeholder = placeholder;
        this.number = number;
    }

    static Turn fill(Turn turn, String placeholder, String number) {
        var filler = new Placeholder(placeholder, number);
        var dialog = turn.next();
        var reply = turn.reply();
        return new Turn(
                new Dialog(dialog.book(), dialog.form(), dialog.asking(), filler.in(dialog.slots()), filler.in(dialog.memory()),
                        dialog.misses()),
                new Reply(filler.in(reply.text()), filler.in(reply.choices()), reply.card(), reply.progress()),
                turn.effects().stream().map(filler::in).toList(), turn.rule());
    }

    private Effect in(Effect effect) {
        return switch (effect) {
            case Effect.File(var request) -> new Effect.File(request.numbered(in(request.number())));
            case Effect.Step(var e) -> new Effect.Step(new RequestEvent(e.address(), in(e.number()), e.n(), e.kind(), e.actor(), e.status(),
                    e.at(), e.reason(), e.personal()));
            case Effect.Remind(var r) -> new Effect.Remind(
                    new Reminder(r.owner(), r.causeKind(), in(r.causeKey()), r.occurrence(), r.recipient(), r.dueAt()));
            case Effect.Tell(var e) -> new Effect.Tell(new OutboxEntry(e.owner(), e.kind(), in(e.subject()), e.recipient(), e.occurrence(),
                    e.dueAt(), e.expiresAt(), in(e.facts())));
            case Effect.Drop(var owner, var kind, var key) -> new Effect.Drop(owner, kind, in(key));
            case Effect.Book book -> book;
            case Effect.Unbook unbook -> unbook;
            case Effect.Bind bind -> bind;
            case Effect.Announce announce -> announce;
            case Effect.Rsvp rsvp -> rsvp;
            case Effect.Halt halt -> halt;
            case Effect.Fetch fetch -> fetch;
            case Effect.Attach(var owner, var request, var ids) -> new Effect.Attach(owner, in(request), ids);
            case Effect.Link(var token, var person, var medium, var request, var until) ->
                new Effect.Link(in(token), person, medium, request, until);
            case Effect.Belong belong -> belong;
            case Effect.Unshown unshown -> unshown;
            case Effect.Shelve shelve -> shelve;
        };
    }

    private List<Choice> in(List<Choice> choices) {
        return choices.stream().map(choice -> new Choice(in(choice.send()), in(choice.label()))).toList();
    }

    private Map<String, String> in(Map<String, String> values) {
        var filled = new HashMap<String, String>();
        values.forEach((name, value) -> filled.put(name, in(value)));
        return filled;
    }

    private String in(String text) {
        return text.replace(placeholder, number);
    }
}
