package liaison.gateway;

import java.util.Collection;
import liaison.gateway.netty.Route;

/** The paths of all apps of WeCom, as they are whenever they are looked at. */
record WecomRoutes(Collection<? extends Route> routes) {
}
