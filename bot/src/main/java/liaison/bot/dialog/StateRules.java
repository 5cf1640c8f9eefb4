package liaison.bot.dialog;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The rules that may apply in one state, in their order; of hundreds only those are looked at of which a needed signal is heard. */
final class StateRules {
    private final List<Rule> rules;
    /** Bits of the rules that need no signal. */
    private final long[] always;
    /** By signals: bits of the rules that need it, or others in its stead. */
    private final long[][] bySignal;

    /** @param signals how many signals there are */
    StateRules(List<Rule> rules, int signals) {
        this.rules = List.copyOf(rules);
        var unbidden = new BitSet();
        var needed = new BitSet[signals];
        Arrays.setAll(needed, signal -> new BitSet());
        for (int i = 0; i < rules.size(); i++) {
            int rule = i;
            rules.get(i).needed().ifPresentOrElse(any -> any.stream().forEach(signal -> needed[signal].set(rule)),
                    () -> unbidden.set(rule));
        }
        always = Arrays.copyOf(unbidden.toLongArray(), (rules.size() + Long.SIZE - 1) / Long.SIZE);
        bySignal = Arrays.stream(needed).map(BitSet::toLongArray).toArray(long[][]::new);
    }

    /** The first rule that applies; empty where none does. */
    Optional<Rule> first(Scene scene) {
        long[] asked = always.clone();
        scene.heard.eachSignal(signal -> {
            long[] needing = bySignal[signal];
            for (int i = 0; i < needing.length; i++) {
                asked[i] |= needing[i];
            }
        });
        for (int i = 0; i < asked.length; i++) {
            for (long left = asked[i]; left != 0; left &= left - 1) {
                var rule = rules.get(i * Long.SIZE + Long.numberOfTrailingZeros(left));
                if (rule.applies(scene)) {
                    return Optional.of(rule);
                }
            }
        }
        return Optional.empty();
    }
}
