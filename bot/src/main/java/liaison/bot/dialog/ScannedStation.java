package liaison.bot.dialog;

import java.util.Optional;
import liaison.bot.message.InboundMessage;
import liaison.bot.people.Station;

/** The station whose printed code was scanned, before or after following the account. */
final class ScannedStation {
    private static final String FIRST = "qrscene_";
    private static final String RESULT = "ScanCodeInfo/ScanResult";

    private ScannedStation() {
    }

    /** Empty for a scene of anything else, such as a payment or a product. */
    static Optional<Station> of(Scene scene) {
        return scene.message instanceof InboundMessage.Event event
                ? scene.directory().station(code(event)).or(() -> scene.directory().station(event.fields().getOrDefault(RESULT, "")))
                : Optional.empty();
    }

    private static String code(InboundMessage.Event event) {
        String key = event.fields().getOrDefault("EventKey", "");
        return key.startsWith(FIRST) ? key.substring(FIRST.length()) : key;
    }

    /** Whoever comes by a station's code belongs to that station. */
    static void remember(Scene scene) {
        of(scene).ifPresent(station -> {
            scene.memory.put(Memory.STATION, station.code());
            scene.values.put("scanned", station.name());
        });
    }
}
