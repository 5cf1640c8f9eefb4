@NullMarked
package liaison.gateway.redis;

import org.jspecify.annotations.NullMarked;
