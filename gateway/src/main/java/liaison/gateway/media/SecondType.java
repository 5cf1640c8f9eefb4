package liaison.gateway.media;

import java.util.List;

/** What a reader of another kind would take the content for: pages, scripts, archives. */
final class SecondType {
    private static final List<String> PAGES = List.of("<script", "<!doctype", "<html", "<?php", "<svg", "<iframe");
    private static final List<String> ARCHIVES = List.of("rar!\u001a\u0007", "7z\u00bc\u00af'\u001c");
    private static final String ZIP_END = "pk\u0005\u0006";
    /** An archive's last record and the longest comment behind it. */
    private static final int ZIP_TAIL = 22 + 65_535;
    /** Readers of PDF take a head so far from the start. */
    private static final int PDF_HEAD = 1_024;

    private SecondType() {
    }

    static void refuse(Bytes bytes) {
        boolean second = PAGES.stream().anyMatch(mark -> bytes.find(mark, 0) >= 0)
                || ARCHIVES.stream().anyMatch(mark -> bytes.find(mark, 0) >= 0)
                || bytes.find(ZIP_END, bytes.length() - ZIP_TAIL) >= 0;
        int pdf = bytes.find("%pdf-", 1);
        if (second || (pdf > 0 && pdf < PDF_HEAD)) {
            throw new Unfit("second-type");
        }
    }
}
