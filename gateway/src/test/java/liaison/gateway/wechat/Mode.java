package liaison.gateway.wechat;

/** How the platform was told to deliver: readable, both, or encrypted alone. */
enum Mode {
    PLAIN, COMPATIBLE, SAFE;

    /** The query and the body of a delivery. */
    String[] pack(String xml) {
        if (this == PLAIN) {
            return new String[]{FakeWechat.query(), xml};
        }
        String encrypted = FakeWechat.encrypt(FakeWechat.KEY, FakeWechat.APPID, xml);
        String body = this == SAFE
                ? FakeWechat.envelope(encrypted).replace("gh_account", FakeWechat.between(xml, "ToUserName"))
                : xml.substring(0, xml.lastIndexOf("</xml>")) + "<Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
        return new String[]{FakeWechat.safeQuery(FakeWechat.TOKEN, encrypted), body};
    }

    /** The XML of a reply, opened where it was closed; as it stands where there is none. */
    String open(String body) {
        String encrypted = FakeWechat.between(body, "Encrypt");
        return encrypted.isEmpty()
                ? body
                : new String(new AesKey(FakeWechat.KEY).decrypt(encrypted, FakeWechat.APPID), java.nio.charset.StandardCharsets.UTF_8);
    }
}
