package liaison.gateway.wechat;

/** What is answered to a delivery; empty for an acknowledgement without words. */
record PassiveReply(String xml) {
    static final PassiveReply ACKNOWLEDGED = new PassiveReply("");
}
