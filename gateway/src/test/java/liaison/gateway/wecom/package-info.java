@NullMarked
package liaison.gateway.wecom;

import org.jspecify.annotations.NullMarked;
