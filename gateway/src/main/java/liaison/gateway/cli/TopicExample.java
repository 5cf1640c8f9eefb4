package liaison.gateway.cli;

/**
 * A message somebody labelled.
 *
 * @param group messages of one group, such as the same text filed twice, are learned from together or kept aside together;
 *        empty for one that is only learned from
 * @param subject its first line; may be empty
 */
record TopicExample(String id, String label, String group, String subject, String body) {
    /** As a resident would send it. */
    String text() {
        return subject.isEmpty() ? body : subject + "。" + body;
    }

    /** The shortest that says what it is about. */
    String brief() {
        return subject.isEmpty() ? body : subject;
    }
}
