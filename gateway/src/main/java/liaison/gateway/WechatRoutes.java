package liaison.gateway;

import java.util.Collection;
import liaison.gateway.netty.Route;

/** The paths of all Official Accounts, as they are whenever they are looked at. */
record WechatRoutes(Collection<? extends Route> routes) {
}
