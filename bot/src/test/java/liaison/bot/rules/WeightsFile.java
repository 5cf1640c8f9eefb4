package liaison.bot.rules;

import java.util.Map;

/** The file of weights as it is shipped: under each intent, what begins with the same letter on one line. */
final class WeightsFile {
    private static final String HEAD = """
            # 每个字、每两个字、每种说法（# 开头）对每种意图有多大分量；由测试 IntentWeightsTest 从 utterances/own.tsv 学出来，不手改。
            weights:
            """;

    private WeightsFile() {
    }

    static String text(Map<String, Map<String, Integer>> weights) {
        var text = new StringBuilder(HEAD);
        weights.forEach((intent, signs) -> {
            text.append("  ").append(intent).append(":\n");
            int first = -1;
            for (var sign : signs.entrySet()) {
                if (sign.getKey().charAt(0) != first) {
                    text.append(first < 0 ? "    - \"" : "\"\n    - \"");
                    first = sign.getKey().charAt(0);
                } else {
                    text.append(' ');
                }
                text.append(sign.getKey()).append('*').append(sign.getValue());
            }
            text.append(first < 0 ? "" : "\"\n");
        });
        return text.toString();
    }
}
