package liaison.bot.notice;

import java.time.Instant;
import liaison.bot.message.Address;

/**
 * One due notice, known by its cause and occurrence. Who gets it is settled when it is sent.
 *
 * @param owner the cause's address
 * @param causeKind {@code request}, {@code visit} …
 * @param causeKey the request's number, the booking's id …
 * @param occurrence {@code half}, {@code day-before}, {@code overdue} …; unique within the cause and recipient
 * @param recipient an address, {@code deputy:CODE}, {@code staff:CODE}, or {@code head:STATION}
 */
public record Reminder(Address owner, String causeKind, String causeKey, String occurrence, String recipient, Instant dueAt) {
}
