package liaison.bot.dialog;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import liaison.bot.message.InboundMessage;

/** What a platform tells later of what it took: it comes as an event from the address it was for. */
final class Receipts {
    private static final String TEMPLATE = "TEMPLATESENDJOBFINISH";
    private static final Set<String> RECEIPTS = Set.of(TEMPLATE, "MASSSENDJOBFINISH");
    private static final String SHOWN = "success";
    private static final String FAILED = "failed:";
    private static final int LONGEST = 64;

    private Receipts() {
    }

    /** Empty for any other message, and for what was shown; a mass message is for many, and nobody waits for what became of it. */
    static Optional<Effect.Unshown> unshown(Said said) {
        if (said instanceof Said.Inbound(InboundMessage.Event event) && event.name().equalsIgnoreCase(TEMPLATE)) {
            String receipt = event.fields().getOrDefault("MsgID", "").strip();
            String status = event.fields().getOrDefault("Status", "").strip().replaceAll("\\s*:\\s*", ":");
            boolean told = !receipt.isEmpty() && receipt.length() <= LONGEST && !status.isEmpty() && !status.equals(SHOWN);
            return told ? Optional.of(new Effect.Unshown(event.from(), receipt, failed(status))) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Nobody did anything: it opens no window for talking to somebody. */
    static boolean isOne(InboundMessage.Event event) {
        return RECEIPTS.contains(event.name().toUpperCase(Locale.ROOT));
    }

    private static String failed(String status) {
        String all = status.startsWith(FAILED) ? status : FAILED + status;
        return all.substring(0, Math.min(LONGEST, all.length()));
    }
}
