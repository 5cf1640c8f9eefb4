package liaison.gateway.wechat;

import java.util.Locale;

/** What we call at the platform, and how often a day it lets every account do so; 0 where it names no number. */
enum Endpoint {
    TOKEN("/cgi-bin/stable_token", 0), FORCED_TOKEN("/cgi-bin/stable_token", 20), TALK("/cgi-bin/message/custom/send", 500_000), TYPING(
            "/cgi-bin/message/custom/typing",
            0), TEMPLATE("/cgi-bin/message/template/send", 100_000), SUBSCRIBE("/cgi-bin/message/subscribe/bizsend", 0), MASS(
                    "/cgi-bin/message/mass/send", 100), MASS_STATUS("/cgi-bin/message/mass/get", 0), MENU_CREATE("/cgi-bin/menu/create",
                            1_000), MENU_GET("/cgi-bin/menu/get", 10_000), MENU_DELETE("/cgi-bin/menu/delete",
                                    1_000), CODE("/cgi-bin/qrcode/create", 100_000), FOLLOWER("/cgi-bin/user/info", 5_000_000), MEDIA_GET(
                                            "/cgi-bin/media/get", 200_000), MEDIA_UPLOAD("/cgi-bin/media/upload", 100_000);

    private final String path;
    private final int daily;

    Endpoint(String path, int daily) {
        this.path = path;
        this.daily = daily;
    }

    String path() {
        return path;
    }

    int daily() {
        return daily;
    }

    /** As it stands in metrics and lists: {@code menu-create}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
