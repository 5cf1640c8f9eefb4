@NullMarked
package liaison.gateway.seal;

import org.jspecify.annotations.NullMarked;
