package liaison.gateway;

import java.util.List;
import liaison.gateway.netty.Route;

/** The paths of all apps of WeCom. */
record WecomRoutes(List<Route> routes) {
}
