@NullMarked
package liaison.gateway.testing;

import org.jspecify.annotations.NullMarked;
