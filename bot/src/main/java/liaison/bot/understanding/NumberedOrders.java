package liaison.bot.understanding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import liaison.bot.understanding.RequestNumber.Piece;

/** Of a message that names several requests, what it orders of each: 接办甲，退回乙. An order is of its own clause, never of all. */
public final class NumberedOrders {
    /** So many letters beside a number say no more than that it goes with its neighbours, as 还有. */
    private static final int BARE = 2;
    private static final String TOO = "\u4e5f";
    private static final String NO = "\u4e0d\u522b\u6ca1\u7b49";

    private final List<Piece> pieces;
    private final List<String> orders;
    private final UnaryOperator<String> order;

    private NumberedOrders(String text, UnaryOperator<String> order) {
        pieces = RequestNumber.pieces(text);
        this.order = order;
        orders = pieces.stream().map(Piece::words).map(order).toList();
    }

    /**
     * Each number with its order, in their order; an empty one where the message does not tell.
     *
     * @param order what some words order, or empty
     */
    public static Map<String, String> read(String text, UnaryOperator<String> order) {
        return new NumberedOrders(text, order).each();
    }

    private Map<String, String> each() {
        var each = new LinkedHashMap<String, String>();
        for (int i = 0; i < pieces.size(); i++) {
            String number = pieces.get(i).number();
            if (!number.isEmpty()) {
                String said = orders.get(i).isEmpty() ? shared(i) : orders.get(i);
                each.merge(number, said, (one, other) -> one.isEmpty() || one.equals(other) ? other : other.isEmpty() ? one : "");
            }
        }
        return each;
    }

    /** A number alone goes with the one before it whose order leads, or with the one behind it whose order follows. */
    private String shared(int i) {
        var piece = pieces.get(i);
        long letters = piece.besides().codePoints().filter(Character::isIdeographic).count();
        if (piece.besides().chars().anyMatch(c -> NO.indexOf(c) >= 0)) {
            return "";
        }
        int before = IntStream.iterate(i - 1, at -> at >= 0, at -> at - 1).filter(this::orders).findFirst().orElse(-1);
        if (before >= 0 && piece.besides().contains(TOO)) {
            return orders.get(before);
        }
        int behind = IntStream.range(i + 1, pieces.size()).filter(this::orders).findFirst().orElse(-1);
        String led = letters <= BARE && before >= 0 && leads(before) ? orders.get(before) : "";
        String followed = letters <= BARE && behind >= 0 && !leads(behind) ? orders.get(behind) : "";
        return led.isEmpty() || led.equals(followed) ? followed : followed.isEmpty() ? led : "";
    }

    private boolean orders(int i) {
        return !orders.get(i).isEmpty();
    }

    /** Whether an order stands before its number; one that stands alone does so where no number is before it. */
    private boolean leads(int i) {
        var piece = pieces.get(i);
        return piece.number().isEmpty()
                ? pieces.stream().filter(one -> !one.number().isEmpty() || !order.apply(one.words()).isEmpty()).findFirst()
                        .filter(first -> first.number().isEmpty() || (orders(pieces.indexOf(first)) && leads(pieces.indexOf(first))))
                        .isPresent()
                : piece.behind().codePoints().noneMatch(Character::isIdeographic) || !order.apply(piece.before()).isEmpty();
    }
}
