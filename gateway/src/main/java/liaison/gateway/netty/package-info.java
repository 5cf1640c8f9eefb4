@NullMarked
package liaison.gateway.netty;

import org.jspecify.annotations.NullMarked;
