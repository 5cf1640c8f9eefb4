package liaison.gateway.wechat;

/** A reply as the platform reads it; empty for an acknowledgement. */
record ReplyXml(String xml) {
    /** Written to whoever sent what came, at a second since 1970. */
    static ReplyXml of(Received to, PassiveReply reply, long second) {
        return switch (reply) {
            case PassiveReply.Acknowledgement nothing -> new ReplyXml("");
            case PassiveReply.Text(var words) -> of(to, second, "text", field("Content", words));
            case PassiveReply.Image(var media) -> of(to, second, "image", "<Image>" + field("MediaId", media) + "</Image>");
            case PassiveReply.Voice(var media) -> of(to, second, "voice", "<Voice>" + field("MediaId", media) + "</Voice>");
            case PassiveReply.News news -> of(to, second, "news", article(news));
            case PassiveReply.Transfer(var account) -> of(to, second, "transfer_customer_service", seat(account));
        };
    }

    private static ReplyXml of(Received to, long second, String type, String body) {
        return new ReplyXml("<xml>" + field("ToUserName", to.field("FromUserName")) + field("FromUserName", to.field("ToUserName"))
                + "<CreateTime>" + second + "</CreateTime>" + field("MsgType", type) + body + "</xml>");
    }

    private static String article(PassiveReply.News news) {
        return "<ArticleCount>1</ArticleCount><Articles><item>" + field("Title", news.title()) + field("Description", news.description())
                + field("PicUrl", news.pictureUrl()) + field("Url", news.url()) + "</item></Articles>";
    }

    private static String seat(String account) {
        return account.isEmpty() ? "" : "<TransInfo>" + field("KfAccount", account) + "</TransInfo>";
    }

    private static String field(String name, String value) {
        return '<' + name + "><![CDATA[" + XmlText.inCdata(XmlText.clean(value)) + "]]></" + name + '>';
    }
}
