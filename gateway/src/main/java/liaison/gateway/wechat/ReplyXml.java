package liaison.gateway.wechat;

/** A reply as the platform reads it; empty for an acknowledgement. */
record ReplyXml(String xml) {
    private static final int FRAME = 256;

    /** Written to whoever sent what came, at a second since 1970. */
    static ReplyXml of(Received to, PassiveReply reply, long second) {
        return switch (reply) {
            case PassiveReply.Acknowledgement nothing -> new ReplyXml("");
            case PassiveReply.Text(var words) -> done(field(begin(to, second, "text", words.length()), "Content", words));
            case PassiveReply.Image(var media) -> done(media(begin(to, second, "image", 0), "Image", media));
            case PassiveReply.Voice(var media) -> done(media(begin(to, second, "voice", 0), "Voice", media));
            case PassiveReply.News news -> done(article(begin(to, second, "news", 0), news));
            case PassiveReply.Transfer(var account) -> done(seat(begin(to, second, "transfer_customer_service", 0), account));
        };
    }

    private static StringBuilder begin(Received to, long second, String type, int words) {
        var xml = new StringBuilder(words + FRAME).append("<xml>");
        field(xml, "ToUserName", to.field("FromUserName"));
        field(xml, "FromUserName", to.field("ToUserName"));
        return field(xml.append("<CreateTime>").append(second).append("</CreateTime>"), "MsgType", type);
    }

    private static StringBuilder media(StringBuilder xml, String kind, String id) {
        return field(xml.append('<').append(kind).append('>'), "MediaId", id).append("</").append(kind).append('>');
    }

    private static StringBuilder article(StringBuilder xml, PassiveReply.News news) {
        xml.append("<ArticleCount>1</ArticleCount><Articles><item>");
        field(xml, "Title", news.title());
        field(xml, "Description", news.description());
        field(xml, "PicUrl", news.pictureUrl());
        return field(xml, "Url", news.url()).append("</item></Articles>");
    }

    private static StringBuilder seat(StringBuilder xml, String account) {
        return account.isEmpty() ? xml : field(xml.append("<TransInfo>"), "KfAccount", account).append("</TransInfo>");
    }

    private static StringBuilder field(StringBuilder xml, String name, String value) {
        XmlText.cdata(xml.append('<').append(name).append('>'), XmlText.clean(value));
        return xml.append("</").append(name).append('>');
    }

    private static ReplyXml done(StringBuilder xml) {
        return new ReplyXml(xml.append("</xml>").toString());
    }
}
