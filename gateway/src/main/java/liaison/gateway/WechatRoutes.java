package liaison.gateway;

import java.util.List;
import liaison.gateway.netty.Route;

/** The paths of all Official Accounts. */
record WechatRoutes(List<Route> routes) {
}
