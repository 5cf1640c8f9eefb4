@NullMarked
package liaison.gateway.embedded;

import org.jspecify.annotations.NullMarked;
