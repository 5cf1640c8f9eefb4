package liaison.gateway.wechat;

import io.netty.handler.codec.http.QueryStringDecoder;

/** The parameters of a request, read one by one from its address; the first of a name counts, a missing one is empty. */
public record Query(String uri) {
    public String get(String name) {
        int at = uri.indexOf('?');
        while (at >= 0) {
            int start = at + 1;
            at = uri.indexOf('&', start);
            int end = at < 0 ? uri.length() : at;
            if (uri.startsWith(name, start) && start + name.length() < end && uri.charAt(start + name.length()) == '=') {
                return decode(uri.substring(start + name.length() + 1, end));
            }
        }
        return "";
    }

    private static String decode(String value) {
        if (value.indexOf('%') < 0 && value.indexOf('+') < 0) {
            return value;
        }
        try {
            return QueryStringDecoder.decodeComponent(value);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("a parameter is badly escaped");
        }
    }
}
