package liaison.bot.dialog;

import liaison.bot.text.PhoneNumbers;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.Fix;
import liaison.bot.understanding.OwnPhone;

/** What puts right a request that was filed. */
final class FiledCorrections {
    private static final String REPORT = "report";
    private static final int MOST_BESIDE = 16;

    private FiledCorrections() {
    }

    /** Whether a message about a request that stands already only says that something of it is wrong. */
    static boolean isOnlyWrong(Scene scene) {
        var labels = scene.book.form(REPORT).slots().stream().flatMap(slot -> slot.labels().stream()).toList();
        return SaidValue.of(scene.heard.text(), labels).isEmpty() && Fix.of(scene.heard.text()).right().isEmpty();
    }

    /** Whether a message gives a telephone number to be called by from now on, and says little else. */
    static boolean isContact(Scene scene) {
        int length = scene.heard.plain().length();
        if (length > PhoneNumbers.LONGEST + MOST_BESIDE || PhoneNumbers.in(scene.heard.text()).isEmpty()) {
            return false;
        }
        String number = contact(scene, scene.heard.text());
        return !number.isEmpty() && length <= number.length() + MOST_BESIDE;
    }

    /** The number by which somebody wants to be called from now on; empty where words say nothing of it. */
    static String contact(Scene scene, String words) {
        var contact = scene.book.form(REPORT).slots().stream().filter(slot -> slot.kind() instanceof PhoneSlot).findFirst();
        var value = contact.map(slot -> valueOf(words, slot)).orElse("");
        String number = PhoneNumbers.in(value).stream().findFirst().orElse("");
        return number.isEmpty() ? OwnPhone.in(words) : number;
    }

    /** Whether words say that the number is to stand there no more. */
    static boolean takesPhoneBack(Scene scene, String words) {
        return Boolean.TRUE.equals(scene.hearing(words, () -> scene.hears(scene.book.signal("takes_phone_back"))));
    }

    /** What is said behind one of a slot's labels. */
    private static String valueOf(String text, Slot slot) {
        boolean named = Clauses.of(text).stream().anyMatch(clause -> Clauses.labelled(slot.labels(), clause.of(text)).isPresent());
        return named ? SaidValue.of(text, slot) : "";
    }
}
